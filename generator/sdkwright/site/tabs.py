"""Programs and their asynchronous twins side by side: tabs, which Markdown on a code host does not have.

The pages stay as they are; only their copies for the site have tabs (Python-Markdown's `pymdownx.tabbed`).  Choosing
one chooses it on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_PYTHON: Final = r"```python\n.*?^```\n"
"""Fences of Python are the generator's own on all pages."""
_SECTION: Final = re.compile(r"^(?=## )", re.MULTILINE)
_EXAMPLE: Final = re.compile(rf"^(?P<title>\*\*Example\b[^\n]*\*\*\n\n)(?P<code>{_PYTHON})", re.MULTILINE | re.DOTALL)
_TWIN: Final = re.compile(rf"^\*\*Asynchronously\b[^\n]*\*\*\n\n(?P<code>{_PYTHON})\n?", re.MULTILINE | re.DOTALL)
_PAIR: Final = re.compile(
    rf"^(?P<code>{_PYTHON})\n(?:[^\n]*\basynchronously\b[^\n]*:\n)\n(?P<twin>{_PYTHON})", re.MULTILINE | re.DOTALL
)


def tabbed(text: str) -> str:
    """A page whose programs and their twins are in tabs."""
    if "asynchronously" not in text and "**Asynchronously" not in text:
        return text
    return "".join(map(_section, _SECTION.split(text)))


def _section(text: str) -> str:
    """A section: the first example and the twin that stands further down, or a twin right behind it."""
    example, twin = _EXAMPLE.search(text), _TWIN.search(text)
    if example is None or twin is None or example.end() > twin.start():
        return _PAIR.sub(lambda found: _tabs(found["code"], found["twin"]), text)
    between = text[example.end() : twin.start()]
    return f"{text[: example.start('code')]}{_tabs(example['code'], twin['code'])}{between}{text[twin.end() :]}"


def _tabs(code: str, twin: str) -> str:
    return "\n".join(_tab("Sync", code)) + "\n\n" + "\n".join(_tab("Async", twin)) + "\n"


def _tab(name: str, code: str) -> Iterator[str]:
    yield f'=== "{name}"'
    yield ""
    yield from (f"    {line}" if line else "" for line in code.rstrip("\n").split("\n"))
