"""Defaults and limits in words."""

from __future__ import annotations

from functools import lru_cache

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


def told(facts: PartFacts) -> Code:
    """The sentences about a field or an argument: its name as it is sent, its default, its format, its limits."""
    limits = _limits(facts.limits)
    if facts.wire_name is None and facts.default is None:
        return limits
    said: list[Code] = []
    if facts.wire_name is not None:
        said.append(Code(f"In {facts.wire_place}: {code_span(facts.wire_name)}."))
    if facts.default is not None:
        said.append(Code(f"Default: {code_span(facts.default)}."))
    return Code(" ".join([*said, limits] if limits else said))


@lru_cache(maxsize=1024)
def _limits(limits: tuple[tuple[str, Prose], ...]) -> Code:
    """Those of the format and the limits, which many fields share."""
    said = [f"Format: {code_span(value)}." for keyword, value in limits if keyword == "format"]
    others = ", ".join(_limit(keyword, value) for keyword, value in limits if keyword != "format")
    return Code(" ".join([*said, f"Limits: {others}."] if others else said))


def _limit(keyword: str, value: Prose) -> str:
    if keyword == "uniqueItems":
        return "no item twice"
    words = _WORDS.get(keyword, f"{keyword} {{}}")
    return (words.removesuffix("s") if value.raw == "1" else words).format(code_span(value))
