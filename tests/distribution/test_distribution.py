"""sdkwright as its users get it: what the wheel and the sdist hold, and that they work wherever they are unpacked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from sdkwright import __version__

ROOT = Path(__file__).parents[2]
GENERATE = ["--spec", str(ROOT / "spec" / "openapi.yaml"), "--config", str(ROOT / "spec" / "gen.yaml")]
FOLDERS = (".ci", ".github", "docs", "generator", "requirements", "scripts", "spec", "templates", "tests")
FILES = (
    ".gitignore",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "action.yml",
    "pyproject.toml",
)
pytestmark = pytest.mark.slow


def run(command: list[str | Path], folder: Path, **environment: str) -> str:
    """What the program prints; fails with it when the program does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "PYTEST_"))}
    done = subprocess.run(command, cwd=folder, env=kept | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True, slots=True)
class Distribution:
    """What was built, as files and unpacked."""

    wheel: Path
    unpacked_wheel: Path
    unpacked_sdist: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Distribution:
    """The sdist, and the wheel that is built from what it holds."""
    folder = tmp_path_factory.mktemp("built")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT], folder)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "wheel")
    with tarfile.open(sdist) as tar:
        tar.extractall(folder / "sdist", filter="data")
    return Distribution(wheel, folder / "wheel", folder / "sdist" / f"sdkwright-{__version__}")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder; not what Python and tools leave behind."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if not any(part.endswith(("_cache", "__pycache__")) for part in name.parts)
    }


def test_the_wheel_brings_one_package(built: Distribution) -> None:
    package = built.unpacked_wheel / "sdkwright"
    brought = {path.name for path in built.unpacked_wheel.iterdir()}
    assert brought == {package.name, f"sdkwright-{__version__}.dist-info"}
    templates = {f"_templates/{name}": content for name, content in files(ROOT / "templates").items()}
    assert files(package) == files(ROOT / "generator" / "sdkwright") | templates


def test_packages_of_the_project_are_left_alone(built: Distribution, tmp_path: Path) -> None:
    """A project may have packages called as our folders are, and find them before ours."""
    for name in ("generator", "templates", "runtime", "plan"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise AssertionError('a package of the project is imported')")
    path = os.pathsep.join([".", str(built.unpacked_wheel)])
    command = [sys.executable, "-m", "sdkwright"]
    where = run([sys.executable, "-c", "import sdkwright; print(sdkwright.__file__)"], tmp_path, PYTHONPATH=path)
    assert Path(where.strip()) == built.unpacked_wheel / "sdkwright" / "__init__.py"
    assert run([*command, "--version"], tmp_path, PYTHONPATH=path) == f"sdkwright {__version__}\n"
    run([*command, "generate", *GENERATE, "--out", "out"], tmp_path, PYTHONPATH=path)
    assert files(tmp_path / "out") == files(ROOT / "generated")


def test_the_wheel_works_in_an_environment_of_its_own(built: Distribution, tmp_path: Path) -> None:
    """The installed command makes what the repository's own makes."""
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements" / "generate.txt"], check=True)
    run([*pip, "--no-deps", built.wheel], tmp_path)
    run([python, "-m", "pip", "check"], tmp_path)
    for command in ([environment / "bin" / "sdkwright"], [python, "-m", "sdkwright"]):
        run([*command, "check", *GENERATE, "--out", ROOT / "generated"], tmp_path)


def test_the_sdist_holds_what_its_tests_need(built: Distribution, tmp_path: Path) -> None:
    """All of the repository but the generated SDK, which its own command makes; then every test is found."""
    folder = tmp_path / "unpacked"
    shutil.copytree(built.unpacked_sdist, folder)
    assert {path.name for path in folder.iterdir()} == {*FILES, *FOLDERS, "PKG-INFO"}
    assert {name: (folder / name).read_bytes() for name in FILES} == {
        name: (ROOT / name).read_bytes() for name in FILES
    }
    for name in FOLDERS:
        assert files(folder / name) == files(ROOT / name), name
    environment = {"PYTHONPATH": str(folder / "generator")}
    run([sys.executable, "-m", "sdkwright", "generate", "--out", "generated"], folder, **environment)
    assert files(folder / "generated") == files(ROOT / "generated")
    assert "tests collected" in run([sys.executable, "-m", "pytest", "--collect-only", "-q"], folder, **environment)


def test_the_hook_for_users_is_a_command(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    name, *typed = hook["entry"].split()
    assert (hook["id"], name, hook["pass_filenames"]) == ("sdkwright-check", "sdkwright", False)
    run([sys.executable, "-m", name, *typed, *GENERATE, "--out", ROOT / "generated"], tmp_path)
