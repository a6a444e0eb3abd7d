"""Nothing is carried along for nobody: each field of the service, the names and the view is read when SDKs are made.

All cases are built, and a document whose names have changed, with every attribute watched.  To compare, to copy and to
print, nothing is read by name.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sdkwright.frozen import Frozen, fields

from tests.casework.folders import CASES, make
from tests.ledger.test_old_names import generate, rename

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {
    "Argument.annotation": "scripts/bench_runtime/discover.py",
    "NameRow.id": "generator/sdkwright/cli/text/reports.py",
    "NameRow.identifier": "generator/sdkwright/cli/text/reports.py",
    "NameRow.reason": "generator/sdkwright/cli/text/reports.py",
    "NameRow.scope": "generator/sdkwright/cli/text/reports.py",
    "Row.format": "generator/sdkwright/ir/scalars.py",
    "Row.types": "generator/sdkwright/ir/scalars.py",
    "Method.http_method": "scripts/bench_runtime/discover.py",
    "Method.path": "scripts/bench_runtime/discover.py",
}
"""Fields that are read, but not when an SDK is made: where they are."""


def _classes() -> Iterator[type[Any]]:
    for name in (*_modules("sdkwright.ir"), *_modules("sdkwright.view"), "sdkwright.names.model"):
        for found in vars(importlib.import_module(name)).values():
            if inspect.isclass(found) and issubclass(found, Frozen) and found.__module__ == name:
                yield found


def _modules(package: str) -> list[str]:
    return [module.name for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}.")]


@contextlib.contextmanager
def watched(classes: list[type[Any]]) -> Iterator[set[str]]:
    """The fields that are read meanwhile, as `Class.field`."""
    read: set[str] = set()

    def watch(one: type[Any]) -> None:
        names = {each.name for each in fields(one)}

        def get(self: object, name: str) -> Any:
            if name in names:
                read.add(f"{one.__name__}.{name}")
            return object.__getattribute__(self, name)

        one.__getattribute__ = get  # type: ignore[method-assign]  # for as long as the test runs

    for one in classes:
        watch(one)
    try:
        yield read
    finally:
        for one in classes:
            del one.__getattribute__


def _forget() -> None:
    """Let nothing be at hand that other tests of this process have made: who finds it there reads no field."""
    for name in [name for name in sys.modules if name.startswith("sdkwright.")]:
        for found in [*vars(sys.modules[name]).values()]:
            if callable(clear := getattr(found, "cache_clear", None)):
                clear()


def test_each_field_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _forget()
    classes = list(_classes())
    with watched(classes) as read:
        for case in CASES:
            monkeypatch.chdir(case.folder)
            make(case)
        assert generate(tmp_path / "out", "--report", str(tmp_path / "report.json")) == 0
        assert rename(tmp_path / "out") == 0
    unread = {f"{one.__name__}.{each.name}" for one in classes for each in fields(one)} - read
    assert ", ".join(sorted(unread - ELSEWHERE.keys())) == ""


@pytest.mark.parametrize(("name", "file"), ELSEWHERE.items())
def test_what_is_read_elsewhere_is(name: str, file: str) -> None:
    assert f".{name.split('.')[1]}" in (ROOT / file).read_text("utf-8")
