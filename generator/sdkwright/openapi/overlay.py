"""OpenAPI Overlay 1.0 and 1.1: a file of actions that change a document before it is read any further.

Each action selects parts of the document with a JSONPath (RFC 9535) and removes them, merges something into them, or
copies another part into them.  What comes from an overlay keeps its place in the overlay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from sdkwright.openapi.data import Container, Json, JsonList, JsonMap, kind_of
from sdkwright.openapi.files import read_tree
from sdkwright.openapi.limits import MAX_DEPTH
from sdkwright.openapi.pointer import make
from sdkwright.openapi.positions import Place, copied
from sdkwright.openapi.report import Report
from sdkwright.problems import shown
from sdkwright.problems.codes.overlays import JSONPATH, OVERLAY, OVERLAY_NO_MATCH
from sdkwright.problems.codes.syntax import TOO_LARGE

MAX_ADDED: Final = 300_000
"""Nodes that one overlay may add."""

_VERSION: Final = re.compile(r"1\.[01](?:\.[0-9]+)?")
_FIELDS: Final = frozenset({"target", "description", "update", "remove", "copy"})
_Parts: TypeAlias = tuple[str | int, ...]


def apply_overlay(root: JsonMap, path: Path, report: Report) -> None:
    """Change `root` as the overlay file at `path` says; raises ProblemsError if the file cannot be read or applied."""
    tree = read_tree(path, str(path), report.positions)
    overlay = tree.root
    if not isinstance(overlay, dict):
        tree.source.fail(OVERLAY, f"An overlay is a mapping; this is {kind_of(overlay)}", remedy="Check the file.")
    version = overlay.get("overlay")
    if not isinstance(version, str | float) or not _VERSION.fullmatch(shown(version).strip('"')):
        message = f"The overlay says version {shown(version)}" if "overlay" in overlay else "This is no overlay"
        key = "overlay" if "overlay" in overlay else None
        report.error(OVERLAY, message, overlay, key, "#/overlay", remedy="Begin it with overlay: 1.0.0 or 1.1.0.")
        report.stop_on_errors()
    actions = overlay.get("actions")
    if not isinstance(actions, list):
        key = "actions" if "actions" in overlay else None
        report.error(OVERLAY, "The overlay has no list of actions", overlay, key, "#/actions", remedy="Add `actions`.")
        report.stop_on_errors()
        return
    applier = _Applier(root, report)
    for index, action in enumerate(actions):
        if isinstance(action, dict):
            applier.action(action, f"#/actions/{index}")
        else:
            message = f"An action is a mapping; this is {kind_of(action)}"
            report.error(OVERLAY, message, actions, index, "#/actions")
        report.stop_on_errors()
    applier.check_depth(overlay)


class _Applier:
    def __init__(self, root: JsonMap, report: Report) -> None:
        self.root = root
        self.report = report
        self.positions = report.positions
        self.added = 0
        self.nodes = sum(1 for _ in _nodes(root))

    def action(self, action: JsonMap, pointer: str) -> None:
        """Apply one action to everything it selects."""
        for key in action:
            if key not in _FIELDS and not key.startswith("x-"):
                message = f"An action has no field {shown(key)}; it has no effect"
                remedy = "Write target, update, copy, remove or description."
                self.report.warning(OVERLAY, message, action, key, f"{pointer}/{key}", remedy=remedy)
        found = self._select(action, "target", pointer)
        if not found:
            if not self.report.has_errors():
                message = f"The target {shown(action.get('target'), 100)} matches nothing; the action has no effect"
                self.report.warning(OVERLAY_NO_MATCH, message, action, "target", f"{pointer}/target")
            return
        if action.get("remove") is True:
            self._remove(found, action, pointer)
        elif "update" in action:
            self._update(found, action, "update", action["update"], pointer)
        elif "copy" in action:
            source = self._select(action, "copy", pointer)
            if len(source) == 1:
                self._count(self._at(source[0]), 1, action, "copy", pointer)
                self._update(found, action, "copy", copied(self._at(source[0]), self.positions), pointer)
            elif not self.report.has_errors():
                message = f"`copy` selects {len(source)} parts of the document, not one"
                remedy = "Write a JSONPath that selects exactly one part."
                self.report.error(OVERLAY, message, action, "copy", f"{pointer}/copy", remedy=remedy)
        else:
            message = "The action neither updates, copies nor removes"
            self.report.warning(
                OVERLAY, message, action, None, pointer, remedy="Add `update`, `copy` or `remove: true`."
            )

    # --------------------------------------------------------------------------------------------------- selecting

    def _select(self, action: JsonMap, key: str, pointer: str) -> list[_Parts]:
        """The places that a JSONPath selects, in document order, each once."""
        query = action.get(key)
        if not isinstance(query, str):
            where = key if key in action else None
            message = f"The action has no `{key}`" if query is None else f"`{key}` is {kind_of(query)}, not a JSONPath"
            self.report.error(OVERLAY, message, action, where, pointer, remedy="Write a JSONPath such as $.paths.")
            return []
        from sdkwright.openapi.selecting import NoPathError, select  # slow to import, and few projects have overlays

        try:
            return select(self.root, query, self.nodes)
        except NoPathError as error:
            message = f"{shown(query, 100)} is no JSONPath that can be followed: {str(error)[:160]}"
            self.report.error(JSONPATH, message, action, key, f"{pointer}/{key}")
            return []

    def _at(self, parts: Iterable[str | int]) -> Json:
        node: Json = self.root
        for part in parts:
            if isinstance(node, dict):
                node = node[str(part)]
            elif isinstance(node, list):
                node = node[int(part)]
        return node

    def _put(self, parts: _Parts, value: Json) -> None:
        parent = self._at(parts[:-1])
        if isinstance(parent, dict):
            parent[str(parts[-1])] = value
        elif isinstance(parent, list):
            parent[int(parts[-1])] = value

    # ---------------------------------------------------------------------------------------------------- removing

    def _remove(self, found: list[_Parts], action: JsonMap, pointer: str) -> None:
        if () in found:
            message = "The whole document cannot be removed"
            self.report.error(OVERLAY, message, action, "target", f"{pointer}/target", remedy="Select parts of it.")
            return
        by_parent: dict[_Parts, set[str | int]] = {}
        for parts in found:
            by_parent.setdefault(parts[:-1], set()).add(parts[-1])
        for above in sorted(by_parent, key=lambda parts: (len(parts), str(parts)), reverse=True):
            node = self._at(above)
            if isinstance(node, dict):
                for key in by_parent[above]:
                    node.pop(str(key), None)
            elif isinstance(node, list):
                self._put(above, self._without(node, by_parent[above]))

    def _without(self, node: JsonList, gone: set[str | int]) -> JsonList:
        """A list without some items, each of which still knows its place."""
        kept: JsonList = []
        self.positions.made(kept, Place(node))
        for index, item in enumerate(node):
            if index not in gone:
                self.positions.moved(kept, str(len(kept)), Place(node, str(index)))
                kept.append(item)
        return kept

    # ---------------------------------------------------------------------------------------------------- updating

    def _update(self, found: list[_Parts], action: JsonMap, key: str, value: Json, pointer: str) -> None:
        """Merge `value`, which stands under `key` of the action, into everything that was found."""
        self._count(value, len(found), action, key, pointer)
        for parts in found:
            target = self._at(parts)
            place = Place(value) if key == "copy" and isinstance(value, dict | list) else Place(action, key)
            if isinstance(target, dict) and isinstance(value, dict):
                self._merge(target, value, pointer)
            elif isinstance(target, list):
                self._append(target, value, place)
            elif not isinstance(target, dict) and not isinstance(value, dict | list) and parts:
                parent = self._at(parts[:-1])
                self._put(parts, value)
                if isinstance(parent, dict | list):
                    self.positions.moved(parent, str(parts[-1]), place)
            else:
                self._mismatch(action, key, target, value, make(parts), pointer)
                return

    def _merge(self, target: JsonMap, value: JsonMap, pointer: str) -> None:
        """Overlay 1.1, action object: the steps of a recursive merge."""
        work: list[tuple[JsonMap, JsonMap]] = [(target, value)]
        while work:
            old, new = work.pop()
            for key, item in new.items():
                before = old.get(key)
                if isinstance(before, dict) and isinstance(item, dict):
                    work.append((before, item))
                elif isinstance(before, list) and isinstance(item, list):
                    self._append(before, item, Place(new, key))
                elif before is None or (_is_plain(before) and _is_plain(item)):
                    old[key] = copied(item, self.positions)
                    self.positions.moved(old, key, Place(new, key))
                elif item is not None:  # An empty field over a mapping or list, as in `components:`, changes nothing.
                    self._mismatch(new, key, before, item, f"…/{key}", pointer)

    def _append(self, target: JsonList, value: Json, place: Place) -> None:
        """Items of a list are concatenated, anything else is appended."""
        items = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, item in items:
            origin = Place(value, str(index)) if isinstance(value, list) else place
            self.positions.moved(target, str(len(target)), origin)
            target.append(copied(item, self.positions))

    def _mismatch(self, container: Container, key: str, target: Json, value: Json, where: str, pointer: str) -> None:
        message = f"Here {kind_of(value)} cannot be merged into {kind_of(target)}, which stands at {where[:100]}"
        remedy = "Merge mappings into mappings, append to lists, replace plain values; or remove it first."
        self.report.error(OVERLAY, message, container, key, pointer, remedy=remedy)

    # ------------------------------------------------------------------------------------------------------ limits

    def _count(self, value: Json, times: int, action: JsonMap, key: str, pointer: str) -> None:
        """Stop before an action makes the document larger than a document may be."""
        self.added += times * sum(1 for _ in _nodes(value))
        if self.added > MAX_ADDED:
            self._too_large(f"The overlay adds more than {MAX_ADDED:,} nodes", action, key, pointer)

    def check_depth(self, overlay: JsonMap) -> None:
        """Stop if what was merged stands too deep."""
        if any(depth > MAX_DEPTH for depth in _nodes(self.root)):
            message = f"With the overlay, mappings and lists stand more than {MAX_DEPTH} deep in each other"
            self._too_large(message, overlay, "actions", "#/actions")

    def _too_large(self, message: str, node: JsonMap, key: str, pointer: str) -> NoReturn:
        self.report.error(TOO_LARGE, message, node, key, pointer, remedy="Select fewer parts.")
        self.report.stop_on_errors()
        raise AssertionError("an error was reported")


def _is_plain(value: Json) -> bool:
    return not isinstance(value, dict | list)


def _nodes(value: Json) -> Iterator[int]:
    """The depth of every node below and including `value`."""
    work: list[tuple[Json, int]] = [(value, 1)]
    while work:
        node, depth = work.pop()
        yield depth
        if depth > MAX_DEPTH + 1:
            continue
        if isinstance(node, dict):
            work.extend((child, depth + 1) for child in node.values())
        elif isinstance(node, list):
            work.extend((child, depth + 1) for child in node)
