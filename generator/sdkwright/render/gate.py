"""The last door: every rendered file is judged before anything is written.

What it refuses cannot come out of the plan and the templates as they stand; it is here for the day when one of them is
wrong.  Modules are parsed, what is in them twice once, and lists of names not at all; a tree may call what was imported
from trusted modules and no others.  It is compiled, which is never run, unless the walk has found that it can be.
"""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata

from sdkwright.problems import ProblemsError
from sdkwright.render.names import without_list
from sdkwright.render.pieces import parsed
from sdkwright.render.walk import Judged, Walk, refusal

BAD_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
IN_PAGES = re.compile("[\u200c\u200d\ufeff]+")
"""What pages may hold of them: joiners, without which Persian, Hindi and many emoji are other text, and marks of the
byte order, which the texts of documents begin with.  They show and hide nothing."""
_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What the parser and the compiler raise."""
_SEEN = b"\t\n" + bytes(range(0x20, 0x7F))
"""ASCII that any text may hold."""


def judge_module(path: str, source: str) -> Judged:
    """Judge one rendered module; raises `ProblemsError` for what must never be written."""
    judge_text(path, source)
    return _judged_in_pieces(path, without_list(source)) or _judged(path, source)


def _judged_in_pieces(path: str, source: str) -> Judged | None:
    """What can be said piece by piece; None where that is not certain to say all, or the module must be refused, for
    which the whole text is asked, with its lines."""
    walk = Walk(path)
    try:
        for text, body in parsed(source):
            walk.through(text, body)
        judged = walk.judged()
    except (*_UNREADABLE, ProblemsError):
        return None
    return judged if walk.is_plain else None


def _judged(path: str, source: str) -> Judged:
    """The whole text, parsed, judged and compiled."""
    try:
        tree = ast.parse(source)
    except _UNREADABLE as error:
        raise refusal(path, f"it does not parse: {type(error).__name__}") from error
    walk = Walk(path)
    walk.through(source, tree.body)
    judged = walk.judged()
    if not walk.is_plain:
        _compile(path, tree)
    return judged


def _compile(path: str, tree: ast.Module) -> None:
    """Refuse what parses and is no program: an argument twice, a `return` of no function.

    The parsed tree is handed on, so the text is read once; without docstrings there is less to write out."""
    try:
        compile(tree, path, "exec", dont_inherit=True, optimize=2)
    except _UNREADABLE as error:
        raise refusal(path, f"it does not compile: {type(error).__name__}") from error


def judge_text(path: str, text: str) -> bytes:
    """Refuse control, bidirectional, invisible and surrogate characters in any file; its content, as it is written."""
    content = text.encode("utf-8", "surrogatepass")
    doubtful = content.translate(None, _SEEN)
    if not doubtful:  # As are nearly all.
        return content
    text = doubtful.decode("utf-8", "surrogatepass")
    found = BAD_CHARACTERS.search(text)
    if found and path.endswith((".md", ".txt")):
        found = BAD_CHARACTERS.search(IN_PAGES.sub("", text))
    if found:
        raise refusal(path, f"it holds the raw character U+{ord(found.group()):04X}")
    return content


def judge_toml(path: str, source: str, meant: object) -> None:
    """Refuse a TOML file that does not parse to exactly what was meant."""
    judge_text(path, source)
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise refusal(path, "it is no TOML") from error
    if data != meant:
        raise refusal(path, "its TOML says something else than was meant")


def judge_paths(paths: list[str]) -> None:
    """Refuse two files whose names fold to one, and whatever leads out of the folder."""
    seen: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")
        if path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in parts):
            raise refusal(path, "its path leads elsewhere")
        folded = unicodedata.normalize("NFKC", path).casefold()
        if folded in seen:
            raise refusal(path, f"its name is the same as that of {seen[folded]} on some file systems")
        seen[folded] = path
