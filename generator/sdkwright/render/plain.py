"""Pages of plain text: what a browser would run does not stand in them as it is, as no server need say that they are
plain.

In Markdown code is shown and never run, so that the pages beside these leave it alone.  Here the sign that begins a tag
is spelt out, as what cannot be seen is: in a program as Python spells it, which says the same, elsewhere as JSON does.
"""

from __future__ import annotations

import re

_LIVE = re.compile(
    r"<(?=!--|/?(?:base|embed|form|iframe|img|link|math|meta|object|plaintext|script|style|svg)\b"
    r"|[a-z][^<>\n]*\son\w+\s*=|(?:data|javascript|vbscript):)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"^(?P<fence>`{3,})python\n.*?^(?P=fence)$", re.MULTILINE | re.DOTALL)


def plain_page(text: str) -> str:
    """`text` with everything that would be live in a page of HTML spelt out."""
    if _LIVE.search(text) is None:
        return text
    made: list[str] = []
    done = 0
    for program in _PROGRAM.finditer(text):
        made += [
            _LIVE.sub(r"\\u003c", text[done : program.start()]),
            _LIVE.sub(r"\\x3c", program.group()),
        ]
        done = program.end()
    return "".join((*made, _LIVE.sub(r"\\u003c", text[done:])))
