"""A run that dies at any file operation leaves each file old or new, the ledger there, and the next run at ease."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sdkwright.output import MANIFEST, Stamp, Tree, write
from sdkwright.output.survey import STAGING_PREFIX

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

LEDGER = "names.lock"
OLD = {LEDGER: b"one\n", "README.md": b"old\n", "src/a.py": b"old\n", "src/gone.py": b"old\n", "same.py": b"same\n"}
NEW = {LEDGER: b"two\n", "README.md": b"new\n", "src/a.py": b"new\n", "docs/b.md": b"new\n", "same.py": b"same\n"}
DIED = 9


def tree(files: dict[str, bytes]) -> Tree:
    return Tree(files, Stamp("1", str(len(files)), "o"), frozenset(), frozenset({LEDGER}))


def dies_at(operation: int, work: Callable[[], object]) -> bool:
    """Does the work in a process that ends without a word at one of its file operations; whether it came so far."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, _: tuple[Any, ...]) -> None:
            nonlocal count
            if event in ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"):
                count += 1
                if count == operation:
                    os._exit(DIED)

        sys.addaudithook(watch)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, DIED)
    return os.waitstatus_to_exitcode(status) == DIED


def contents(out: Path) -> dict[str, bytes]:
    files = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(STAGING_PREFIX)}


def without_manifest(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in found.items() if name != MANIFEST}


def test_an_update_can_die_anywhere(tmp_path: Path) -> None:
    for operation in range(1, 500):
        out = tmp_path / str(operation)
        write(tree(OLD), out)
        (out / "mine.txt").write_text("mine")
        if not dies_at(operation, lambda out=out: write(tree(NEW), out)):
            break
        found = without_manifest(contents(out))
        assert found.pop("mine.txt") == b"mine"
        assert found[LEDGER] in (b"one\n", b"two\n")
        assert all(content in (OLD.get(name), NEW.get(name)) for name, content in found.items())
        assert {"README.md", "src/a.py", "same.py"} <= found.keys()
        assert write(tree(NEW), out).replaced == ()
        assert without_manifest(contents(out)) == {**NEW, "mine.txt": b"mine"}
        assert not list(out.glob(f"{STAGING_PREFIX}*"))
    assert 20 < operation < 499


def test_a_first_run_that_died_is_resumed(tmp_path: Path) -> None:
    for operation in range(1, 500):
        out = tmp_path / str(operation)
        if not dies_at(operation, lambda out=out: write(tree(NEW), out)):
            break
        assert write(tree(NEW), out).replaced == ()
        assert without_manifest(contents(out)) == NEW
    assert 20 < operation < 499
