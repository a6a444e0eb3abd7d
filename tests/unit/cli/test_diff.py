"""`sdkwright diff`, and what `generate` and `check` say of callers."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.typed import PETS, run

AGES = PETS.replace("{name: {type: string", "{age: {type: integer}, name: {type: integer")
"""A new member, and one that is something else now."""
IGNORED = """\
- rule: response-changed
  subject: Pet.*
  reason: Names were numbers all along.
  until: 2999-12-31
"""


@pytest.fixture(name="versions")
def _versions(folder: Path) -> Path:
    (folder / "ages.yaml").write_text(AGES)
    return folder


@pytest.fixture(name="repository")
def _repository(folder: Path) -> Path:
    """The first document is committed, the second one stands."""
    for line in ("init -q", "add -A", "-c user.name=x -c user.email=x@example.org commit -qm first"):
        subprocess.run(["git", *line.split()], check=True)
    (folder / "pets.yaml").write_text(AGES)
    return folder


def test_two_documents_are_compared_with_their_places(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "diff", "pets.yaml", "ages.yaml")
    assert (status, versions.name in out) == (0, False)
    assert out.splitlines() == [
        "breaking: An answer is something else: Pet.name  [response-changed]",
        "  from string to integer",
        "  in pets.get_pet: response.name",
        "  before: pets.yaml:20:20",
        "  now: ages.yaml:20:42",
        "  Whoever names it fails.",
        "added: An answer has a new member: Pet.age  [response-member-added]",
        "  is integer",
        "  in pets.get_pet: response.age",
        "  now: ages.yaml:20:20",
        "  Nobody can use it yet.",
        "Breaking: 1, added: 1.",
        "After 0.0.1 comes 0.1.0.",
    ]


def test_release_notes_are_markdown(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "diff", "pets.yaml", "ages.yaml", "--format", "markdown")
    assert out.splitlines() == [
        "## Python SDK Changes:",
        "* `p_client.pets.get_pet()`:",
        "  * `response.age` **Added**",
        "  * `response.name` **Changed** (Breaking ⚠️)",
    ]
    assert versions.is_dir()


def test_annotations_stand_at_the_lines(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "diff", "pets.yaml", "ages.yaml", "--format", "github", "--fail-on", "breaking")
    assert status == 1
    first, second = out.splitlines()
    assert first.startswith("::error file=ages.yaml,line=20,col=42,title=breaking::An answer is something else: Pet.")
    assert second.startswith("::warning file=ages.yaml,line=20,col=20,title=breaking::")
    assert versions.is_dir()


def test_plain_data_has_every_key(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "diff", "pets.yaml", "ages.yaml", "--format", "json")
    assert json.loads(out)["next_version"] == "0.1.0"
    changes = json.loads(out)["changes"]
    assert changes[0] == {
        "rule": "response-changed",
        "weight": "breaking",
        "breaking": True,
        "shows": "static",
        "what": "An answer is something else",
        "why": "Whoever names it fails.",
        "subject": "Pet.name",
        "old": "string",
        "new": "integer",
        "uses": [{"call": "pets.get_pet", "path": "response.name"}],
        "takes": [],
        "before": {"file": "pets.yaml", "line": 20, "column": 20},
        "now": {"file": "ages.yaml", "line": 20, "column": 42},
        "excuse": None,
    }
    assert versions.is_dir()


@pytest.mark.parametrize(("wanted", "status"), [("any", 1), ("breaking", 1)])
def test_the_exit_status_is_what_was_asked_for(
    versions: Path, wanted: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "diff", "pets.yaml", "ages.yaml")[0] == 0
    assert run(capsys, "diff", "pets.yaml", "ages.yaml", "--fail-on", wanted)[0] == status
    assert run(capsys, "diff", "pets.yaml", "pets.yaml", "--fail-on", wanted)[0] == 0
    assert versions.is_dir()


def test_what_is_excused_passes_until_its_day(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ignored = versions / "excused.yaml"
    ignored.write_text(IGNORED)
    command = ("diff", "pets.yaml", "ages.yaml", "--fail-on", "breaking", "--ignore", "excused.yaml")
    status, out, _ = run(capsys, *command)
    assert (status, out.splitlines()[0]) == (0, "excused: An answer is something else: Pet.name  [response-changed]")
    assert "  excused: Names were numbers all along." in out.splitlines()
    ignored.write_text(IGNORED.replace("2999", "2001"))
    status, _, err = run(capsys, *command)
    assert status == 1
    assert "warning: This entry has run out on 2001-12-31, and excuses nothing any more  [old-excuse]" in err


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("  reason: Names were numbers all along.\n", "", "An entry needs `reason`, a text"),
        ("response-changed", "response-change", 'no rule "response-change"; did you mean "response-changed"?'),
        ("2999-12-31", "some day", "An entry needs `until`, a day such as 2030-12-31"),
        ("  until", "  when: x\n  until", 'An entry has no key "when"'),
        (IGNORED, "rule: x\n", "The file is no list"),
    ],
)
def test_an_entry_that_cannot_be_read_is_an_error(
    versions: Path, before: str, after: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (versions / "excused.yaml").write_text(IGNORED.replace(before, after))
    status, _, err = run(capsys, "diff", "pets.yaml", "ages.yaml", "--ignore", "excused.yaml")
    assert (status, message in err, "[bad-excuse]" in err) == (1, True, True)


def test_a_revision_is_compared_with_what_stands(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "diff", "--against", "HEAD", "--fail-on", "breaking")
    assert status == 1
    assert out.splitlines()[3:5] == ["  before: pets.yaml:20:20", "  now: pets.yaml:20:42"]
    assert "Breaking: 1, added: 1." in out
    assert [path.name for path in repository.iterdir()] == [".git", "pets.yaml"] or len(list(repository.iterdir())) == 2


def test_a_revision_that_is_not_there_is_an_error(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "diff", "--against", "no-such-branch")
    assert (status, 'There is no revision "no-such-branch"' in err, "[no-revision]" in err) == (1, True, True)
    assert repository.is_dir()


def test_the_folder_of_an_sdk_is_compared_with_what_the_document_makes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    assert run(capsys, "diff")[1] == "Nothing changed for callers.\n"
    (folder / "pets.yaml").write_text(AGES)
    assert run(capsys, "diff")[1].splitlines()[-2:] == ["Breaking: 1, added: 1.", "After 0.0.1 comes 0.1.0."]
    assert run(capsys, "diff", "generated", "generated")[1] == "Nothing changed for callers.\n"


def test_a_folder_that_says_nothing_of_its_surface_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other").mkdir()
    status, _, err = run(capsys, "diff", "other", "pets.yaml")
    assert (status, "[no-surface]" in err) == (1, True)


def test_generate_and_check_end_with_what_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = "Breaking: 1, added: 1. `sdkwright diff` shows them."
    assert "sdkwright diff" not in run(capsys, "generate")[1]
    (folder / "pets.yaml").write_text(AGES)
    assert run(capsys, "check")[1].splitlines()[-1] == line
    assert run(capsys, "generate")[1].splitlines()[-1] == line
    assert "Breaking" not in run(capsys, "check")[1]


def test_check_counts_what_changed_since_a_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "pets.yaml").write_text(PETS)
    run(capsys, "generate")
    for line in ("add -A", "-c user.name=x -c user.email=x@example.org commit -qm second"):
        subprocess.run(["git", *line.split()], check=True)
    (repository / "pets.yaml").write_text(AGES)
    run(capsys, "generate")
    assert run(capsys, "check", "--fail-on", "breaking")[0] == 0
    status, out, _ = run(capsys, "check", "--fail-on", "breaking", "--against", "HEAD")
    assert (status, out.splitlines()[-1]) == (1, "Breaking: 1, added: 1. `sdkwright diff` shows them.")
