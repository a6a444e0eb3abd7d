"""Where the output folder differs from what the inputs make, and why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sdkwright.frozen import replace
from sdkwright.output import MANIFEST, Kind, Reason, Stamp, Tree, compare, write
from sdkwright.problems import ProblemsError

from tests.unit.output.trees import STAMP, tree


def reasons(out: Path, now: Tree) -> dict[str, tuple[Kind, tuple[Reason, ...]]]:
    return {change.path: (change.kind, change.reasons) for change in compare(now, out).changes}


def test_no_drift_right_after_writing(tmp_path: Path) -> None:
    write(tree(a_py="1"), tmp_path)
    (tmp_path / "mine.txt").write_text("not ours")
    assert reasons(tmp_path, tree(a_py="1")) == {}


def test_drift_before_the_first_run(tmp_path: Path) -> None:
    assert reasons(tmp_path / "none", tree(a_py="1")) == {"a.py": (Kind.MISSING, (Reason.NEVER,))}


def test_an_edit_and_a_deletion_by_hand_are_named(tmp_path: Path) -> None:
    write(tree(a_py="1", b_py="2"), tmp_path)
    (tmp_path / "a.py").write_text("edited")
    (tmp_path / "b.py").unlink()
    assert reasons(tmp_path, tree(a_py="1", b_py="2")) == {
        "a.py": (Kind.CHANGED, (Reason.EDITED,)),
        "b.py": (Kind.MISSING, (Reason.DELETED,)),
    }


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        (Stamp("0.1.0", "other", STAMP.options), (Reason.DOCUMENT,)),
        (Stamp("0.1.0", STAMP.document, "other"), (Reason.OPTIONS,)),
        (Stamp("0.2.0", STAMP.document, STAMP.options), (Reason.GENERATOR,)),
        (Stamp("0.2.0", "other", STAMP.options), (Reason.DOCUMENT, Reason.GENERATOR)),
        (STAMP, (Reason.TEMPLATES,)),
    ],
)
def test_the_input_that_changed_is_the_reason(tmp_path: Path, stamp: Stamp, reason: tuple[Reason, ...]) -> None:
    write(tree(a_py="1", old_py="1"), tmp_path)
    assert reasons(tmp_path, tree(stamp, a_py="2", new_py="2")) == {
        MANIFEST: (Kind.CHANGED, reason),
        "a.py": (Kind.CHANGED, reason),
        "new.py": (Kind.MISSING, reason),
        "old.py": (Kind.EXTRA, reason),
    }


def test_an_input_that_changes_no_file_is_no_drift(tmp_path: Path) -> None:
    write(tree(a_py="1"), tmp_path)
    assert reasons(tmp_path, tree(Stamp("0.1.0", "other", STAMP.options), a_py="1")) == {}


def test_a_lost_manifest_is_drift(tmp_path: Path) -> None:
    write(tree(a_py="1"), tmp_path)
    (tmp_path / MANIFEST).unlink()
    assert reasons(tmp_path, tree(a_py="1")) == {MANIFEST: (Kind.MISSING, (Reason.DELETED,))}


def test_an_edited_manifest_is_drift(tmp_path: Path) -> None:
    write(tree(a_py="1"), tmp_path)
    with (tmp_path / MANIFEST).open("a") as manifest:
        manifest.write("# a note\n")
    assert reasons(tmp_path, tree(a_py="1")) == {MANIFEST: (Kind.CHANGED, (Reason.EDITED,))}


def test_diffs_are_unified_and_say_when_a_line_has_no_end(tmp_path: Path) -> None:
    write(tree(a_py="one\ntwo"), tmp_path)
    (tmp_path / "a.py").write_text("one\nTWO")
    (change,) = compare(tree(a_py="one\ntwo"), tmp_path).changes
    assert change.diff() == (
        "--- a.py (in the folder)\n+++ a.py (generated)\n@@ -1,2 +1,2 @@\n one\n"
        "-TWO\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n"
    )


def test_an_edited_ledger_is_the_reason_for_what_it_changes(tmp_path: Path) -> None:
    def made(ledger: str, code: str) -> Tree:
        return replace(tree(**{"names.lock": ledger}, a_py=code), read_back={"names.lock": None})

    write(made("1", "1"), tmp_path)
    (tmp_path / "names.lock").write_text("2")
    ledger = (Reason.LEDGER,)
    assert reasons(tmp_path, made("2", "2")) == {
        "a.py": (Kind.CHANGED, ledger),
        MANIFEST: (Kind.CHANGED, ledger),
    }
    assert reasons(tmp_path, made("2", "1")) == {MANIFEST: (Kind.CHANGED, ledger)}
    (tmp_path / "names.lock").unlink()
    assert reasons(tmp_path, made("3", "3")) == {
        "a.py": (Kind.CHANGED, ledger),
        "names.lock": (Kind.MISSING, (Reason.DELETED,)),
        MANIFEST: (Kind.CHANGED, ledger),
    }


def test_a_link_or_a_pipe_in_place_of_a_file_is_an_edit(tmp_path: Path) -> None:
    write(tree(a_py="1", b_py="1"), tmp_path)
    (tmp_path / "a.py").rename(tmp_path / "elsewhere")
    (tmp_path / "a.py").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "b.py").unlink()
    os.mkfifo(tmp_path / "b.py")
    edited = (Kind.CHANGED, (Reason.EDITED,))
    found = reasons(tmp_path, tree(a_py="1", b_py="1"))
    assert {path: found[path] for path in ("a.py", "b.py")} == {"a.py": edited, "b.py": edited}
    with pytest.raises(ProblemsError) as caught:
        write(tree(a_py="1", b_py="1"), tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["edited-file", "edited-file"]
