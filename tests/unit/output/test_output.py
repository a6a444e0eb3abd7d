"""The output room: what is written, what is removed, what is left alone, and what happens when writing fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.output import (
    MANIFEST,
    Reason,
    Stamp,
    Tree,
    UnsafePathError,
    compare,
    holds,
    read_manifest,
    safe_join,
    write,
)
from sdkwright.output.lock import locked
from sdkwright.output.manifest import Manifest, parse_manifest, render_manifest
from sdkwright.problems import ProblemsError

from tests.unit.output.trees import STAMP, tree

HOOKS = "src/pets/_hooks/registration.py"


def contents(folder: Path) -> dict[str, str]:
    """Every file below `folder` but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_a_new_folder_gets_every_file_and_a_manifest(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    written = write(tree(a_py="1\n", src__b_py="2\n"), out)
    assert written.added == ("a.py", "src/b.py")
    assert contents(out) == {"a.py": "1\n", "src/b.py": "2\n"}
    manifest = read_manifest(out)
    assert manifest is not None
    assert manifest.stamp == STAMP
    assert holds(manifest, out)


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    write(tree(a_py="1", b_py="2"), tmp_path)
    os.utime(tmp_path / "a.py", ns=(1, 1))
    written = write(tree(a_py="1", b_py="3"), tmp_path)
    assert (written.added, written.changed, written.unchanged) == ((), ("b.py",), 1)
    assert (tmp_path / "a.py").stat().st_mtime_ns == 1


def test_nothing_is_touched_when_nothing_differs(tmp_path: Path) -> None:
    write(tree(a_py="1"), tmp_path)
    os.utime(tmp_path / MANIFEST, ns=(1, 1))
    write(tree(a_py="1"), tmp_path)
    assert (tmp_path / MANIFEST).stat().st_mtime_ns == 1


def test_stale_files_go_with_the_folders_they_empty_and_others_stay(tmp_path: Path) -> None:
    write(tree(old__deep__x_py="1", old2__y_py="2", a_py="3"), tmp_path)
    (tmp_path / "old2" / "mine.txt").write_text("mine")
    written = write(tree(a_py="3"), tmp_path)
    assert written.removed == ("old/deep/x.py", "old2/y.py")
    assert contents(tmp_path) == {"a.py": "3", "old2/mine.txt": "mine"}
    assert not (tmp_path / "old").exists()


def test_a_folder_can_become_a_file_and_the_other_way_round(tmp_path: Path) -> None:
    write(Tree({"x/a.py": b"1", "y": b"2"}, STAMP), tmp_path)
    write(Tree({"x": b"1", "y/a.py": b"2"}, STAMP), tmp_path)
    assert contents(tmp_path) == {"x": "1", "y/a.py": "2"}


def test_files_that_no_run_made_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("mine")
    with pytest.raises(ProblemsError) as caught:
        write(tree(a_py="1", b_py="2"), tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["foreign-folder"]
    assert contents(tmp_path) == {"a.py": "mine"}
    assert write(tree(b_py="2"), tmp_path, adopt=True).replaced == ()
    with pytest.raises(ProblemsError) as caught:
        write(tree(a_py="1", b_py="2"), tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["foreign-file"]
    assert contents(tmp_path) == {"a.py": "mine", "b.py": "2"}
    assert write(tree(a_py="1", b_py="2"), tmp_path, adopt=True).replaced == ("a.py",)
    assert contents(tmp_path) == {"a.py": "1", "b.py": "2"}


def test_an_edit_is_not_lost_without_a_word(tmp_path: Path) -> None:
    before, after = tree(a_py="1\n", b_py="1\n"), tree(a_py="2\n", b_py="1\n")
    write(before, tmp_path)
    (tmp_path / "a.py").write_text("mine\n")
    for adopt in (False, True):
        with pytest.raises(ProblemsError) as caught:
            write(after, tmp_path, adopt=adopt)
        assert [problem.code for problem in caught.value.problems] == ["edited-file"]
        assert "`a.py` was edited" in str(caught.value)
    assert {change.path: change.reasons for change in compare(after, tmp_path).changes}["a.py"] == (Reason.EDITED,)
    assert write(after, tmp_path, overwrite=True).replaced == ("a.py",)
    assert contents(tmp_path) == {"a.py": "2\n", "b.py": "1\n"}


@pytest.mark.parametrize("found", ["1\r\n", "2\n", "2\r\n"])
def test_the_ends_of_lines_and_what_is_right_already_are_no_edit(tmp_path: Path, found: str) -> None:
    write(tree(a_py="1\n"), tmp_path)
    (tmp_path / "a.py").write_bytes(found.encode())
    assert write(tree(a_py="2\n"), tmp_path).replaced == ()
    assert contents(tmp_path) == {"a.py": "2\n"}


def test_what_the_last_run_made_is_removed_only_as_it_was_made(tmp_path: Path) -> None:
    write(tree(a_py="1", b_py="1"), tmp_path)
    (tmp_path / "b.py").write_text("mine")
    assert write(tree(a_py="1"), tmp_path).removed == ()
    assert contents(tmp_path) == {"a.py": "1", "b.py": "mine"}


@pytest.mark.parametrize("listed", ["src", ".git/config", "link", "pipe"])
def test_a_manifest_speaks_of_plain_files_alone(tmp_path: Path, listed: str) -> None:
    write(tree(a_py="1", src__b_py="2"), tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a.py")
    os.mkfifo(tmp_path / "pipe")
    manifest = tmp_path / MANIFEST
    manifest.write_text(f"{manifest.read_text()}file {'0' * 64} {listed}\n")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ProblemsError) as caught:
        write(tree(a_py="2", src__b_py="2"), tmp_path, overwrite=True, adopt=True)
    assert [problem.code for problem in caught.value.problems] == ["unsafe-manifest"]
    assert sorted(tmp_path.rglob("*")) == before


def test_no_folder_of_everything_is_an_output_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "file").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "repository" / ".git" / "hooks").mkdir(parents=True)
    homes = (tmp_path / "home", tmp_path / "home" / ".." / "home", tmp_path)
    git = (tmp_path / "repository" / ".git", tmp_path / "repository" / ".git" / "hooks")
    for out in (Path("/"), *homes, *git, tmp_path / "file", tmp_path / "loop", Path(os.devnull)):
        with pytest.raises(ProblemsError) as caught:
            write(tree(a_py="1"), out, overwrite=True, adopt=True)
        assert [problem.code for problem in caught.value.problems] == ["unsafe-folder"], out


@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_a_manifest_that_is_no_plain_file_is_not_read(tmp_path: Path, kind: str) -> None:
    write(tree(a_py="1"), tmp_path)
    manifest = tmp_path / MANIFEST
    manifest.rename(tmp_path / "elsewhere")
    match kind:
        case "pipe":
            os.mkfifo(manifest)
        case "link":
            manifest.symlink_to(tmp_path / "elsewhere")
        case _:
            manifest.mkdir()
    assert read_manifest(tmp_path) is None
    for work in (lambda: write(tree(a_py="2"), tmp_path, overwrite=True), lambda: compare(tree(a_py="2"), tmp_path)):
        with pytest.raises(ProblemsError) as caught:
            work()
        assert [problem.code for problem in caught.value.problems] == ["unsafe-manifest"]


def test_the_hooks_go_with_the_package_when_it_is_renamed(tmp_path: Path) -> None:
    old, new = HOOKS, HOOKS.replace("pets", "cats")
    write(Tree({old: b"default", "src/pets/a.py": b"1"}, STAMP, frozenset({old})), tmp_path)
    (tmp_path / old).write_text("mine")
    written = write(Tree({new: b"default", "src/cats/a.py": b"1"}, STAMP, frozenset({new})), tmp_path)
    assert written.moved == (old,)
    assert contents(tmp_path) == {"src/cats/a.py": "1", new: "mine"}
    assert not (tmp_path / "src" / "pets").exists()


def test_a_manifest_cannot_have_another_file_moved_as_hooks(tmp_path: Path) -> None:
    write(tree(hooks_py="default"), tmp_path)
    (tmp_path / "mine.py").write_text("mine")
    (tmp_path / MANIFEST).write_text("once mine.py\n")
    assert write(tree(hooks_py="default"), tmp_path).moved == ()
    assert contents(tmp_path) == {"hooks.py": "default", "mine.py": "mine"}


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(ProblemsError) as caught:
        write(tree(a_py="1"), tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["busy"]
    assert write(tree(a_py="1"), tmp_path).added == ("a.py",)


def test_a_folder_where_a_file_must_be_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.py").mkdir()
    with pytest.raises(ProblemsError, match="folder where a file"):
        write(tree(a_py="1"), tmp_path, overwrite=True)
    assert (tmp_path / "a.py").is_dir()


def test_files_written_once_belong_to_the_user(tmp_path: Path) -> None:
    write(tree(hooks_py="default", a_py="1"), tmp_path)
    (tmp_path / "hooks.py").write_text("mine")
    write(tree(hooks_py="other default", a_py="2"), tmp_path)
    assert contents(tmp_path) == {"a.py": "2", "hooks.py": "mine"}
    assert compare(tree(hooks_py="other default", a_py="2"), tmp_path).changes == ()
    write(tree(a_py="2"), tmp_path)
    assert contents(tmp_path) == {"a.py": "2", "hooks.py": "mine"}, "and it is not removed as stale"


def test_a_failure_half_way_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree(a_py="1", z_py="1", old__x_py="1"), tmp_path)
    before = contents(tmp_path)
    replace = os.replace

    def failing(source: str, target: str) -> None:
        if Path(source).parts[-2:] == ("new", "z.py"):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        write(tree(a_py="2", new__b_py="2", z_py="2"), tmp_path)
    assert contents(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == {"a.py", "z.py", "old", MANIFEST}


def test_a_failure_in_a_new_folder_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(handle: int, data: bytes) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "write", failing)
    with pytest.raises(KeyboardInterrupt):
        write(tree(a_py="1"), tmp_path / "deep" / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a/.", "a\\b", "C:/x", "a\0b", "a/", ".."]
)
def test_unsafe_paths_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnsafePathError):
        safe_join(tmp_path, path)


@given(st.text(max_size=20))
def test_a_joined_path_never_leaves_the_root(path: str) -> None:
    root = Path("/root-of-output")
    try:
        joined = safe_join(root, path)
    except UnsafePathError:
        return
    assert joined.is_relative_to(root)
    assert ".." not in joined.parts


def test_a_linked_folder_does_not_lead_out(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    out.mkdir()
    other.mkdir()
    (out / "src").symlink_to(other)
    with pytest.raises(ProblemsError) as caught:
        write(tree(src__a_py="1"), out, adopt=True)
    assert [problem.code for problem in caught.value.problems] == ["foreign-file"]
    assert list(other.iterdir()) == []


def test_a_linked_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(tree(a_py="1"), out)
    victim = tmp_path / "victim"
    victim.write_text("keep")
    (out / "a.py").unlink()
    (out / "a.py").symlink_to(victim)
    with pytest.raises(ProblemsError, match="edited"):
        write(tree(a_py="2"), out)
    write(tree(a_py="2"), out, overwrite=True)
    assert victim.read_text() == "keep"
    assert (out / "a.py").read_text() == "2"


def test_a_manifest_cannot_have_files_elsewhere_removed(tmp_path: Path) -> None:
    out, victim = tmp_path / "out", tmp_path / "victim"
    write(tree(a_py="1"), out)
    victim.write_text("keep")
    with (out / MANIFEST).open("a") as manifest:
        manifest.write(f"file {'0' * 64} ../victim\n")
    with pytest.raises(ProblemsError, match="leads out") as caught:
        write(tree(a_py="1"), out)
    assert [problem.code for problem in caught.value.problems] == ["unsafe-manifest"]
    assert victim.exists()


segments = st.text("abcXYZ019_-. é", min_size=1, max_size=8).filter(lambda s: s.strip() == s and s not in (".", ".."))
paths = st.lists(segments, min_size=1, max_size=3).map("/".join)


@given(
    st.dictionaries(paths, st.from_regex("[0-9a-f]{64}", fullmatch=True), max_size=5), st.frozensets(paths, max_size=2)
)
def test_a_manifest_reads_back(files: dict[str, str], once: frozenset[str]) -> None:
    manifest = Manifest(STAMP, files, once)
    assert parse_manifest(render_manifest(manifest).decode()) == manifest


def test_a_merged_manifest_owns_the_files_of_both_sides() -> None:
    text = f"""generator 0.1.0
document 1
document 2
options 1
file {"a" * 64} a.py
file {"b" * 64} a.py
"""
    manifest = parse_manifest(text)
    assert manifest.known == {"a.py": frozenset({"a" * 64, "b" * 64})}
    assert manifest.stamp == Stamp("", "", "")


def test_a_conflicted_manifest_owns_the_files_of_both_sides() -> None:
    text = f"""generator 0.1.0
<<<<<<< ours
document 1
file {"a" * 64} a.py
=======
document 2
file {"b" * 64} b.py
>>>>>>> theirs
"""
    manifest = parse_manifest(text)
    assert set(manifest.files) == {"a.py", "b.py"}
    assert manifest.stamp == Stamp("", "", "")
