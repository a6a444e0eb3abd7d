"""Reading JSON (RFC 8259) by the same rules as YAML: no key twice, the same limits, numbers as they were written."""

from __future__ import annotations

import json
import re
from functools import cache, partial
from typing import Final, NoReturn

from sdkwright.openapi.data import Container, Json
from sdkwright.openapi.limits import MAX_DEPTH, MAX_NODES
from sdkwright.openapi.syntax.mistakes import merge_mark
from sdkwright.openapi.syntax.scalars import ScalarError, floating, integer
from sdkwright.openapi.syntax.source import Marks, Source, Tree, duplicate_keys
from sdkwright.problems import ProblemsError
from sdkwright.problems.codes.syntax import JSON, LONE_SURROGATE, NUMBER, TOO_DEEP, TOO_MANY_NODES

_TEXT: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKEN: Final = re.compile(rf'{_TEXT}|[{{}}\[\]:,]|[^\s{{}}\[\]:,"]+', re.DOTALL)
_BRACKET: Final = re.compile(rf"{_TEXT}|[{{}}\[\],]", re.DOTALL)
_ENTRY: Final = re.compile(rf'((?>{_TEXT}))\s*:|{_TEXT}|[{{}}\[\]]|[^\s{{}}\[\]:,"]+', re.DOTALL)
"""A key with its colon, a bracket, or a value."""
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(source: Source) -> Tree:
    """The tree of a JSON text; raises ProblemsError where it is no JSON, has a key twice or passes a limit."""
    if not _is_small(source.text):
        _check_size(source)
    duplicates = False

    def pairs(items: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal duplicates
        made = dict(items)
        duplicates = duplicates or len(made) != len(items)
        return made

    def constant(word: str) -> NoReturn:
        raise ScalarError(f"The word {word} is no number of JSON")

    decoder = json.JSONDecoder(
        object_pairs_hook=pairs, parse_int=integer, parse_float=floating, parse_constant=constant
    )
    try:
        root: Json = decoder.decode(source.text)
    except (json.JSONDecodeError, RecursionError):
        _check_size(source)
        if (mark := merge_mark(source.text)) is not None:
            source.fail(JSON, mark.message, mark.place, mark.remedy)
        message, index = _fault(source.text)
        source.fail(JSON, f"This is not JSON: {message}", index)
    except ScalarError as error:
        _check_size(source)
        source.fail(NUMBER, str(error), _number_at_fault(source))
    containers, depth = _containers(root)
    if depth > MAX_DEPTH:
        _check_size(source)
    places = cache(partial(json_marks, source))
    tree = Tree(source, root, containers, lambda number: places()[number])
    if duplicates:
        raise ProblemsError(duplicate_keys(source, places()))
    if _SURROGATE.search(source.text):
        _refuse_lone_surrogates(source)
    return tree


def _fault(text: str) -> tuple[str, int]:
    """What is wrong with a text that is no JSON, and where; the same words on every version of Python."""
    stack: list[str] = []
    wanted = "value"
    end = 0
    for match in _TOKEN.finditer(text):
        token, index = match[0], match.start()
        if text[end:index].strip(" \t\r\n"):
            break
        end = match.end()
        kind = _kind(token)
        closes = (kind == "}" and stack[-1:] == ["{"]) or (kind == "]" and stack[-1:] == ["["])
        if closes and wanted in (", or the end", f"first {kind}"):
            stack.pop()
        elif kind in ("{", "[") and wanted.endswith(("value", "]")):
            stack.append(kind)
            wanted = "first }" if kind == "{" else "first ]"
            continue
        elif kind == "text" and wanted in ("first }", "key"):
            wanted = ":"
            continue
        elif kind == ":" and wanted == ":":
            wanted = "value"
            continue
        elif kind == "," and wanted == ", or the end" and stack:
            wanted = "key" if stack[-1] == "{" else "value"
            continue
        elif kind not in ("text", "word") or wanted not in ("value", "first ]"):
            return f"{_EXPECTED[wanted]} was expected here", index
        wanted = ", or the end"
        if not stack:
            wanted = "end"
    rest = len(text) - len(text[end:].lstrip(" \t\r\n"))
    return f"{_EXPECTED[wanted]} was expected here", min(rest, max(len(text) - 1, 0))


_EXPECTED: Final = {
    "value": "a value",
    "key": "a key in double quotes",
    ":": "a colon",
    "first }": "a key in double quotes or }",
    "first ]": "a value or ]",
    ", or the end": "a comma or a closing bracket",
    "end": "the end of the text",
}
_WORD: Final = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_STRING: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')


def _kind(token: str) -> str:
    if token[0] == '"':
        return "text" if _STRING.fullmatch(token) else "bad"
    if token in "{}[]:,":
        return token
    return "word" if _WORD.fullmatch(token) else "bad"


def _is_small(text: str) -> bool:
    """Whether a text cannot have too many nodes: a quick upper bound, which suffices nearly always."""
    return text.count("[") + text.count("{") + text.count(",") < MAX_NODES


def _check_size(source: Source) -> None:
    """Count depth and nodes on the text; raises ProblemsError where one of them is too much."""
    depth = nodes = 0
    for match in _BRACKET.finditer(source.text):
        token = match[0]
        if token in ("{", "["):
            depth += 1
            nodes += 1
            if depth > MAX_DEPTH:
                message = f"Mappings and lists stand more than {MAX_DEPTH} deep in each other"
                source.fail(TOO_DEEP, message, match.start())
        elif token in ("}", "]"):
            depth -= 1
        elif token == ",":
            nodes += 1
        if nodes > MAX_NODES:
            message = f"The document has more than {MAX_NODES:,} nodes"
            source.fail(TOO_MANY_NODES, message, match.start(), remedy="Split the document.")


def _number_at_fault(source: Source) -> int | None:
    for match in _TOKEN.finditer(source.text):
        token = match[0]
        if token[0] in '"{}[]:,':
            continue
        try:
            if token in ("NaN", "Infinity", "-Infinity"):
                return match.start()
            floating(token)
        except ScalarError:
            return match.start()
        except ValueError:
            continue
    return None


def _refuse_lone_surrogates(source: Source) -> None:
    for match in _TOKEN.finditer(source.text):
        if match[0][0] != '"':
            continue
        try:
            json.loads(match[0]).encode("utf-8")
        except UnicodeEncodeError:
            source.fail(
                LONE_SURROGATE, "This text holds half of a surrogate pair, which no UTF-8 file can hold", match.start()
            )


def _containers(root: Json) -> tuple[list[Container], int]:
    """Every mapping and list, in the order in which they begin in the text, and how deep they stand in each other."""
    found: list[Container] = []
    depth = deepest = 0
    work: list[Container | None] = [[root]]  # None: the containers within another one come to their end.
    while work:
        node = work.pop()
        if node is None:
            depth -= 1
            continue
        found.append(node)
        below = [one for one in (node.values() if isinstance(node, dict) else node) if isinstance(one, (dict, list))]
        if below:
            depth += 1
            deepest = max(deepest, depth)
            work.append(None)
            work += reversed(below)
    return found[1:], deepest


def json_marks(source: Source) -> list[Marks]:
    """Where the n-th mapping or list of a text that is JSON begins and its entries stand, for every n."""
    starts: list[int] = []
    entries: list[list[tuple[str, int]]] = []
    stack: list[tuple[list[tuple[str, int]], bool]] = []
    for match in _ENTRY.finditer(source.text):
        key = match[1]
        if key is not None:
            stack[-1][0].append((json.loads(key) if "\\" in key else key[1:-1], match.start()))
            continue
        token = match[0]
        if token in ("}", "]"):
            stack.pop()
            continue
        if stack and not stack[-1][1]:
            items = stack[-1][0]
            items.append((str(len(items)), match.start()))
        if token in ("{", "["):
            starts.append(match.start())
            entries.append([])
            stack.append((entries[-1], token == "{"))
    return [Marks(start, tuple(found)) for start, found in zip(starts, entries, strict=True)]
