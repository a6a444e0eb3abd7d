"""Several files that are replaced as one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sdkwright.output import replaced

NEW = b"new"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_are_new_afterwards_and_nothing_is_left(tmp_path: Path) -> None:
    old, other = tmp_path / "old", tmp_path / "other"
    old.write_bytes(b"old")
    old.chmod(0o640)
    with replaced({old: NEW, other: NEW}):
        assert (old.read_bytes(), other.read_bytes()) == (NEW, NEW)
    assert names(tmp_path) == ["old", "other"]
    assert (old.read_bytes(), other.read_bytes(), old.stat().st_mode & 0o777) == (NEW, NEW, 0o640)


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_all_are_as_they_were_when_the_work_fails(tmp_path: Path, error: type[BaseException]) -> None:
    old, other = tmp_path / "old", tmp_path / "other"
    old.write_bytes(b"old")
    os.utime(old, ns=(1, 1))
    with pytest.raises(error), replaced({old: NEW, other: NEW}):
        raise error
    assert names(tmp_path) == ["old"]
    assert (old.read_bytes(), old.stat().st_mtime_ns) == (b"old", 1)


def test_nothing_is_replaced_when_one_cannot_be(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")
    with pytest.raises(FileNotFoundError), replaced({old: NEW, tmp_path / "nowhere" / "file": NEW}):
        pytest.fail("the work began")
    assert (names(tmp_path), old.read_bytes()) == (["old"], b"old")


def test_a_move_that_fails_takes_the_others_back(tmp_path: Path) -> None:
    old, folder = tmp_path / "old", tmp_path / "folder"
    old.write_bytes(b"old")
    folder.mkdir()
    with pytest.raises(OSError), replaced({old: NEW, folder: NEW}):  # noqa: PT011 - systems name it differently
        pytest.fail("the work began")
    assert (names(tmp_path), old.read_bytes()) == (["folder", "old"], b"old")


def test_a_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with replaced({link: NEW}):
        pass
    assert (link.is_symlink(), real.read_bytes()) == (True, NEW)
