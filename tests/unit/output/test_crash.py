"""A run that dies, meets a full disk, or is not alone: each file is old or new, the ledger is there, the next run is at
ease, a folder on its way is never taken for a finished one, and the user's files are what they were."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sdkwright.output import MANIFEST, Stamp, Tree, compare, digest, read_manifest, write
from sdkwright.output.survey import STAGING_PREFIX
from sdkwright.problems import ProblemsError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

LEDGER, HOOKS = "names.lock", "_hooks/registration.py"
Files = dict[str, bytes]
OLD: Files = {
    LEDGER: b"one\n",
    "README.md": b"old\n",
    "src/pets/a.py": b"old\n",
    "src/pets/gone.py": b"old\n",
    f"src/pets/{HOOKS}": b"empty\n",
    "same.py": b"same\n",
    "becomes/a/file.py": b"old\n",
}
NEW: Files = {
    LEDGER: b"two\n",
    "README.md": b"new\n",
    "src/cats/a.py": b"new\n",
    f"src/cats/{HOOKS}": b"empty\n",
    "docs/b.md": b"new\n",
    "same.py": b"same\n",
    "becomes": b"new\n",
}
THIRD: Files = {**NEW, LEDGER: b"three\n", "README.md": b"third\n", "docs/c.md": b"third\n"}
MINE: Files = {"mine.txt": b"mine\n", "src/pets/mine.py": b"mine\n"}
WROTE, BUSY, FULL, DIED = 0, 7, 8, 9
CHANGES = ("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree")
MOST = 500


def tree(files: Files, read: bytes | None = OLD[LEDGER]) -> Tree:
    """Of a run that has read the ledger `read`."""
    once = frozenset(path for path in files if path.endswith(HOOKS))
    stamp = Stamp("1", digest(files[LEDGER]), "o")
    return Tree(files, stamp, once, {LEDGER: None if read is None else digest(read)})


def contents(out: Path) -> Files:
    """All files but the manifest and what a killed run leaves for the next one to sweep."""
    files = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    del files[MANIFEST]
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(STAGING_PREFIX)}


def finished(files: Files) -> Files:
    """What a folder of the user's holds when these are written: edited hooks, and files of the user's."""
    edited = {path: b"mine\n" for path in files if path.endswith(HOOKS)}
    return {**files, **edited, **MINE}


def started(out: Path) -> Path:
    """A folder of the old tree with files of the user's."""
    write(tree(OLD, None), out)
    for path, content in {**MINE, f"src/pets/{HOOKS}": b"mine\n"}.items():
        (out / path).write_bytes(content)
    return out


class Child:
    """The work in a process of its own, of which `watch` sees each file operation before it happens."""

    def __init__(self, watch: Callable[[int, str], None], work: Callable[[], object]) -> None:
        self.pid = os.fork()
        if self.pid:
            return
        count = 0

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal count
            writes = (
                event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
            )
            if writes or event == "open" or event in CHANGES:
                count += 1
                watch(count, "write" if writes else event)

        status = WROTE
        sys.addaudithook(hook)
        try:
            work()
        except ProblemsError:
            status = BUSY
        except OSError as error:
            status = FULL if error.errno == errno.ENOSPC else 1
        finally:
            os._exit(status)

    def status(self) -> int:
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def dying(at: int) -> Callable[[int, str], None]:
    """Ends the process without a word at one operation."""

    def watch(count: int, _: str) -> None:
        if count == at:
            os._exit(DIED)

    return watch


def full(since: int) -> Callable[[int, str], None]:
    """From one operation on the disk has no room for anything."""

    def watch(count: int, event: str) -> None:
        if count >= since and event in ("write", "os.mkdir", "os.link"):
            raise OSError(errno.ENOSPC, "No space left on device")

    return watch


def until(done: int, run: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """Runs that are disturbed at one operation after the other, until one comes to its end undisturbed."""
    for operation in range(1, MOST):
        status = run(operation)
        assert status in (WROTE, BUSY, FULL, DIED)
        if status == done:
            assert operation > 20
            return
        yield operation, status
    raise AssertionError("there are more operations than anybody thought")


def is_understood(out: Path) -> None:
    """Each file is old or new, and what is neither tree as a whole is taken for none."""
    found = contents(out)
    old, new = finished(OLD), finished(NEW)
    assert MINE.items() <= found.items()
    assert found[LEDGER] in (OLD[LEDGER], NEW[LEDGER])
    assert all(content in (old.get(path), new.get(path)) for path, content in found.items())
    assert b"mine\n" in (found.get(f"src/pets/{HOOKS}"), found.get(f"src/cats/{HOOKS}"))
    done = {**new, f"src/pets/{HOOKS}": b"mine\n"}  # The hooks have gone with the package, and stand there twice.
    if found not in (old, new, done):
        last = read_manifest(out)
        assert last is not None
        assert last.stamp == Stamp("", "", "")
        for read in (OLD, NEW):
            assert compare(tree(read), out).changes


def test_an_update_can_die_anywhere(tmp_path: Path) -> None:
    def run(operation: int) -> int:
        out = started(tmp_path / str(operation))
        return Child(dying(operation), lambda: write(tree(NEW), out)).status()

    for operation, status in until(WROTE, run):
        out = tmp_path / str(operation)
        assert status == DIED
        is_understood(out)
        assert write(tree(NEW), out).replaced == ()
        assert contents(out) == finished(NEW)
        assert not list(out.glob(f"{STAGING_PREFIX}*"))


def test_a_first_run_that_died_is_resumed(tmp_path: Path) -> None:
    def run(operation: int) -> int:
        return Child(dying(operation), lambda: write(tree(NEW, None), tmp_path / str(operation))).status()

    for operation, _ in until(WROTE, run):
        out = tmp_path / str(operation)
        assert write(tree(NEW, None), out).replaced == ()
        assert contents(out) == NEW
        assert not list(out.glob(f"{STAGING_PREFIX}*"))


def test_a_disk_can_be_full_at_any_moment(tmp_path: Path) -> None:
    def run(operation: int) -> int:
        out = started(tmp_path / str(operation))
        return Child(full(operation), lambda: write(tree(NEW), out)).status()

    for operation, status in until(WROTE, run):
        out = tmp_path / str(operation)
        assert status == FULL
        assert contents(out) == finished(OLD)
        assert compare(tree(OLD), out).changes == ()
        assert not list(out.glob(f"{STAGING_PREFIX}*"))
        write(tree(NEW), out)
        assert contents(out) == finished(NEW)


def test_a_first_run_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    def run(operation: int) -> int:
        return Child(full(operation), lambda: write(tree(NEW, None), tmp_path / str(operation) / "out")).status()

    for operation, status in until(WROTE, run):
        assert status == FULL
        assert not (tmp_path / str(operation)).exists()


def test_two_runs_at_once(tmp_path: Path) -> None:
    """The one stops at each of its operations until the other has come to its end."""

    def run(operation: int) -> int:
        out = started(tmp_path / str(operation))
        stopped, go = os.pipe(), os.pipe()

        def watch(count: int, _: str) -> None:
            if count == operation:
                os.write(stopped[1], b".")
                os.read(go[0], 1)

        one = Child(watch, lambda: write(tree(NEW), out))
        os.close(stopped[1])
        is_between = os.read(stopped[0], 1) == b"."
        other = Child(lambda count, event: None, lambda: write(tree(THIRD), out)).status() if is_between else WROTE
        os.write(go[1], b".")
        ended = one.status()
        for handle in (stopped[0], *go):
            os.close(handle)
        assert not is_between or sorted((ended, other)) == [WROTE, BUSY], "one of them writes, the other one says so"
        assert contents(out) == finished(NEW if ended == WROTE else THIRD)
        assert compare(tree(NEW if ended == WROTE else THIRD), out).changes == ()
        return DIED if is_between else WROTE

    for _ in until(WROTE, run):
        pass
