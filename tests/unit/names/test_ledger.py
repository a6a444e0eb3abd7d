"""The text of the ledger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.names.published.ledger import (
    Entry,
    Ledger,
    Section,
    State,
    bound_text,
    empty_ledger,
    ledger_text,
    parse_ledger,
)
from sdkwright.problems import Position, ProblemsError

ENTRIES = (
    Entry(Section.CLASS, "CreateSession", "body application/json", "CreateSessionRequestBody"),
    Entry(Section.FIELD, "CreateSessionRequestBody", "_id", "id"),
    Entry(Section.MEMBER, "Format", 'été\n"x"', "ETE_X"),
    Entry(Section.CLASS, ".", "Gone", "Gone", State.REMOVED),
    Entry(Section.CLASS, ".", "Pet", "Pet", State.ALIAS),
    Entry(Section.CLASS, ".", "Pet", "Animal"),
    Entry(Section.OPERATION, ".", "CreateSession", "POST /v2/traces/sessions"),
    Entry(Section.SDK, ".", "package", "acme-sdk"),
    Entry(Section.SDK, ".", "module", "acme_sdk"),
)


def test_a_ledger_reads_what_it_wrote() -> None:
    assert sorted(parse_ledger(ledger_text(ENTRIES)).entries) == sorted(ENTRIES)


def test_the_text_is_one_sorted_line_a_name() -> None:
    lines = [line for line in ledger_text(ENTRIES).splitlines() if not line.startswith("#")]
    assert lines == [
        "alias class . Pet = Pet",
        "class . Pet = Animal",
        'class CreateSession "body application/json" = CreateSessionRequestBody',
        "field CreateSessionRequestBody _id = id",
        'member Format "\\u00e9t\\u00e9\\n\\"x\\"" = ETE_X',
        'operation . CreateSession = "POST /v2/traces/sessions"',
        "removed class . Gone = Gone",
        "sdk . module = acme_sdk",
        "sdk . package = acme-sdk",
    ]


def test_the_order_of_lines_means_nothing() -> None:
    text = ledger_text(ENTRIES)
    back = "\n".join(reversed(text.splitlines()))
    assert ledger_text(parse_ledger(back).entries) == text


def test_two_branches_merge_as_lines() -> None:
    ours, theirs = ENTRIES[:3], (*ENTRIES[:2], *ENTRIES[3:])
    lines = {*ledger_text(ours).splitlines(), *ledger_text(theirs).splitlines()}
    assert set(parse_ledger("\n".join(lines)).entries) == set(ENTRIES)


def test_a_draft_says_so_and_holds_nothing() -> None:
    text = ledger_text(ENTRIES, is_draft=True)
    assert text.splitlines()[0].startswith("# A draft: nothing is published yet")
    assert text.splitlines()[2:] == ledger_text(ENTRIES).splitlines()[2:]
    assert bound_text(text) == bound_text(bound_text(text)) == ledger_text(ENTRIES)
    for written in (text, text.replace("\n", "\r\n")):
        assert parse_ledger(written) == Ledger(is_draft=True)


def test_both_sides_of_a_merge_of_drafts_need_not_agree() -> None:
    lines = [*ledger_text(ENTRIES, is_draft=True).splitlines(), "class . Pet = Creature"]
    assert parse_ledger("\n".join(lines)).is_draft


@pytest.mark.parametrize("is_first", [True, False])
def test_a_merge_of_a_draft_and_a_published_ledger_is_published(is_first: bool) -> None:
    sides = [ledger_text(ENTRIES, is_draft=is_first), ledger_text(ENTRIES[:3], is_draft=not is_first)]
    merged = parse_ledger("".join(sides))
    assert (merged.is_draft, set(merged.entries)) == (False, set(ENTRIES))


def test_an_entry_is_found_in_the_file_again() -> None:
    ledger = parse_ledger(ledger_text(ENTRIES), "names.lock")
    assert ledger.place(ENTRIES[5]) == Position("names.lock", 4, 1)
    assert ledger.place(Entry(Section.CLASS, ".", "Other", "Other")) is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("class . Pet", 1, "no entry"),
        ("\n\nnonsense . Pet = Pet", 3, "no scope"),
        ("class . Pet = import", 1, "no Python name"),
        ("class . Pet = BaseModel", 1, "No class was ever called `BaseModel`"),
        ("field Pet name = model_config", 1, "No field was ever called"),
        ("method pets . createPet = mro", 1, "no entry"),
        ("method pets createPet = mro", 1, "No method was ever called"),
        ('argument createPet "field tags" = server_url', 1, "No argument was ever called `server_url`"),
        ("client . token = timeout_ms", 1, "No argument of the constructor was ever called `timeout_ms`"),
        ("class . Pet = os.system", 1, "no Python name"),
        ("class . Pet = x;y", 1, "no Python name"),
        ("method . getPet = _call", 1, "no Python name"),
        ("method . getPet = __init__", 1, "no Python name"),
        ("class . Pet = Pet\nclass . Pet = Cat", 2, "already has another name"),
        ("class . Pet = Pet\nclass X .y = pet", 2, "already the name of another class"),
        ("field A x = same\nfield A y = same", 2, "already the name of another field"),
        ("class . Pet = Pet\n<<<<<<< HEAD", 2, "A merge has left its mark"),
        ("=======", 1, "A merge has left its mark"),
        (">>>>>>> theirs", 1, "A merge has left its mark"),
        ("sdk . package = a/b", 1, "no name of a package"),
        ("sdk . module = a-b", 1, "no Python name"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        parse_ledger(text, "names.lock")
    (problem,) = caught.value.problems
    assert problem.position is not None
    assert (problem.position.file, problem.position.line) == ("names.lock", line)
    assert message in problem.message


def test_fields_of_different_classes_may_be_equal() -> None:
    assert len(parse_ledger("field A x = same\nfield B y = same").entries) == 2


def test_a_removed_name_may_be_used_again_on_request() -> None:
    assert len(parse_ledger("removed field A x = same\nfield A y = same").entries) == 2


def test_an_empty_ledger_holds_nothing() -> None:
    assert parse_ledger(ledger_text(())) == empty_ledger()


IDENTIFIERS = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,8}", fullmatch=True).filter(
    lambda s: s not in ("None", "True", "False")
)


@given(st.lists(st.builds(Entry, st.just("member"), st.text(), st.text(), IDENTIFIERS.map(str.upper)), max_size=6))
def test_any_key_survives(entries: list[Entry]) -> None:
    unique = {(e.owner, e.key): e for e in entries}.values()
    unique = {(e.owner, e.identifier): e for e in unique}.values()
    assert sorted(parse_ledger(ledger_text(unique)).entries) == sorted(unique)


@given(st.text())
def test_no_text_is_a_traceback(text: str) -> None:
    read = parse_ledger
    if any(line.strip() and not line.startswith("#") for line in text.splitlines()):
        with pytest.raises(ProblemsError):
            read(text)
    else:
        assert read(text) == empty_ledger()
