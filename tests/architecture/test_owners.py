"""One owner for each question: what its answer is made of is written in no other file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GENERATOR = Path(__file__).resolve().parents[2] / "generator" / "sdkwright"
TEXTS = {
    str(path.relative_to(GENERATOR)): path.read_text("utf-8")
    for path in GENERATOR.rglob("*.py")
    if GENERATOR / "runtime" not in path.parents
}


@pytest.mark.parametrize(
    ("question", "pattern", "owner"),
    [
        (
            "what are the parts of a type?",
            r"isinstance\([^()]*, (ListType \| MapType|MapType \| ListType)\)",
            "ir/types.py",
        ),
        (
            "is a text a date or a number?",
            r'(datetime|date)\.fromisoformat\b(?!\(\{|")|InvalidOperation',
            "ir/scalars.py",
        ),
        (
            "what does every call and constructor take?",
            r'"(http_headers|url_params|max_response_bytes)"',
            "text/fixed.py",
        ),
        ("has an enum member a name?", r"\bis (not )?EnumFormat\.", "names/members.py"),
        ("is a value a number?", r"isinstance\(\w+, int \| float\) and not isinstance", "openapi/data.py"),
    ],
)
def test_a_question_is_answered_by_its_owner_alone(question: str, pattern: str, owner: str) -> None:
    others = {name for name, text in TEXTS.items() if re.search(pattern, text)} - {owner}
    assert others == set(), f"{question} is answered in {owner}"
