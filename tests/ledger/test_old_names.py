"""What the user has renamed still works under its old name, and warns: a whole SDK before and after."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sdkwright.cli import main as commands

from tests.runtime.loopback import Loopback, answer

HERE = Path(__file__).parent
CAT = {"petName": "Rex", "kind": "cat", "str": 3}


def generate(out: Path, *more: str, config: str = "gen.yaml") -> int:
    """Runs the command as users do."""
    options = ["--config", str(HERE / config), "--out", str(out)]
    return commands.main(["generate", "--spec", str(HERE / "zoo.yaml"), *options, *more])


def rename(out: Path) -> int:
    """The same with everything renamed."""
    return generate(out, "--overlay", str(HERE / "renames.yaml"), config="renames.gen.yaml")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the SDK after the renames."""
    folder = tmp_path_factory.mktemp("zoo") / "out"
    assert generate(folder) == 0
    assert not (folder / "MIGRATION.md").exists()
    assert rename(folder) == 0
    return folder


@pytest.fixture
def package(out: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The imported package."""
    monkeypatch.syspath_prepend(out / "src")
    yield importlib.import_module("zoo_sdk")
    for name in [name for name in sys.modules if name.partition(".")[0] == "zoo_sdk"]:
        del sys.modules[name]


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        running.otherwise = answer(CAT)
        yield running


def warned(old: str, new: str, use: Callable[[], Any]) -> Any:
    """The value of `use`, which must warn once of the old name, here in this file."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = use()
    assert [(each.category, str(each.message)) for each in caught] == [
        (DeprecationWarning, f"`{old}` is now `{new}`")
    ], caught
    assert Path(caught[0].filename) == Path(__file__)
    return value


# -------------------------------------------------------------------------------------------------------------- classes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pet", "Animal"),
        ("PetTypedDict", "AnimalTypedDict"),
        ("PetOrText", "AnimalOrText"),
        ("ProblemError", "FailureError"),
        ("ProblemErrorData", "FailureErrorData"),
        ("APIError", "ZooAPIError"),
    ],
)
def test_an_old_class_is_the_new_one(package: Any, old: str, new: str) -> None:
    assert warned(old, new, lambda: getattr(package.models, old)) is getattr(package.models, new)
    assert old not in dir(package.models)


def test_the_old_root_class_is_the_new_one(package: Any) -> None:
    assert warned("Zoo", "ZooSDK", lambda: package.Zoo) is package.ZooSDK
    with pytest.raises(AttributeError):
        _ = package.Zoological


def test_nothing_warns_without_old_names(package: Any, server: Loopback) -> None:
    with package.ZooSDK("k", server_url=server.url, organisation="acme") as zoo:
        found = zoo.creatures.fetch(id="1", one="a")
    assert found == package.models.Animal(label="Rex", kind=package.models.Kind.FELINE, size=3)


# ----------------------------------------------------------------------------------------- fields and members of enums


def test_an_old_field_gets_and_sets_the_new_one(package: Any) -> None:
    animal = package.models.Animal(label="Rex")
    assert warned("pet_name", "label", lambda: animal.pet_name) == "Rex"
    with pytest.warns(DeprecationWarning, match="`pet_name` is now `label`"):
        animal.pet_name = "Max"
    assert animal.label == "Max"
    assert animal.model_dump(by_alias=True) == {"petName": "Max"}


def test_the_constructor_takes_old_fields(package: Any) -> None:
    made = warned("pet_name", "label", lambda: package.models.Animal(pet_name="Rex"))
    assert made == package.models.Animal(label="Rex")


def test_an_old_member_is_the_new_one(package: Any) -> None:
    kind = package.models.Kind
    assert warned("CAT", "FELINE", lambda: kind.CAT) is kind.FELINE
    assert list(kind) == [kind.FELINE, kind.DOG]


# ------------------------------------------------------------------------------------- the client, methods, arguments


def test_old_arguments_of_the_constructor(package: Any, server: Loopback) -> None:
    with warned("key", "token", lambda: package.ZooSDK(key="k", server_url=server.url)) as zoo:
        zoo.check()
    with warned("tenant", "organisation", lambda: package.ZooSDK("k", tenant="acme", server_url=server.url)) as zoo:
        zoo.creatures.fetch(id="1")
    assert [request.header("X-Key") for request in server.requests] == ["k", "k"]


def test_old_methods_and_attributes(package: Any, server: Loopback) -> None:
    with package.ZooSDK("k", server_url=server.url) as zoo:
        assert warned("ping", "check", zoo.ping).label == "Rex"
        assert type(warned("pets", "creatures", lambda: zoo.pets)) is type(zoo.creatures)
        warned("get_pet", "creatures.fetch", lambda: zoo.creatures.get_pet(id="1"))
        server.otherwise = answer({"pets": [CAT], "more": 1})
        assert warned("get_owner", "people.get_owner", zoo.owners.get_owner).additional_properties == {"more": 1}
    paths = [(request.method, request.target) for request in server.requests]
    assert paths == [("GET", "/ping"), ("GET", "/pets/1"), ("GET", "/owners")]


def test_old_arguments_of_methods(package: Any, server: Loopback) -> None:
    with package.ZooSDK("k", server_url=server.url) as zoo:
        warned("pet_id", "id", lambda: zoo.creatures.fetch(pet_id="1", one="a"))
        warned("second", "two", lambda: zoo.creatures.fetch(id="1", second="b"))
        with pytest.raises(TypeError, match="`id` and its old name `pet_id`"):
            zoo.creatures.fetch(pet_id="1", id="1")
    assert [request.target for request in server.requests] == ["/pets/1?first=a", "/pets/1?second=b"]


def test_old_names_of_async_methods(package: Any, server: Loopback) -> None:
    async def calls() -> None:
        async with package.ZooSDK("k", server_url=server.url) as zoo:
            await warned("pet_id", "id", lambda: zoo.creatures.fetch_async(pet_id="1"))
            with pytest.warns(DeprecationWarning, match="`ping` is now `check`"):
                await zoo.ping_async()

    asyncio.run(calls())
    assert [request.target for request in server.requests] == ["/pets/1", "/ping"]


def test_old_methods_give_raw_responses(package: Any, server: Loopback) -> None:
    with package.ZooSDK("k", server_url=server.url) as zoo:
        raw = warned("ping", "check", zoo.with_raw_response(zoo.ping))
        assert (raw.status_code, raw.result.label) == (200, "Rex")
        raw = warned("pet_id", "id", lambda: zoo.with_raw_response(zoo.creatures.fetch)(pet_id="1"))
        assert raw.status_code == 200


def test_an_old_exception_catches_the_new_one(package: Any, server: Loopback) -> None:
    server.otherwise = answer({"message": "no"}, 404)
    problem = warned("ProblemError", "FailureError", lambda: package.models.ProblemError)
    with package.ZooSDK("k", server_url=server.url) as zoo, pytest.raises(problem) as caught:
        zoo.creatures.fetch(id="1")
    assert warned("message", "text", lambda: caught.value.data.message) == "no"


# ---------------------------------------------------------------------------------------------------------------- types


def marked(word: str) -> set[int]:
    lines = (HERE / "uses.py").read_text().splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith(f"# {word}")}


def test_mypy(out: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}"]
    environment = {**os.environ, "MYPYPATH": str(out / "src")}
    options: dict[str, Any] = {"capture_output": True, "text": True, "cwd": tmp_path, "env": environment}
    used = subprocess.run([*command, str(HERE / "uses.py")], check=False, **options)
    assert {int(line) for line in re.findall(r"uses\.py:(\d+): error", used.stdout)} == marked("error"), used.stdout
    whole = subprocess.run([*command, str(out / "src")], check=False, **options)
    assert whole.returncode == 0, whole.stdout


def test_pyright(out: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyright")
    shutil.copy(HERE / "uses.py", tmp_path)
    shutil.copytree(out / "src", tmp_path / "src")
    settings = {"typeCheckingMode": "strict", "extraPaths": ["src"], "reportDeprecated": "warning"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    told = json.loads(ran.stdout)["generalDiagnostics"]
    assert {Path(each["file"]).name for each in told} == {"uses.py"}, json.dumps(told, indent=1)
    found = {each["severity"]: set[int]() for each in told}
    for each in told:
        found[each["severity"]].add(each["range"]["start"]["line"] + 1)
    assert found == {"error": marked("error"), "warning": marked("deprecated")}, json.dumps(told, indent=1)


# ----------------------------------------------------------------------------------------- the folder and its ledger


def test_the_migration_names_old_and_new(out: Path) -> None:
    lines = (out / "MIGRATION.md").read_text().splitlines()
    assert "- the class `models.Pet` is now `models.Animal`" in lines
    assert "- the method `zs_client.owners.get_owner()` is now `zs_client.people.get_owner()`" in lines
    assert "- the argument `pet_id` of `zs_client.creatures.fetch()` is now `id`" in lines
    assert not any("no place" in line for line in lines)
    assert " MIGRATION.md" in (out / ".sdkwright-manifest").read_text()
    assert "What changed between versions: [MIGRATION.md](MIGRATION.md).\n" in (out / "README.md").read_text()


def test_the_docs_tell_new_names_alone(out: Path) -> None:
    pages = "".join(path.read_text() for path in sorted((out / "docs").rglob("*.md")))
    assert "fetch" in pages
    assert not re.search(r"\bget_pet\b|\bfetch\(pet_id=|\bmodels\.Pet\b", pages)


@pytest.mark.parametrize(
    "command", [("black", "--check"), ("ruff", "format", "--check"), ("ruff", "check", "--no-cache")]
)
def test_formatters_leave_it_alone_with_its_own_settings(out: Path, command: tuple[str, ...]) -> None:
    for folder, path in ((out, "."), (out.parent, out.name)):
        done = subprocess.run([sys.executable, "-m", *command, path], cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_changes_when_it_is_generated_again(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--spec", str(HERE / "zoo.yaml"), "--config", str(HERE / "renames.gen.yaml"), "--out", str(out)]
    assert commands.main(["check", *options, "--overlay", str(HERE / "renames.yaml")]) == 0
    assert rename(out) == 0
    assert "is up to date" in capsys.readouterr().out


def test_deleting_its_line_ends_an_alias(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "out"
    shutil.copytree(out, folder)
    ledger = folder / "names.lock"
    ledger.write_text("".join(line for line in ledger.read_text().splitlines(True) if not line.startswith("alias ")))
    options = ["--spec", str(HERE / "zoo.yaml"), "--config", str(HERE / "renames.gen.yaml"), "--out", str(folder)]
    assert commands.main(["check", *options, "--overlay", str(HERE / "renames.yaml")]) == 1
    assert "the ledger of names changed" in capsys.readouterr().out
    assert rename(folder) == 0
    assert not (folder / "MIGRATION.md").exists()
    sources = "".join(path.read_text() for path in (folder / "src").rglob("*.py") if "_runtime" not in path.parts)
    assert not re.search(r"models\.Pet\b|old_member|\brenamed\b|Formerly", sources)


def test_what_a_merge_has_left_is_an_error_with_its_line(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    shutil.copytree(out, folder)
    ledger = folder / "names.lock"
    lines = ledger.read_text().splitlines(True)
    place = next(number for number, line in enumerate(lines) if line.startswith("class . Pet "))
    ours, theirs = lines[place], lines[place].replace("Animal", "Beast")
    conflict = ["<<<<<<< ours\n", ours, "=======\n", theirs, ">>>>>>> theirs\n"]
    ledger.write_text("".join([*lines[:place], *conflict, *lines[place + 1 :]]))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert rename(folder) == 1
    told = capsys.readouterr().err
    for line, what in (
        (place + 1, "A merge"),
        (place + 3, "A merge"),
        (place + 4, "another name"),
        (place + 5, "A merge"),
    ):
        assert re.search(rf"{what}[^\n]*\n *--> [^\n]*names\.lock:{line}:1\n", told), told
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_ledger_that_is_gone_is_told_of(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "out"
    shutil.copytree(out, folder)
    (folder / "names.lock").unlink()
    assert rename(folder) == 1
    assert "[ledger-missing]" in capsys.readouterr().err
