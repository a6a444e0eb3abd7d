"""An import package that stands in a namespace (PEP 420), which others share."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from sdkwright.docs.pages import pages
from sdkwright.options.model import Config
from sdkwright.render import render

from tests.unit.planning import answering

PROGRAM = """
import pickle
import acme.other
from acme.client import Acme, models
from acme.client.utils import RetryConfig

assert not hasattr(acme, "__file__") or acme.__file__ is None
with Acme(server_url="https://acme.example") as sdk:
    sdk.preload()
    assert repr(pickle.loads(pickle.dumps(sdk))) == repr(sdk)
    assert models.AcmeError.__module__ == "acme.client.models"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The SDK of one operation as `acme.client`, on disk."""
    config = Config(package_name="acme-client", module_name="acme.client")
    sdk = answering({"type": "object", "properties": {"a": {"type": "string"}}}, config=config).sdk
    for path, content in render(sdk, pages(sdk)).items():
        target = tmp_path / "sdk" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tmp_path / "sdk"


def test_it_is_imported_beside_other_packages_of_the_namespace(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "acme" / "other"
    other.mkdir(parents=True)
    (other / "__init__.py").touch()
    paths = f"import sys; sys.path[:0] = [{str(project / 'src')!r}, {str(other.parents[1])!r}]\n"
    subprocess.run([sys.executable, "-c", paths + PROGRAM], check=True)


def test_the_wheel_holds_the_package_where_it_stands(project: Path, tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(project)).build(directory=str(tmp_path / "dist"), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
    assert "acme/client/__init__.py" in names
    assert "acme/__init__.py" not in names
    assert all(name.startswith("acme/client/") for name in names)


def test_type_checkers_are_told(project: Path) -> None:
    data = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    assert data["tool"]["mypy"]["explicit_package_bases"] is True
    assert "`src/acme/client/_hooks/registration.py`" in (project / "README.md").read_text("utf-8")
