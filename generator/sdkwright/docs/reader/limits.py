"""Defaults and limits in words."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.markdown import code_span
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.reference import PartFacts

_WORDS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "minProperties": "at least {} members",
    "maxProperties": "at most {} members",
    "pattern": "matches {}",
}
"""Keywords of JSON Schema (2020-12, validation, section 6) as people say them."""


def told(facts: PartFacts) -> Iterator[Code]:
    """The sentences about a field or an argument: its name as it is sent, its default, its format, its limits."""
    if facts.wire_name is not None:
        yield Code(f"In {facts.wire_place}: {code_span(facts.wire_name)}.")
    if facts.default is not None:
        yield Code(f"Default: {code_span(facts.default)}.")
    for keyword, value in facts.limits:
        if keyword == "format":
            yield Code(f"Format: {code_span(value)}.")
    limits = ", ".join(_limit(keyword, value) for keyword, value in facts.limits if keyword != "format")
    if limits:
        yield Code(f"Limits: {limits}.")


def _limit(keyword: str, value: Prose) -> str:
    if keyword == "uniqueItems":
        return "no item twice"
    words = _WORDS.get(keyword, f"{keyword} {{}}")
    return (words.removesuffix("s") if value.raw == "1" else words).format(code_span(value))
