"""The lists of all classes, which are half a kilobyte of text for each operation: they hold nothing but names.

So they are read by one pattern, which says all of such a module: statements that import names from modules of this
package, and a table of the same for who asks for one of them. No name is a word of the language, no text holds anything
but letters, digits, underscores and dots, nothing is called but what loads the names, and no line is wider than the
formatter allows but those that it cannot break. A module of any other form is parsed.
"""

from __future__ import annotations

import keyword
import re

from sdkwright.render.formatting import WIDTH
from sdkwright.render.marks import GENERATED

_NAME = rf"(?!(?:{'|'.join((*keyword.kwlist, '__debug__', '__future__'))})\b)[A-Za-z_]\w*+"
_HERE = rf"\.++(?:{_NAME}(?:\.{_NAME})*+)?+"
_ITEM = rf"{_NAME}\ as\ {_NAME}"
_TEXT = r'"[\w.]++"'
_NARROW = rf"(?=.{{,{WIDTH}}}\n)"
_LIST = re.compile(
    rf"""
    {re.escape(GENERATED)}
    (?:"{{3}}[^"\\\n]*+"{{3}}\n\n)?+
    from\ __future__\ import\ annotations\n\n
    from\ typing\ import\ TYPE_CHECKING\n\n
    if\ TYPE_CHECKING:\n
    (?:
        \ {{4}}from\ {_HERE}\ import\ \(\n (?:\ {{8}}{_ITEM},\n)++ \ {{4}}\)\n
      | {_NARROW} \ {{4}}from\ {_HERE}\ import\ {_ITEM} (?:,\ {_ITEM})*+ \n
    )++
    else:\n
    {_NARROW} \ {{4}}from\ {_HERE}\ import\ exports\n\n
    \ {{4}}__getattr__,\ __dir__\ =\ exports\(\n
    \ {{8}}__name__,\n
    \ {{8}}\{{\n
    (?:
        \ {{12}}{_TEXT}:\ \(\n (?:\ {{16}}{_TEXT},\n)++ \ {{12}}\),\n
      | {_NARROW} \ {{12}}{_TEXT}:\ \({_TEXT} (?:,\ {_TEXT})*+ ,?\),\n
    )++
    \ {{8}}\}},\n
    (?:{_NARROW} \ {{8}}\({_TEXT} (?:,\ {_TEXT})*+ ,?\),\n)?+
    \ {{4}}\)\n
    """,
    re.VERBOSE | re.ASCII,
)


def is_list_of_names(source: str) -> bool:
    """Whether a module is one that may be written, since it holds nothing but names of this package."""
    return _LIST.fullmatch(source) is not None
