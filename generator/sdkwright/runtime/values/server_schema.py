"""How a type reads what the server sends: unknown members are kept out of the way, and do not decide a choice.

A class forbids members that it does not have, which is right for what a caller builds.  A server may send them; they
are kept beside the fields (`model_extra`).  In a union without a tag pydantic takes the member with the most fields,
and counts what is kept as fields, so that a choice has up to five steps:

1. the members that know all that was sent, the one with the most fields first;
2. those with typed further members;
3. several members at once, where the choice lets them hold together (`any_of`);
4. the members that know some of it; what they do not know is kept after the choice;
5. free-form objects, which take anything.

Unions among the members are written flat, and what is kept for a tag that nobody lists comes after all of them.

A union inside of a choice has no steps of its own, so that the size of a schema stays linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol, cast

import pydantic
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from .unions import SEVERAL_KEY, TAGGED_KEY, Tagged, unlisted_schema

__all__ = ["OwnValidator", "is_simple", "keeps_extra", "nodes", "server_schema"]

Node = dict[str, Any]

_NO_SCHEMAS: Final = frozenset(
    {"metadata", "config", "expected", "default", "members", "serialization", "custom_error_context"}
)
"""The keys of a core schema under which no core schema stands."""
_NAMED: Final = frozenset({"fields", "choices"})
"""The keys under which core schemas stand by names, which may be any."""
_SCALARS: Final = frozenset({"str", "int", "float", "bool", "none", "literal", "datetime", "date", "bytes", "decimal"})
_KEEP, _FORBID, _IGNORE = "", "!known", "!some"
"""What becomes of unknown members; also the ending of a definition's name in such a copy."""


class _Several(Protocol):
    """What reads an object that is several members of a choice."""

    def schema(self, *, keeps_rest: bool) -> CoreSchema: ...


def nodes(schema: CoreSchema) -> Iterator[Node]:
    """Every core schema in a core schema, each once."""
    seen: set[int] = set()
    waiting: list[Node] = [cast(Node, schema)]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(child for _, child in _children(node))


def server_schema(schema: CoreSchema) -> CoreSchema:
    """A copy of a core schema that reads what the server sends.  Made without recursion: schemas are deep."""
    return cast(CoreSchema, _Copy(cast(Node, schema)).made())


def _children(node: Node) -> Iterator[tuple[tuple[Any, ...], Node]]:
    """The core schemas right below one, with the keys that lead to them."""
    for key, value in node.items():
        if key in _NO_SCHEMAS:
            continue
        if isinstance(value, dict):
            inner = cast(Node, value)
            if key in _NAMED:
                yield from (((key, name), child) for name, child in inner.items())
            else:
                yield (key,), inner
        elif isinstance(value, list | tuple):
            for index, item in enumerate(cast("list[Any]", value)):
                found = _unlabelled(item)
                if isinstance(found, dict):
                    yield (key, index), cast(Node, found)


def _unlabelled(choice: object) -> Any:
    """A choice of a union without its label."""
    return cast("tuple[Any, Any]", choice)[0] if isinstance(choice, tuple) else choice


class _Copy:
    """One copy in the making."""

    def __init__(self, schema: Node) -> None:
        self._schema = schema
        listed: list[Node] = schema["definitions"] if schema["type"] == "definitions" else []
        self._definitions = {definition["ref"]: definition for definition in listed}
        self._wanted: set[tuple[str, str]] = set()
        """Definitions that stand inside of choices, and which copy of each is needed there."""
        self._waiting: list[tuple[Node, str]] = []

    def made(self) -> Node:
        """The copy with everything below it."""
        copy = self._taken(self._schema, _KEEP)
        done: set[tuple[str, str]] = set()
        while self._waiting or self._wanted > done:
            while self._waiting:
                self._fill(*self._waiting.pop())
            for name, extra in sorted(self._wanted - done):
                done.add((name, extra))
                twin = self._taken(self._definitions[name], extra)
                twin["ref"] = name + extra
                copy["definitions"].append(twin)
        return copy

    def _fill(self, copy: Node, extra: str) -> None:
        """Puts copies in the place of what stands right below a copy."""
        for keys, child in list(_children(copy)):
            made = self._taken(child, extra)
            if len(keys) == 1:
                copy[keys[0]] = made
            else:
                key, at = keys
                held = copy[key][at]
                copy[key][at] = (made, held[1]) if isinstance(held, tuple) else made

    def _taken(self, node: Node, extra: str) -> Node:
        """A copy of one node; what stands below it is still to come."""
        copy = {
            key: cast(Any, value).copy() if isinstance(value, list) or key in _NAMED else value
            for key, value in node.items()
        }
        match node.get("type"):
            case "definition-ref" if extra != _KEEP:
                self._wanted.add((node["schema_ref"], extra))
                copy["schema_ref"] = node["schema_ref"] + extra
            case "model":
                copy["config"] = _config(node, extra)
            case "union" if extra == _KEEP and _is_choice(node):
                return self._steps(copy)
            case "union" if _is_smart(node) or _several(node):
                flat, tagged, several = self._flat([node])
                if tagged or several:
                    joined = [each.schema(keeps_rest=extra != _FORBID) for each in several]
                    choices = [*joined, self._step(flat, extra), *_unlisted(tagged)]
                    return {**copy, "mode": "left_to_right", "choices": choices}
            case _:
                pass
        self._waiting.append((copy, extra))
        return copy

    def _steps(self, union: Node) -> Node:
        """The choice, step by step."""
        flat, tagged, several = self._flat([union])
        closed: list[Node] = []
        open_: list[Node] = []
        free: list[Node] = []
        for choice in flat:
            member = self._resolved(choice)
            kept = keeps_extra(member)
            (free if kept and not member["schema"].get("fields") else open_ if kept else closed).append(choice)
        steps: list[Any] = []
        steps.extend(self._step(choices, _FORBID) for choices in (closed, open_) if choices)
        steps.extend(each.schema(keeps_rest=True) for each in several)
        if closed:
            step = cast(CoreSchema, self._step(closed, _IGNORE))
            steps.append(core_schema.no_info_wrap_validator_function(_keep_unknown, step))
        steps.extend(self._taken(choice, _KEEP) for choice in free)
        return {**union, "mode": "left_to_right", "choices": [*steps, *_unlisted(tagged)]}

    def _step(self, choices: list[Node], extra: str) -> Node:
        """The union of some choices, in which nothing else is kept for unknown tags."""
        step: Node = {"type": "union", "choices": list(choices)}
        self._waiting.append((step, extra))
        return step

    def _flat(self, choices: list[Any]) -> tuple[list[Node], list[Tagged], list[_Several]]:
        """The choices with those of the unions among them, what tells these apart, and what reads several at once."""
        flat: list[Node] = []
        tagged: list[Tagged] = []
        several: list[_Several] = []
        seen: set[str] = set()
        waiting = list(reversed(choices))
        while waiting:
            choice: Node = _unlabelled(waiting.pop())
            node = choice
            while node["type"] == "definition-ref" and node["schema_ref"] not in seen:
                name = node["schema_ref"]
                node = self._definitions[name]
                if node["type"] == "union":
                    seen.add(name)
            own = _inside(node, "metadata").get(TAGGED_KEY)
            if own is not None and own.parent is not None:
                flat += [_first(node), _unlabelled(node["choices"][1])]
            elif own is not None:
                tagged.append(own)
                flat.append(_first(node))
            elif (together := _several(node)) is not None:
                several.append(together)
                waiting.append(_first(node))
            elif node["type"] == "union" and _is_smart(node):
                waiting.extend(reversed(node["choices"]))
            elif choice["type"] != "definition-ref" or choice["schema_ref"] not in seen:
                flat.append(choice)
        return flat, tagged, several

    def _resolved(self, node: Node) -> Node:
        """What a choice leads to: through references, and what only checks before or after."""
        while True:
            if node["type"] == "definition-ref":
                node = self._definitions[node["schema_ref"]]
            elif node["type"] == "model" or "schema" not in node:
                return node
            else:
                node = node["schema"]


def _first(union: Node) -> Node:
    """The part of a union that takes what the document lists, before what is for nothing of it, or for several."""
    first: Node = _unlabelled(union["choices"][0])
    return first


def _several(node: Node) -> _Several | None:
    """What reads several members of a union at once, if they may hold together."""
    return _inside(node, "metadata").get(SEVERAL_KEY)


def _unlisted(tagged: list[Tagged]) -> list[CoreSchema]:
    return [unlisted_schema(tagged)] if tagged else []


def _is_smart(union: Node) -> bool:
    return bool(union.get("mode", "smart") == "smart")


def _is_choice(node: Node) -> bool:
    """Whether a union has several members that unknown members could decide between."""
    if _several(node) is not None:
        node = _first(node)
    if not _is_smart(node):
        return False
    choices: list[Any] = node["choices"]
    return sum(not _is_scalar(_unlabelled(one)) for one in choices) > 1


def _is_scalar(node: Node) -> bool:
    """Whether a schema reads single values alone, perhaps in several forms."""
    match node["type"]:
        case "json-or-python":
            return _is_scalar(node["json_schema"])
        case "union":
            return all(_is_scalar(_unlabelled(one)) for one in node["choices"])
        case "chain":
            return _is_scalar(node["steps"][-1])
        case kind:
            return kind in _SCALARS or kind == "function-plain"


class OwnValidator:
    """The validator of a class, which only the class itself uses.

    pydantic-core takes the finished validator of a class wherever the class stands in another schema, also in one that
    says something else about unknown members; it does not where the class has anything but its own kind of validator.
    """

    __slots__ = (
        "get_default_value",
        "isinstance_python",
        "title",
        "validate_assignment",
        "validate_json",
        "validate_python",
        "validate_strings",
    )

    def __init__(self, validator: SchemaValidator) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(validator, name))


def _inside(node: Node, key: str) -> Node:
    inner: Node | None = node.get(key)
    return inner or {}


def keeps_extra(node: Node) -> bool:
    """Whether a core schema is a class that holds further members for the caller, too."""
    return node["type"] == "model" and _inside(node, "config").get("extra_fields_behavior") == "allow"


def is_simple(schema: CoreSchema) -> bool:
    """Whether unknown members can be kept by one word at the call, without a copy of the schema."""
    return not any(keeps_extra(node) or (node["type"] == "union" and _is_choice(node)) for node in nodes(schema))


def _config(model: Node, extra: str) -> Node:
    config = _inside(model, "config")
    if config.get("extra_fields_behavior") == "allow":
        return config
    return {**config, "extra_fields_behavior": {_KEEP: "allow", _FORBID: "forbid", _IGNORE: "ignore"}[extra]}


def _keep_unknown(data: Any, handler: Callable[[Any], Any]) -> Any:
    """The chosen member, with what it does not know beside its fields, at any depth."""
    chosen = handler(data)
    waiting: list[tuple[Any, Any]] = [(chosen, data)]
    while waiting:
        value, given = waiting.pop()
        if isinstance(value, pydantic.BaseModel) and isinstance(given, dict):
            sent = cast(dict[str, Any], given)
            names = {info.alias or name: name for name, info in type(value).__pydantic_fields__.items()}
            waiting.extend((value.__dict__[name], sent[wire]) for wire, name in names.items() if wire in sent)
            unknown = {name: item for name, item in sent.items() if name not in names}
            if unknown and not value.__pydantic_extra__:
                object.__setattr__(value, "__pydantic_extra__", unknown)
        elif isinstance(value, list | tuple) and isinstance(given, list | tuple):
            waiting.extend(zip(cast("list[Any]", value), cast("list[Any]", given), strict=True))
        elif isinstance(value, dict) and isinstance(given, dict):
            sent = cast(dict[str, Any], given)
            waiting.extend((item, sent[name]) for name, item in cast(dict[str, Any], value).items() if name in sent)
    return chosen
