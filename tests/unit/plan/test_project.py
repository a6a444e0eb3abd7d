"""The requirements that `pyproject.toml` of an SDK lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from sdkwright.openapi.data import Json
from sdkwright.options.metadata import requirements
from sdkwright.options.model import Config
from sdkwright.plan.project import RUNTIME_DEPENDENCIES, further


@pytest.mark.parametrize(
    ("written", "requirement"),
    [
        ("", "a"),
        ("*", "a"),
        ("1.2", "a==1.2"),
        (">=1.2,<3", "a>=1.2,<3"),
        ("~=1.2", "a~=1.2"),
        ("!=1.2", "a!=1.2"),
        ("^1.2.3", "a>=1.2.3,<2"),
        ("^0.2.3", "a>=0.2.3,<0.3"),
        ("^0.0.3", "a>=0.0.3,<0.0.4"),
        ("^0", "a>=0,<1"),
        ("~1.2.3", "a>=1.2.3,<1.3"),
        ("~1", "a>=1,<2"),
        ("^1.2rc1", "a>=1.2rc1"),
    ],
)
def test_version_ranges_as_pip_and_poetry_write_them(written: str, requirement: str) -> None:
    config = Config(main_dependencies=requirements({"a": written}))
    assert further(config.main_dependencies) == [requirement]


@pytest.mark.parametrize(
    ("name", "written", "requirement"),
    [
        ("a[x]", ">=1", "a[x]>=1"),
        ("a", '^2; python_version < "3.12"', 'a>=2,<3; python_version < "3.12"'),
        ("a", '; sys_platform == "win32"', 'a; sys_platform == "win32"'),
        ("a", {"version": ">=1", "extras": ["x", "y"], "markers": "os_name == 'nt'"}, "a[x,y]>=1; os_name == 'nt'"),
        ("a", {"extras": ["x"]}, "a[x]"),
    ],
)
def test_requirements_with_extras_and_markers(name: str, written: Json, requirement: str) -> None:
    (found,) = further(requirements({name: written}))
    assert found == requirement
    assert Requirement(found)


def test_the_oldest_packages_that_it_lists_are_those_of_the_lock_for_the_oldest() -> None:
    """They fit each other, then: the tests run with them."""
    requirements = Path(__file__).parents[3] / "requirements"
    listed = {line for line in (requirements / "lowest.in").read_text("utf-8").splitlines() if not line.startswith("#")}
    floors = {each for named in RUNTIME_DEPENDENCIES.values() for each in named}
    assert listed == floors
    locked = re.findall(r"^[a-z0-9-]+==\S+", (requirements / "lowest.txt").read_text("utf-8"), re.MULTILINE)
    assert {floor.replace(">=", "==") for floor in floors} <= {*locked}
