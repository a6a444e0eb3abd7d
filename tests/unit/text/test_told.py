"""A text of the document knows whether somebody has looked into it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.text.escape import docstring
from sdkwright.text.kinds import Code, Docstring, Parameters, Prose
from sdkwright.text.told import Shown, Told, are_same, is_blank, plain


def told(text: str = "a text") -> Told:
    return Told(text, ((), "description"))


CARRYING: dict[str, Callable[[Told], object]] = {
    "whether there is one": lambda text: text or "none",
    "whether it is blank": is_blank,
    "what it is": lambda text: isinstance(text, str) and text is not None,
    "the same as itself": lambda text: text == text and (text,) == (text,),
    "in a value": Prose,
    "shown": lambda text: docstring([Prose(text), Parameters(((Code("pet"), Prose(text)),))], 4),
}
LOOKING: dict[str, Callable[[Told], object]] = {
    "equal to another": lambda text: text == told(),
    "equal to a plain one": lambda text: text == "a text",
    "different from a plain one": lambda text: text != "another",
    "in a list": lambda text: "b text" in [text],
    "among keys": {"a text": 1}.get,
    "added": lambda text: text + "!",
    "added to": lambda text: "!" + text,
    "formatted": lambda text: f"{text}!",
    "searched": lambda text: "text" in text,
    "cut": lambda text: text[:2],
    "stripped": lambda text: text.strip(),
    "split": lambda text: text.split(),
    "ordered": lambda text: text < "b",
    "iterated": list,
    "turned into text": str,
    "replaced": lambda text: text.replace("a", "b"),
    "copied": copy.deepcopy,
    "kept": pickle.dumps,
    "shown alike": lambda text: are_same(text, " a text "),
}


@pytest.mark.parametrize("how", CARRYING)
def test_what_carries_it_is_not_noted(how: str) -> None:
    text = told()
    CARRYING[how](text)
    assert (text.asked, text.compared) == (False, False)


@pytest.mark.parametrize("how", LOOKING)
def test_what_looks_into_it_is_noted(how: str) -> None:
    text = told()
    LOOKING[how](text)
    assert text.asked


def test_what_only_compares_it_is_told_apart() -> None:
    one, other, third, alone = told("one"), told("other"), told("third"), told("alone")
    assert one != other
    assert {third} == {third}
    shown = Shown.of((one, other, third, alone))
    assert (shown.asked, shown.compared) == (frozenset(), {0, 1, 2})


@given(st.text(), st.text())
def test_it_is_the_text_that_it_is(text: str, other: str) -> None:
    marked = told(text)
    assert marked == text
    assert (marked == other) == (text == other)
    assert hash(marked) == hash(text)
    assert marked + other == text + other
    assert (other in marked) == (other in text)
    assert (type(plain(marked)), plain(marked)) == (str, text)


@given(st.text(), st.text(), st.integers(min_value=0, max_value=8))
def test_a_docstring_can_be_made_again(text: str, other: str, indent: int) -> None:
    parts = [Prose(told(text)), other, Parameters(((Code("pet"), Prose(told(other))), (Code("id"), None)))]
    made = docstring(parts, indent)
    assert isinstance(made, Docstring)
    assert docstring(made.parts, made.indent) == made
    assert (
        docstring([Prose(text), other, Parameters(((Code("pet"), Prose(other)), (Code("id"), None)))], indent) == made
    )
    assert type(docstring([other], indent)) is Code
