"""Lists of names, which are a third of what is rendered: they hold nothing else, and nobody parses them.

A module that gives out what others define ends with statements that import names from modules of this package, for type
checkers, and a table of the same for who asks for one of them. One pattern says all that may stand there: no name is a
word of the language, no text holds anything but letters, digits, underscores and dots, nothing is called but what loads
the names, and no line is wider than the formatter allows but those that it cannot break. The list begins with a line
that begins a statement: where all before it parses by itself, the module parses to that and the list.
"""

from __future__ import annotations

import keyword
import re

from sdkwright.render.formatting import WIDTH

_NAME = rf"(?!(?:{'|'.join((*keyword.kwlist, '__debug__', '__future__'))})\b)[A-Za-z_]\w*+"
_TEXT = r'"[\w.]++"'
_NARROW = rf"(?=.{{,{WIDTH}}}\n)"
_LIST = re.compile(
    rf"""
    if\ TYPE_CHECKING:\n
    (?:
        (?={_NARROW}|.*\(\n)
        \ {{4}}from\ \.++(?:{_NAME}(?:\.{_NAME})*+)?+\ import\ (?:
            \(\n (?:\ {{8}}({_NAME})\ as\ \1,\n)++ \ {{4}}\)
          | ({_NAME})\ as\ \2 (?:,\ ({_NAME})\ as\ \3)*+
        )\n
    )++
    else:\n
    \ {{4}}from\ \.++_runtime\.lazy\ import\ exports\n\n
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
_BEFORE, _END = "\n\n", "\n    )\n"


def without_list(source: str) -> str:
    """`source` without the list of names at its end, if there is one."""
    if not source.endswith(_END):
        return source
    found = source.rfind(f"{_BEFORE}if TYPE_CHECKING:\n")
    start = found + len(_BEFORE)
    return source[:start] if found >= 0 and _LIST.fullmatch(source, start) else source
