"""Pages of plain text hold nothing that a browser would run, and their programs say what they said."""

from __future__ import annotations

import ast
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.render.plain import plain_page

LIVE = re.compile(r"<(?:script|!--|b onclick=|javascript:)")
PIECES = ("<script>", "</script>", "<!--", "<b onclick=a>", "<javascript:a>", "<", ">", "a ", "é", "\\", '"', "`", "{")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("plain <id> a < b `<b>`", "plain <id> a < b `<b>`"),
        ("`<script>a</script>`", "`\\u003cscript>a\\u003c/script>`"),
        ("a <b\n onclick=", "a <b\n onclick="),
        ("<b c onclick=d>", "\\u003cb c onclick=d>"),
        ('```python\na = b"<script>"\n```\n<!-- b', '```python\na = b"\\x3cscript>"\n```\n\\u003c!-- b'),
    ],
)
def test_what_would_run_is_spelt_out(text: str, made: str) -> None:
    assert plain_page(text) == made


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_programs_and_json_say_the_same(value: str) -> None:
    page = f"```python\n{value!r}\n{value.encode()!r}\n```\n\n```json\n{json.dumps(value)}\n```\n"
    made = plain_page(page)
    assert not LIVE.search(made)
    _, text, data, _, _, _, document, *_ = made.split("\n")
    assert (ast.literal_eval(text), ast.literal_eval(data), json.loads(document)) == (value, value.encode(), value)
