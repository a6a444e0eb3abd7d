"""Is every part of the document what the grammar says?  What can be read in one way only is mended on the way.

A wrong type is an error where a client depends on it.  Where it does not (a description, an example), the value is
left out with a warning; a number or flag where text belongs counts as its written text, an empty field as absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from sdkwright.openapi.data import Container, Json, JsonList, JsonMap, is_number, kind_of
from sdkwright.openapi.grammar.model import Field, Form, Grammar, Item, Leaf, Object, field_of, objects
from sdkwright.openapi.pointer import escape
from sdkwright.openapi.positions import Place, copied
from sdkwright.openapi.report import Report
from sdkwright.openapi.syntax.scalars import WrittenFloat, floating, integer
from sdkwright.problems import nearest, shown
from sdkwright.problems.codes.document import EMPTY, MISSING, NO_INFO, PATH, WRONG_FORM, WRONG_TYPE

_MENDED: Final = frozenset({"items", "discriminator"})
"""Fields of a schema that older versions write in another way."""
_NUMERIC: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?")
_FLAGS: Final = {
    **dict.fromkeys(("true", "yes", "on", "y", "1"), True),
    **dict.fromkeys(("false", "no", "off", "n", "0"), False),
}

_MAY_BE_EMPTY: Final = frozenset(
    {"paths", "pathItem", "operation", "response", "header", "mediaType", "encoding", "schema"}
)
"""Objects of which none of the fields is needed: nothing written stands for an empty one."""


def check_structure(root: JsonMap, grammar: Grammar, report: Report, items: Iterable[Item] = ()) -> list[Item]:
    """Report every part of the wrong type, and mend what is only written wrongly; the objects of the document then.

    `items` are those it has as it is, if somebody knows them: they stay so until something is found.
    """
    check = _Checker(grammar, report).check
    found: list[Item] = []
    for item in items:
        if report.problems or report.faults:
            break
        check(*item)
        found.append(item)
    if found and not (report.problems or report.faults):
        return found
    for item in islice(objects(root, grammar), len(found), None):
        check(*item)
        found.append(item)
    return found


class _Checker:
    def __init__(self, grammar: Grammar, report: Report) -> None:
        self.grammar = grammar
        self.report = report

    def check(self, kind: str, node: JsonMap, pointer: str) -> None:
        """Check the fields of one object."""
        shape = self.grammar[kind]
        if shape.reference and "$ref" in node and kind not in ("schema", "pathItem"):
            return
        if kind != "schema" or not _MENDED.isdisjoint(node):
            self._mend(kind, node, pointer)
        plain = shape.plain
        for key, value in list(node.items()):
            if type(value) in plain.get(key, ()):  # Most are.
                continue
            held = field_of(shape, key)
            if held is not None:
                if not _is_plain(held, value):
                    self._field(shape, held, node, key, pointer)
            elif not shape.open and not key.startswith("x-"):
                self._unknown(shape, node, key, pointer)
        for key in shape.needs:
            if key not in node:
                self._missing(shape, node, key, pointer)

    def _mend(self, kind: str, node: JsonMap, pointer: str) -> None:
        """Spellings that can only mean one thing: paths without a slash, and those of other versions."""
        if kind == "paths":
            self._slashes(node, pointer)
        if kind == "parameter" and "type" in self.grammar[kind].fields:
            self._typed(node, pointer)
        if kind != "schema":
            return
        items = node.get("items")
        if isinstance(items, list) and "prefixItems" not in node:
            self._warn(node, "items", pointer, "`items` is a list", "Write the tuple as prefixItems.")
            del node["items"]
            if items:
                node["prefixItems"] = items
                self.report.positions.moved(node, "prefixItems", Place(node, "items"))
        tag = node.get("discriminator")
        if isinstance(tag, str) and tag and self.grammar["schema"].fields["discriminator"].kind == "discriminator":
            self._warn(node, "discriminator", pointer, "`discriminator` is text", "Write {propertyName: …}.")
            made: JsonMap = {"propertyName": tag}
            node["discriminator"] = made
            self.report.positions.made(made, Place(node, "discriminator"))

    def _typed(self, node: JsonMap, pointer: str) -> None:
        """In Swagger 2.0 a body has a schema, and every other parameter its type beside its name."""
        if node.get("in") == "body" and "type" in node:
            self._warn(node, "type", pointer, "The `type` of a body has no effect", "Write it into its schema.")
        elif "schema" in node and node.get("in") in ("path", "query", "header", "formData"):
            message = "Only a body has a `schema` in Swagger 2.0; it is read all the same"
            self._warn(node, "schema", pointer, message, "Write its type beside the name.")

    def _slashes(self, paths: JsonMap, pointer: str) -> None:
        """A path begins with a slash (OpenAPI 3.1, section 4.8.8.1)."""
        if all(path.startswith(("/", "x-")) or f"/{path}" in paths for path in paths):
            return
        entries = list(paths.items())
        paths.clear()
        for path, item in entries:
            spelt = path if path.startswith(("/", "x-")) or f"/{path}" in dict(entries) else f"/{path}"
            paths[spelt] = item
            if spelt != path:
                self.report.positions.moved(paths, spelt, Place(paths, path))
                message = f"The path {shown(path, 80)} does not begin with a slash, and is read as if it did"
                self.report.warning(PATH, message, paths, spelt, f"{pointer}/{escape(spelt)}")

    def _field(self, shape: Object, held: Field, node: JsonMap, key: str, pointer: str) -> None:
        value = node[key]
        if value is None and held.kind != Leaf.ANY:
            self._empty(shape, held, node, key, pointer)
        elif held.form is Form.ONE:
            self._one(held, node, key, pointer, held.soft)
        elif held.form is Form.LIST:
            entries = value if isinstance(value, list) else self._as_list(held, node, key, pointer)
            if entries is None:
                self._wrong(node, key, pointer, "a list", held.soft)
            else:
                self._entries(held, entries, pointer + "/" + escape(key))
        elif not isinstance(value, dict):
            if value == []:
                self._as_mapping(node, key, pointer)
            else:
                self._wrong(node, key, pointer, "a mapping", held.soft)
        elif held.form is Form.MAP:
            self._entries(held, value, pointer + "/" + escape(key))
        else:
            self._lists(held, value, pointer + "/" + escape(key))

    def _as_list(self, held: Field, node: JsonMap, key: str, pointer: str) -> JsonList | None:
        """One entry where a list of them belongs can only be meant as the list of this one."""
        value = node[key]
        if isinstance(value, dict) and held.kind in self.grammar:
            fields = self.grammar[held.kind].fields
            is_one = held.kind != "schema" and all(name in value for name, field in fields.items() if field.required)
        else:
            is_one = held.kind == Leaf.TEXT and isinstance(value, str) and bool(value)
        if not is_one:
            return None
        made: JsonList = [value]
        message = f"`{key}` is {kind_of(value)}, not a list, and is read as a list of one entry"
        self._warn(node, key, pointer, message, "Write a list.")
        self.report.positions.made(made, Place(node, key))
        node[key] = made
        return made

    def _lists(self, held: Field, values: JsonMap, pointer: str) -> None:
        for name in list(values):
            inner = values[name]
            if isinstance(inner, list):
                self._entries(held, inner, pointer + "/" + escape(name))
            else:
                self._wrong(values, name, pointer, "a list", held.soft)

    def _entries(self, held: Field, values: Container, pointer: str) -> None:
        """Check the items of a list or the values of a mapping."""
        keys: list[str | int] = list(values) if isinstance(values, dict) else list(range(len(values)))
        for key in keys:
            self._one(held, values, key, pointer, held.soft)

    def _one(self, held: Field, parent: Container, key: str | int, pointer: str, soft: bool) -> None:
        value = _get(parent, key)
        if held.kind in self.grammar:
            shape = self.grammar[held.kind]
            if value == [] or (value is None and isinstance(parent, dict) and held.kind in _MAY_BE_EMPTY):
                self._as_mapping(parent, key, pointer)
            elif shape.boolean and isinstance(value, str) and value.lower() in ("true", "false"):
                message = f"`{key}` is text ({shown(value)}) and is read as {value.lower()}"
                self._warn(parent, key, pointer, message, "Write true or false.")
                _set(parent, key, value.lower() == "true")
            elif not isinstance(value, dict) and not (shape.boolean and isinstance(value, bool)):
                label = "" if shape.label == key else f" ({shape.label})"
                self._wrong(parent, key, pointer, f"a mapping{label}", soft)
        elif held.kind != Leaf.ANY:
            self._leaf(Leaf(held.kind), parent, key, pointer, soft)

    def _leaf(self, leaf: Leaf, parent: Container, key: str | int, pointer: str, soft: bool) -> None:
        value = _get(parent, key)
        if _fits(leaf, value):
            return
        if leaf is Leaf.TYPES and isinstance(value, list):
            for index in range(len(value)):
                self._type_name(value, index, f"{pointer}/{escape(str(key))}")
            return
        found, mended = _mended(leaf, value)
        if not found:
            self._wrong(parent, key, pointer, leaf.value, soft)
            return
        message = f"`{key}` is {kind_of(value)} ({shown(value)}) and is read as {shown(mended)}"
        self._warn(parent, key, pointer, message, f"Write {leaf.value}.")
        _set(parent, key, mended)

    def _type_name(self, names: list[Json], index: int, pointer: str) -> None:
        if names[index] is None:
            names[index] = "null"
        elif not isinstance(names[index], str):
            self._wrong(names, index, pointer, "the name of a type", soft=False)

    def _empty(self, shape: Object, held: Field, node: JsonMap, key: str, pointer: str) -> None:
        what = f"`{key}` is empty"
        if held.kind in _MAY_BE_EMPTY and held.form is Form.ONE:
            self._as_mapping(node, key, pointer)
            return
        if shape.label == "security requirement":
            scopes: JsonList = []
            self._warn(node, key, pointer, what + " and is read as no scopes", "Write [].")
            self.report.positions.made(scopes, Place(node, key))
            node[key] = scopes
            return
        if held.default is not None:
            self._default(held, node, key, pointer)
            return
        if held.required or key not in shape.fields:
            expected = self.grammar[held.kind].label if held.kind in self.grammar else held.kind
            remedy = f"Write the {expected} here, or remove the key."
            self.report.fault(EMPTY, what, node, key, pointer + "/" + escape(key), remedy=remedy)
            return
        self._warn(node, key, pointer, what + " and is left out", "Remove the key, or give it a value.")
        del node[key]

    def _as_mapping(self, parent: Container, key: str | int, pointer: str) -> None:
        """An empty list, which some programs write for an empty mapping, or nothing at all."""
        made: JsonMap = {}
        value = _get(parent, key)
        name = f"Item {key + 1}" if isinstance(key, int) else f"`{key}`"
        self._warn(parent, key, pointer, f"{name} is {'empty' if value is None else 'an empty list'}", "Write {}.")
        self.report.positions.made(made, Place(parent, str(key)))
        _set(parent, key, made)

    def _default(self, held: Field, node: JsonMap, key: str, pointer: str) -> None:
        """What a document without a title or a version is called all the same."""
        default = node[key] = copied(held.default, self.report.positions)
        what, used = f"`{key}`", shown(default)
        if isinstance(default, dict):
            self.report.positions.made(default, Place(node))
            what, used = f"{what} with a title and a version", f"the title {shown(default['title'])}"
        message = f"The document has no `{key}`"
        self.report.warning(NO_INFO, message, node, None, pointer, remedy=f"Add {what}; {used} is used.")

    def _wrong(self, parent: Container, key: str | int, pointer: str, expected: str, soft: bool) -> None:
        value = _get(parent, key)
        name = f"Item {key + 1}" if isinstance(key, int) else f"`{key}`"
        message = f"{name} is {kind_of(value)}, not {expected}"
        below = pointer + "/" + escape(str(key))
        self.report.fault(WRONG_FORM if soft else WRONG_TYPE, message, parent, key, below, f"Write {expected} here.")

    def _unknown(self, shape: Object, node: JsonMap, key: str, pointer: str) -> None:
        near = nearest(key, shape.fields, 0.8) if len(key) < 60 else None
        remedy = f"Did you mean `{near}`?" if near else "Remove it, or begin its name with x-."
        self._warn(node, key, pointer, f"The {shape.label} has no field {shown(key)}; it has no effect", remedy)

    def _missing(self, shape: Object, node: JsonMap, key: str, pointer: str) -> None:
        if (held := shape.fields[key]).default is not None:
            self._default(held, node, key, pointer)
            return
        message = f"The {shape.label} has no `{key}`"
        self.report.fault(MISSING, message, node, None, pointer, remedy=f"Add `{key}`.")

    def _warn(self, parent: Container, key: str | int, pointer: str, message: str, remedy: str) -> None:
        self.report.warning(WRONG_FORM, message, parent, key, pointer + "/" + escape(str(key)), remedy=remedy)


def _is_plain(held: Field, value: Json) -> bool:
    """Whether nothing is to be said of a value, as its type shows."""
    if held.form is Form.ONE:
        return type(value) in held.plain
    if held.form is Form.LIST:
        return isinstance(value, list) and held.plain.issuperset(map(type, value))
    return held.form is Form.MAP and isinstance(value, dict) and held.plain.issuperset(map(type, value.values()))


def _fits(leaf: Leaf, value: Json) -> bool:
    match leaf:
        case Leaf.TEXT:
            return isinstance(value, str)
        case Leaf.FLAG:
            return isinstance(value, bool)
        case Leaf.BOUND:
            return isinstance(value, bool | int | float)
        case Leaf.NUMBER:
            return is_number(value)
        case Leaf.COUNT:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case Leaf.TYPES:
            return isinstance(value, str) or (isinstance(value, list) and all(isinstance(name, str) for name in value))
        case Leaf.ANY:
            return True


def _mended(leaf: Leaf, value: Json) -> tuple[bool, Json]:
    """Whether `value` can be read as `leaf` in exactly one way, and that reading."""
    if leaf is Leaf.TEXT and isinstance(value, bool | int | float):
        return True, _written(value)
    if leaf is Leaf.FLAG and isinstance(value, str) and value.lower() in _FLAGS:
        return True, _FLAGS[value.lower()]
    if leaf in (Leaf.NUMBER, Leaf.BOUND, Leaf.COUNT) and isinstance(value, str) and _NUMERIC.fullmatch(value):
        return _mended_count(leaf, floating(value) if "." in value else integer(value))
    if leaf is Leaf.COUNT and isinstance(value, float):
        return _mended_count(leaf, value)
    return False, None


def _mended_count(leaf: Leaf, value: int | float) -> tuple[bool, Json]:
    if leaf is not Leaf.COUNT:
        return True, value
    return value >= 0 and value == int(value), int(value)


def _written(value: bool | int | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.text if isinstance(value, WrittenFloat) else str(value)


def _get(parent: Container, key: str | int) -> Json:
    if isinstance(parent, dict):
        return parent[str(key)]
    return parent[int(key)]


def _set(parent: Container, key: str | int, value: Json) -> None:
    if isinstance(parent, dict):
        parent[str(key)] = value
    else:
        parent[int(key)] = value
