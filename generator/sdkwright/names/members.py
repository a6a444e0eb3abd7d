"""The names of fields and of enum members."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sdkwright.frozen import replace
from sdkwright.ir.types import EnumDef, EnumMember, ObjectDef, Property
from sdkwright.names.published.memory import Item, Ranks, Recall, allotted, settle
from sdkwright.names.scope import Scope, Wish, fold
from sdkwright.options.model import Config, EnumFormat
from sdkwright.text import reserved
from sdkwright.text.casing import snake, upper_snake, upper_snake_spoken

_UNNAMED_FIELD = "field"
_EMPTY_MEMBER = "EMPTY"
_FIELDS_BESIDE_MORE = reserved.FIELDS | {reserved.ADDITIONAL_PROPERTIES}
_TEXT = re.compile(r"(?!true$|false$|null$|NaN$|Infinity$)[^\W\d]")


@lru_cache(maxsize=1 << 13)
def snake_wishes(text: str, forbidden: frozenset[str], unnamed: str, reason: str) -> tuple[Wish, ...]:
    """The snake name of `text`; a reserved one gets an underscore at the end."""
    name = snake(text) or unnamed
    if name in forbidden:
        return (Wish(f"{name}_", f"{reason}; `{name}` is reserved"),)
    return (Wish(name, reason),)


def field_names(definition: ObjectDef, recall: Recall) -> dict[str, Wish]:
    """The fields of a class by wire name.  A property that is spelled like a field already comes first."""
    holds_more = definition.additional is not None or definition.free_form
    forbidden = _FIELDS_BESIDE_MORE if holds_more else reserved.FIELDS
    properties = definition.properties

    def ranks() -> Ranks:
        return {one.name: (snake(one.name_override or one.name) != one.name,) for one in properties}

    return settle(recall, [_field(one, forbidden) for one in properties], Scope(), ranks=ranks)


def _field(prop: Property, forbidden: frozenset[str]) -> Item:
    if prop.name_override:
        wishes = snake_wishes(prop.name_override, forbidden, _UNNAMED_FIELD, "x-speakeasy-name-override")
        return Item(prop.name, wishes, asked=True)
    return Item(prop.name, snake_wishes(prop.name, forbidden, _UNNAMED_FIELD, "the property"))


def upper_names(constants: Iterable[str], fields: Iterable[str]) -> dict[str, str]:
    """The names in upper case of the fields that are `constants`, by their own; none that another of the `fields` or
    of these has."""
    wanted = {name: name.upper() for name in constants}
    shared = Counter((*wanted.values(), *fields))
    return {name: upper for name, upper in wanted.items() if shared[upper] == 1 and not upper.startswith("_")}


def member_names(definition: EnumDef, recall: Recall) -> dict[str, Wish]:
    """The members of an enum by member id."""
    members = definition.members
    texts = tuple([one.value for one in members if isinstance(one.value, str) and not one.name_override])
    if len(texts) == len(members) and not recall:
        names, wishes = _of_texts(texts)
        recall.note(names)
        return dict(zip([one.id for one in members], wishes, strict=True))
    keys = member_keys(members)
    found = settle(recall, _items(members, keys), Scope())
    return {member.id: found[keys[member.id]] for member in members}


@lru_cache(maxsize=1 << 12)
def _of_texts(values: tuple[str, ...]) -> tuple[Mapping[str, str], tuple[Wish, ...]]:
    """The names of an enum of texts by key in the ledger, and what is said of each in order; many enums are alike."""
    members = [EnumMember(str(number), value) for number, value in enumerate(values)]
    keys = member_keys(members)
    found = allotted(_items(members, keys), Scope())
    return {key: wish.identifier for key, wish in found.items()}, tuple([found[key] for key in keys.values()])


def _items(members: Sequence[EnumMember], keys: Mapping[str, str]) -> list[Item]:
    return _told_apart(members, [_member(member, keys[member.id]) for member in members])


def has_member_names(definition: EnumDef, config: Config) -> bool:
    """Whether the enum is a class, whose members have names.  An alias of literals has none: the options ask for
    one, or the values are neither all text nor all whole."""
    if config.enum_format is EnumFormat.UNION:
        return False
    values = [member.value for member in definition.members]
    all_text = all(isinstance(value, str) for value in values)
    all_whole = all(isinstance(value, int) and not isinstance(value, bool) for value in values)
    return bool(values) and (all_text or all_whole)


def member_keys(members: Sequence[EnumMember]) -> dict[str, str]:
    """The key of each member in the ledger: its value; one that comes again is counted."""
    keys: dict[str, str] = {}
    counts: dict[str, int] = {}
    for member in members:
        value = _value_key(member.value)
        before = counts.get(value, 0)
        keys[member.id] = f"{value} {before}" if before else value
        counts[value] = before + 1
    return keys


def _value_key(value: str | float | bool) -> str:
    """A text as it is, unless it could be taken for something else; all else as JSON."""
    return value if isinstance(value, str) and _TEXT.match(value) else json.dumps(value)


def _told_apart(members: Sequence[EnumMember], items: list[Item]) -> list[Item]:
    """The items; values that would have one name have their symbols spoken, so that their order decides nothing."""
    names = [fold(item.wishes[0].identifier) for item in items]
    if len(set(names)) == len(names):
        return items
    shared = Counter(names)
    return [
        _spoken(member, item) if shared[name] > 1 and not item.asked else item
        for member, item, name in zip(members, items, names, strict=True)
    ]


def _spoken(member: EnumMember, item: Item) -> Item:
    spoken = upper_snake_spoken(member.value) if isinstance(member.value, str) else ""
    if not spoken or spoken == item.wishes[0].identifier:
        return item
    return replace(item, wishes=(Wish(spoken, "the value with its symbols; without them it would be another one"),))


def _member(member: EnumMember, key: str) -> Item:
    if member.name_override:
        name = upper_snake(member.name_override) or _EMPTY_MEMBER
        return Item(key, (Wish(name, "x-speakeasy-enums"),), asked=True)
    value = member.value
    text = value if isinstance(value, str) else json.dumps(value)
    return Item(key, _value_wishes(text))


@lru_cache(maxsize=1 << 13)
def _value_wishes(text: str) -> tuple[Wish, ...]:
    """The name of a value; many enums have the same values."""
    return (Wish(upper_snake(text) or _EMPTY_MEMBER, "the value" if text else "the value, which is empty"),)
