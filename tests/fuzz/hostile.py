"""Texts that try something, and every place of a document where one can stand."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, Final

TEXTS: Final = (
    "",
    " ",
    "'",
    '"',
    "'''",
    '"""',
    '"""; canary(); """',
    "'); canary(); ('",
    '"\ncanary()\n#',
    "a\ncanary()",
    "a\r\ncanary()\r",
    "\u2028canary()",
    "\x85canary()",
    "\x0ccanary()",
    "\\",
    "\\'",
    '\\"\\"\\"',
    "\\N{BULLET}\\x41\\u0041",
    "# -*- coding: utf-7 -*-",
    "{{ canary() }}",
    "{% for x in canary() %}",
    "{# canary",
    "{canary()}",
    "{0.__class__.__init__.__globals__}",
    "%(canary)s%n",
    "${canary}`canary`$(canary)",
    "\0",
    "a\0b",
    "\x1b[31m",
    "\ud800",
    "\udfff\ud800",
    "\U0010ffff",
    "\u202ecanary\u202c",
    "\u200d\u200c\ufeff",
    "\u0646\u0645\u06cc\u200c\u062e\u0648",
    "été ñandú \u212b\u00c5 \ufb01 \uff41\uff42\uff43",
    "x" * 5000,
    "x_" * 400,
    "é" * 300,
    "__import__",
    "__class__",
    "__init__",
    "__dict__",
    "mro",
    "self",
    "None",
    "class",
    "async",
    "import",
    "print",
    "str",
    "list",
    "datetime",
    "models",
    "canary",
    "_",
    "__",
    "1",
    "-1",
    "1e999",
    "NaN",
    "true",
    "null",
    "~",
    "no",
    "..",
    "../../../canary",
    "../../../canary.py",
    "/etc/passwd",
    "C:\\canary",
    "\\\\host\\share",
    "CON",
    "aux.txt",
    "a/b",
    "a//b/",
    ".git/config",
    "file:///etc/passwd",
    "http://canary.example/x",
    "#/components/schemas/../x",
    "#/",
    "#",
    "<script>canary()</script>",
    '<img src=x onerror="canary()">',
    "[x](javascript:canary())",
    "![x](data:text/html;base64,AAAA)",
    "<javascript:canary()>",
    "```\n<script>canary()</script>\n",
    "| a | b\n| --- |",
    "-->",
    "<!-- canary",
    "*_~`[](){}<>",
    "## Heading\n---\n",
    "application/json; charset=utf-7",
    "text/plain\r\nX-Canary: 1",
    "(a+)+$",
    "(?P<x>",
    "$..[?(@.a=~/(a+)+$/)]",
    "2024-13-45T99:99:99Z",
    "9" * 400,
)
"""What would run calls `canary`, which output may hold in texts alone."""

Place = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""


def places(node: Any, at: Place = ()) -> Iterator[tuple[Place, bool]]:
    """Every text in the data, and every key (True)."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield (*at, key), True
            yield from places(value, (*at, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from places(value, (*at, number))
    elif isinstance(node, str):
        yield at, False


def replaced(data: Any, place: Place, is_key: bool, text: str) -> Any:
    """A copy of the data with a text in one place; a key stays where it is among the others."""
    made = copy.deepcopy(data)
    holder = made
    for step in place[:-1]:
        holder = holder[step]
    last = place[-1]
    if not is_key:
        holder[last] = text
        return made
    items = list(holder.items())
    holder.clear()
    holder.update((text if key == last else key, value) for key, value in items)
    return made
