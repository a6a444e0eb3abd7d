"""A release writes the version into `gen.yaml`, and changes nothing else of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.options.bump import with_version
from sdkwright.problems import ProblemsError

COMMENT = st.text("ab #\u00fc'", max_size=12)
VERSION = st.tuples(*[st.integers(0, 99)] * 3).map(lambda parts: ".".join(map(str, parts)))
BEFORE = "# {comment} version: 9.9.9\nother: {{version: 0.1.0}}\npython:\n  # version: 7.7.7\n  version: "
FLOWING = "# {comment}\nother: {{version: 0.1.0}}\npython: {{packageName: version, version: "


@given(VERSION, VERSION, COMMENT, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "'", '"']), st.booleans())
def test_only_the_characters_of_the_version_change(
    old: str, new: str, comment: str, end: str, quote: str, flows: bool
) -> None:
    before = (FLOWING if flows else BEFORE).format(comment=comment) + quote
    after = quote + ("}" if flows else "") + f"   # {comment}\nlast: {{version: 0.1.0}}\n"
    old_text, new_text = (f"{before}{one}{after}".replace("\n", end).encode() for one in (old, new))
    assert with_version(old_text, new, Path("gen.yaml")) == new_text


@pytest.mark.parametrize("text", ["generation: {}\n", "python: {}\n", "python: {version: }\n", "python: 5\n"])
def test_without_a_version_there_is_nothing_to_change(text: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        with_version(text.encode(), "1.0.0", Path("gen.yaml"))
    assert [problem.code for problem in caught.value.problems] == ["no-version"]
