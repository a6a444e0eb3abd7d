"""What belongs to the SDK beside what is generated: what lies in the package, what is packed, what the owner keeps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.output import Kind, Reason, Stamp, Tree, compare, ignored, packed, write
from sdkwright.problems import ProblemsError

FILES = {"README.md": b"1", "src/pets/a.py": b"1"}


def tree(*include: str) -> Tree:
    return Tree(FILES, Stamp("1", "d", "o"), package="src/pets", include=include)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with files that are nobody's, in the package and beside it."""
    write(tree(), tmp_path)
    for path in ("src/pets/b.py", "src/pets/own/c.py", "src/pets/__pycache__/a.pyc", "src/other.py", "notes.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("mine")
    return tmp_path


def test_what_nothing_makes_in_the_package_is_named(out: Path) -> None:
    (out / "src" / "pets" / "link.py").symlink_to(out / "notes.txt")
    changes = {change.path: (change.kind, change.reasons) for change in compare(tree(), out).changes}
    stray = (Kind.EXTRA, (Reason.STRAY,))
    assert changes == {"src/pets/b.py": stray, "src/pets/own/c.py": stray, "src/pets/link.py": stray}


def test_what_the_options_name_belongs_to_the_sdk(out: Path) -> None:
    named = tree("src/pets/b.py", "src/pets/own", "notes.txt")
    assert compare(named, out).changes == ()
    assert packed(named, out) == ("README.md", "notes.txt", "src/pets/a.py", "src/pets/b.py", "src/pets/own/c.py")
    assert packed(tree(), out) == ("README.md", "src/pets/a.py")


def test_the_licence_and_the_history_belong_to_the_sdk_without_being_named(out: Path) -> None:
    for path in ("LICENSE", "LICENCE.txt", "COPYING.md", "NOTICE", "AUTHORS", "docs/LICENSE", "UNLICENSE"):
        (out / path).parent.mkdir(exist_ok=True)
        (out / path).write_text("mine")
    licences = ("AUTHORS", "COPYING.md", "LICENCE.txt", "LICENSE", "NOTICE")
    assert packed(tree(), out) == tuple(sorted((*licences, "README.md", "src/pets/a.py")))
    (out / "CHANGELOG.md").write_text("")
    assert packed(tree(), out) == tuple(sorted((*licences, "CHANGELOG.md", "README.md", "src/pets/a.py")))
    (out / "LICENSE").unlink()
    (out / "LICENSE").symlink_to(out / "notes.txt")
    with pytest.raises(ProblemsError, match="LICENSE"):
        packed(tree(), out)


def test_a_name_covers_no_other_that_begins_with_it(out: Path) -> None:
    assert [change.path for change in compare(tree("src/pets/own", "src/pets/b"), out).changes] == ["src/pets/b.py"]


@pytest.mark.parametrize("named", ["gone.py", "pipe", "link", "folder", "../outside"])
def test_what_cannot_be_packed_is_named(out: Path, named: str) -> None:
    os.mkfifo(out / "pipe")
    (out / "link").symlink_to(out / "notes.txt")
    (out / "folder").mkdir()
    (out / "folder" / "link").symlink_to(out)
    with pytest.raises(ProblemsError) as caught:
        packed(tree(named), out)
    assert [problem.code for problem in caught.value.problems] == ["not-packed"]


def test_what_the_owner_keeps_is_neither_written_nor_compared_nor_removed(tmp_path: Path) -> None:
    write(tree(), tmp_path)
    kept = Tree({"src/pets/a.py": b"1"}, Stamp("1", "d", "p"), left=frozenset({"README.md"}), package="src/pets")
    assert write(kept, tmp_path).removed == ()
    (tmp_path / "README.md").write_text("mine")
    assert compare(kept, tmp_path).changes == ()
    assert packed(kept, tmp_path) == ("README.md", "src/pets/a.py")
    write(kept, tmp_path)
    assert (tmp_path / "README.md").read_text() == "mine"
    with pytest.raises(ProblemsError, match="not made by sdkwright"):
        write(tree(), tmp_path)


PATHS = ("README.md", "USAGE.md", "docs/README.md", "docs/models/pet.md", "src/pets/a.py")


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("", ()),
        ("# README.md\n\n   \n", ()),
        ("README.md", ("README.md", "docs/README.md")),
        ("/README.md\r\n", ("README.md",)),
        ("docs/", ("docs/README.md", "docs/models/pet.md")),
        ("docs", ("docs/README.md", "docs/models/pet.md")),
        ("README.md/", ()),
        ("*.md\n!docs\n", ("README.md", "USAGE.md")),
        ("docs/*", ("docs/README.md", "docs/models/pet.md")),
        ("docs/*.md", ("docs/README.md",)),
        ("docs/**/*.md", ("docs/README.md", "docs/models/pet.md")),
        ("**/models", ("docs/models/pet.md",)),
        ("docs/**", ("docs/README.md", "docs/models/pet.md")),
        ("\\README.md", ("README.md", "docs/README.md")),
        ("[RU]*.md", ("README.md", "USAGE.md", "docs/README.md")),
        ("/", ()),
        ("!", ()),
        ("**", PATHS),
    ],
)
def test_patterns_are_those_of_git(text: str, covered: tuple[str, ...]) -> None:
    assert ignored(text, PATHS) == frozenset(covered)


@given(st.text("*/!?[]-a\\#.\n", max_size=200))
def test_any_text_covers_paths_or_not(text: str) -> None:
    assert ignored(text, ["a" * 100, "a/a/a", *PATHS]) <= {"a" * 100, "a/a/a", *PATHS}
