"""Circles that no reader can get out of: references that only refer on, and `allOf` that contains itself.

Recursion through properties, items, maps and unions is legal and means something; these two do not.
"""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.openapi.data import JsonMap
from sdkwright.openapi.grammar.model import Grammar, Item
from sdkwright.openapi.pointer import split, step_all
from sdkwright.openapi.report import Report
from sdkwright.problems.codes.references import ALLOF_CYCLE, REF_CYCLE


def check_cycles(root: JsonMap, items: Iterable[Item], grammar: Grammar, report: Report) -> None:
    """Report every circle of the objects of a document once, at the reference that closes it."""
    found: dict[int, tuple[JsonMap, str]] = {}
    for kind, node, pointer in items:
        if grammar[kind].reference and ("$ref" in node or "allOf" in node):
            found[id(node)] = (node, pointer)
    targets: dict[str, int] = {}
    ways: dict[int, list[int]] = {}
    for each, (node, _) in found.items():
        if onward := [one for one in _next(root, node, targets) if one in found]:
            ways[each] = onward
    done: set[int] = set()
    for start in ways:
        if start not in done:
            _search(start, ways, found, done, report)


def _search(
    start: int, ways: dict[int, list[int]], found: dict[int, tuple[JsonMap, str]], done: set[int], report: Report
) -> None:
    """Depth first from one node, with an explicit path."""
    path: list[int] = [start]
    on_path = {start}
    work = [iter(ways[start])]
    while work:
        node = next(work[-1], None)
        if node is None:
            work.pop()
            left = path.pop()
            on_path.discard(left)
            done.add(left)
        elif node in on_path:
            _report([found[each] for each in path[path.index(node) :]], report)
        elif node not in done:
            path.append(node)
            on_path.add(node)
            work.append(iter(ways.get(node, ())))


def _next(root: JsonMap, node: JsonMap, targets: dict[str, int]) -> list[int]:
    """The identities of what a node refers to, by `$ref` or in `allOf`; `targets`: of what was referred to before."""
    onward: list[int] = []
    reference = node.get("$ref")
    if isinstance(reference, str):
        if reference not in targets:
            targets[reference] = id(step_all(root, split(reference)))
        onward.append(targets[reference])
    members = node.get("allOf")
    return onward + list(map(id, members)) if isinstance(members, list) else onward


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
