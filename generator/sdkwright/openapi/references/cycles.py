"""Circles that no reader can get out of: references that only refer on, and `allOf` that contains itself.

Recursion through properties, items, maps and unions is legal and means something; these two do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.model import Grammar, objects
from sdkwright.openapi.pointer import split, step_all
from sdkwright.openapi.report import Report
from sdkwright.problems.codes.references import ALLOF_CYCLE, REF_CYCLE


def check_cycles(root: JsonMap, grammar: Grammar, report: Report) -> None:
    """Report every circle once, at the reference that closes it."""
    found: dict[int, tuple[JsonMap, str]] = {}
    for kind, node, pointer in objects(root, grammar):
        if grammar[kind].reference and ("$ref" in node or "allOf" in node):
            found[id(node)] = (node, pointer)
    done: set[int] = set()
    for start in found:
        if start not in done:
            _search(root, start, found, done, report)


def _search(root: JsonMap, start: int, found: dict[int, tuple[JsonMap, str]], done: set[int], report: Report) -> None:
    """Depth first from one node, with an explicit path."""
    path: list[int] = [start]
    on_path = {start}
    work = [_next(root, found[start][0])]
    while work:
        node = next(work[-1], None)
        if node is None:
            work.pop()
            left = path.pop()
            on_path.discard(left)
            done.add(left)
        elif id(node) in on_path:
            _report([found[each] for each in path[path.index(id(node)) :]], report)
        elif id(node) in found and id(node) not in done:
            path.append(id(node))
            on_path.add(id(node))
            work.append(_next(root, node))


def _next(root: JsonMap, node: JsonMap) -> Iterator[JsonMap]:
    reference = node.get("$ref")
    if isinstance(reference, str):
        target = step_all(root, split(reference))
        if isinstance(target, dict):
            yield target
    members: Json = node.get("allOf")
    for member in members if isinstance(members, list) else ():
        if isinstance(member, dict):
            yield member


def _report(circle: list[tuple[JsonMap, str]], report: Report) -> None:
    names = [pointer.rsplit("/", 1)[-1] for _, pointer in circle if not pointer.rsplit("/", 1)[-1].isdigit()]
    way = " → ".join([*names[:6], *(["…"] if len(names) > 6 else []), *names[:1]]) or circle[0][1]
    through_all_of = any("allOf" in node for node, _ in circle)
    node, pointer = circle[-1]
    key = "$ref" if "$ref" in node else "allOf"
    what = "`allOf` contains itself" if through_all_of else "The references lead in a circle"
    report.fault(
        ALLOF_CYCLE if through_all_of else REF_CYCLE,
        f"{what}: {way}",
        node,
        key,
        f"{pointer}/{key}",
    )
