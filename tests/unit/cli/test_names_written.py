"""The ledger on the command line: a draft, what binds it, names that somebody wants otherwise, and merges of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from sdkwright.cli.commands import publish as publish_command
from sdkwright.names.published.ledger import parse_ledger
from sdkwright.pipeline import LEDGER

from tests.unit.cli.typed import PETS, run, snapshot

SAID = "The ledger of names is a draft"
FETCH = PETS.replace("getPet", "fetchPet")


@pytest.fixture(name="project")
def _project(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new project whose SDK was generated once."""
    assert run(capsys, "init", "pets.yaml")[0] == 0
    assert run(capsys, "generate")[0] == 0
    return folder


def ledger(folder: Path) -> str:
    return (folder / "generated" / LEDGER).read_text()


def methods(folder: Path) -> list[str]:
    return [line for line in ledger(folder).splitlines() if "method " in line]


@pytest.mark.parametrize("command", ["generate", "check", "names"])
def test_each_run_says_that_the_ledger_is_a_draft(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert ledger(project).startswith("# A draft")
    for _ in range(2):  # The second run knows it from the first one.
        status, out, _ = run(capsys, command)
        assert (status, out.count(SAID)) == (0, 1)
    assert json.loads(run(capsys, command, "--format", "json")[1])["draft"]


def test_without_a_manifest_of_this_run_it_is_said_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "pets.yaml").write_text(f"{PETS}\n# a remark\n")
    assert SAID in run(capsys, "generate")[1]


def test_in_a_draft_a_better_id_renames(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert methods(project) == ["method pets getPet = get"]
    (project / "pets.yaml").write_text(FETCH)
    status, _, err = run(capsys, "generate")
    assert (status, err) == (0, "")
    assert methods(project) == ["method pets fetchPet = fetch"]


def test_a_project_without_that_option_has_a_ledger_that_binds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "generate")
    assert SAID not in out
    (folder / "pets.yaml").write_text(FETCH)
    status, _, err = run(capsys, "generate", "--strict")
    assert status == 0
    assert err.splitlines() == [
        "note: `pets.get_pet` keeps its published name; by the new id of its operation it would be `fetch_pet`  "
        "[name-kept]",
        "  --> generated/names.lock:10:1",
        "    |",
        " 10 | method pets getPet = get_pet",
        "    | ^",
        "  help: To keep the name, do nothing. To take the new one, which leaves the old one as an alias: "
        "`sdkwright names --rename pets.get_pet fetch_pet`.",
    ]
    assert methods(folder) == ["method pets fetchPet = get_pet"]


def test_a_note_is_a_notice_in_a_pull_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    (folder / "pets.yaml").write_text(FETCH)
    _, out, _ = run(capsys, "check", "--format", "github")
    assert out.startswith("::notice file=generated/names.lock,line=10,col=1,title=name-kept::")


def test_once_bound_names_hold(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "names", "--bind")[:2] == (0, "wrote generated/names.lock. Next: sdkwright generate\n")
    assert ledger(project).startswith("# The names that this SDK has published")
    assert run(capsys, "check")[0] == 1
    _, out, _ = run(capsys, "generate")
    assert SAID not in out
    (project / "pets.yaml").write_text(FETCH)
    assert "[name-kept]" in run(capsys, "generate")[2]
    assert methods(project) == ["method pets fetchPet = get"]


def test_the_new_name_is_taken_with_an_alias(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    (folder / "pets.yaml").write_text(FETCH)
    before = snapshot(folder)
    status, out, _ = run(capsys, "names", "--rename", "pets.get_pet", "fetch_pet")
    assert (status, out.splitlines()) == (
        0,
        [
            "pets.get_pet is fetch_pet now; the old name works, and warns.",
            "wrote generated/names.lock. Next: sdkwright generate",
        ],
    )
    assert {path for path, content in snapshot(folder).items() if before.get(path) != content} == {
        f"generated/{LEDGER}"
    }
    assert methods(folder) == ["alias method pets fetchPet = get_pet", "method pets fetchPet = fetch_pet"]
    assert run(capsys, "generate", "--strict")[0] == 0
    told = (folder / "generated/MIGRATION.md").read_text()
    assert "`p_client.pets.get_pet()` is now `p_client.pets.fetch_pet()`" in told
    assert run(capsys, "check")[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("nothing", "more", 'Nothing that the ledger can rename is called "nothing"'),
        ("Pet", "class", '"class" is no Python name'),
        ("Pet", "BaseModel", "No class was ever called `BaseModel`"),
        ("Pet.name", "class_", ""),
        ("pets.get_pet", "pets", ""),
    ],
)
def test_what_cannot_be_renamed_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    run(capsys, "generate")
    before = snapshot(folder)
    status, _, err = run(capsys, "names", "--rename", old, new)
    assert ("[rename]" in err, message in err) == (bool(status), True)
    assert bool(message) <= bool(status)
    assert (snapshot(folder) == before) == bool(status)


def test_a_name_that_the_document_asks_for_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pets.yaml").write_text(PETS.replace("operationId", "x-speakeasy-name-override: look\n      operationId"))
    run(capsys, "generate")
    status, _, err = run(capsys, "names", "--rename", "pets.look", "seek")
    assert (status, '"pets.look" cannot be called "seek"' in err) == (1, True)


def test_all_names_are_made_anew_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    (folder / "pets.yaml").write_text(FETCH)
    run(capsys, "generate")
    status, out, _ = run(capsys, "names", "--release-names")
    assert (status, "method get_pet is fetch_pet now" in out.splitlines()) == (0, True)
    assert run(capsys, "generate")[0] == 0
    assert methods(folder) == ["method pets fetchPet = fetch_pet"]


@pytest.mark.parametrize("what", [("--rename", "get", "look"), ("--release-names",)])
def test_a_draft_has_nothing_to_give_up(
    project: Path, capsys: pytest.CaptureFixture[str], what: tuple[str, ...]
) -> None:
    before = snapshot(project)
    status, _, err = run(capsys, "names", *what)
    assert (status, "The ledger is a draft" in err) == (1, True)
    assert snapshot(project) == before


def test_there_must_be_a_ledger(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "names", "--bind")
    assert (status, "There is no ledger yet" in err) == (1, True)
    assert not (folder / "generated").exists()


@pytest.mark.parametrize("dry", [True, False])
def test_what_is_published_holds(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, dry: bool
) -> None:
    seen: list[bool] = []
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(
        publish_command, "publish", lambda order, say: seen.append(parse_ledger(ledger(project)).is_draft)
    )
    status, out, _ = run(capsys, "publish", *(["--dry-run"] if dry else []))
    assert (status, seen, "Commit the ledger: generated/names.lock" in out) == (0, [dry], not dry)
    assert run(capsys, "check")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "refused"), [([], True), (["--dry-run", "--dist", "dist"], True), (["--dry-run"], False)]
)
def test_a_pipeline_publishes_no_draft(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    refused: bool,
) -> None:
    """What binds the names would be lost with its checkout."""
    seen: list[object] = []
    monkeypatch.setattr(publish_command, "publish", lambda order, say: seen.append(order))
    monkeypatch.setenv("CI", "true")
    before = snapshot(project)
    status, _, err = run(capsys, "publish", *arguments)
    assert (status, "[draft-published]" in err, len(seen)) == ((1, True, 0) if refused else (0, False, 1))
    assert snapshot(project) == before
    assert [run(capsys, *typed)[0] for typed in (("names", "--bind"), ("generate",))] == [0, 0]
    assert run(capsys, "publish", *arguments)[0] == 0


# ------------------------------------------------------------------------------------------------------------- merges


def git(*arguments: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-qm", message)


@pytest.fixture(name="repository")
def _repository(project: Path) -> Path:
    git("init", "-q", "-b", "main")
    commit("first")
    return project


def added(document: str, name: str) -> str:
    """The document with a property more."""
    return document.replace("properties: {", f"properties: {{{name}: {{type: string}}, ")


def called(name: str) -> str:
    """The document with another name for a property."""
    return PETS.replace("{name: {", f"{{name: {{x-speakeasy-name-override: {name}, ")


def test_branches_of_a_draft_merge(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "-qb", "other")
    (repository / "pets.yaml").write_text(called("title"))
    run(capsys, "generate")
    commit("other")
    git("checkout", "-q", "main")
    (repository / "pets.yaml").write_text(called("label"))
    run(capsys, "generate")
    commit("main")
    git("merge", "-q", "-X", "ours", "other")
    assert {"field Pet name = label", "field Pet name = title"} <= set(ledger(repository).splitlines())
    assert parse_ledger(ledger(repository)).is_draft
    assert run(capsys, "generate")[0] == 0
    assert [line for line in ledger(repository).splitlines() if "field Pet" in line] == ["field Pet name = label"]


@pytest.mark.parametrize("merged", ["main", "other"])
def test_a_ledger_that_one_branch_has_bound_is_bound(
    repository: Path, capsys: pytest.CaptureFixture[str], merged: str
) -> None:
    git("checkout", "-qb", "other")
    (repository / "pets.yaml").write_text(added(PETS, "age"))
    run(capsys, "generate")
    commit("other")
    git("checkout", "-q", "main")
    run(capsys, "names", "--bind")
    run(capsys, "generate")
    commit("main")
    git("checkout", "-q", {"main": "other", "other": "main"}[merged])
    git("merge", "-q", merged)
    found = parse_ledger(ledger(repository))
    assert (found.is_draft, "age" in {entry.key for entry in found.entries}) == (False, True)
    assert SAID not in run(capsys, "generate")[1]
    assert run(capsys, "check")[0] == 0
