"""The SDK classes: the root class and one for every group on the path of a dotted group; their methods."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sdkwright.frozen import replace
from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import OperationKey
from sdkwright.names.keys import Identity, own_name
from sdkwright.names.members import snake_wishes
from sdkwright.names.model import ASYNC, ASYNC_CLASS, GroupKey, GroupName
from sdkwright.names.published.ledger import Section, State
from sdkwright.names.published.memory import PUBLISHED, Item, Memory, settle
from sdkwright.names.scope import Scope, Wish, cut, fold
from sdkwright.names.short import short_names
from sdkwright.names.stems import stem
from sdkwright.text import reserved
from sdkwright.text.casing import ascii_only, pascal, snake

ROOT: GroupKey = ()
_UNNAMED_GROUP = "group"
_UNNAMED_METHOD = "call"
_EMPTY = r"\e"
"""A segment without text in the key of a group."""


def group_paths(api: Api) -> tuple[GroupKey, ...]:
    """The root, and every group on the path of a dotted group, in document order; parents come first."""
    paths: dict[GroupKey, None] = {ROOT: None}
    for operation in api.operations:
        for path in operation.groups:
            paths.update(dict.fromkeys(path[:end] for end in range(1, len(path) + 1)))
    return tuple(paths)


def class_wishes(paths: Sequence[GroupKey], claimed: frozenset[str], root: str, twin: str = "") -> dict[GroupKey, Wish]:
    """What the group classes are called.  `claimed` are the folded names that models have; what begins with `twin` is
    wanted, too.

    A top-level group whose name a model has becomes `...SDK`; a nested one whose name a model or another group has gets
    its parent in front; what is still equal is numbered, all of it.
    """
    nested = Counter(fold(_class(path[-1])) for path in paths if len(path) > 1)
    top = {fold(_class(path[-1])) for path in paths if len(path) == 1}
    wishes: dict[GroupKey, Wish] = {}
    for path in paths:
        if path == ROOT:
            continue
        name = _class(path[-1])
        model = _claimed(name, claimed, twin)
        if len(path) == 1 and (model or fold(name) == fold(root)):
            wishes[path] = Wish(f"{name}SDK", f"the group; `{model or name}` is a model or the SDK itself")
        elif len(path) > 1 and (model or fold(name) in top or nested[fold(name)] > 1):
            wishes[path] = Wish(_class(path[-2]) + name, f"the group; `{model or name}` is a model or another group")
        else:
            wishes[path] = Wish(name, "the group")
    return wishes


def class_wishes_by_root(
    paths: Sequence[GroupKey], claimed: frozenset[str], root: str, twin: str = ""
) -> dict[GroupKey, Wish]:
    """What the group classes are called where titles are dotted.  `claimed` are the folded names that models have; what
    begins with `twin` is wanted, too.

    A group whose name a model has becomes `...SDK`.  Of several groups that end in the same name the one nearest to the
    root keeps it, the first of those; another one gets the root class in front, and its ancestors as far as it takes.
    """
    wishes: dict[GroupKey, Wish] = {}
    taken = {fold(root)}
    for path in sorted(paths, key=len):
        if path == ROOT:
            continue
        name, above = _class(path[-1]), [_class(segment) for segment in path[:-1]]
        model = _claimed(name, claimed, twin)
        if model or fold(name) == fold(root):
            found = Wish(f"{name}SDK", f"the group; `{model or name}` is a model or the SDK itself")
        elif fold(name) in taken:
            longer = [root + "".join(above[at:]) + name for at in range(len(above), -1, -1)]
            free = next((one for one in longer if fold(one) not in taken | claimed), longer[-1])
            found = Wish(free, f"the group; another one is `{name}`")
        else:
            found = Wish(name, "the group")
        wishes[path] = found
        taken.add(fold(found.identifier))
    return {path: wishes[path] for path in paths if path != ROOT}


def _claimed(name: str, claimed: frozenset[str], twin: str) -> str | None:
    """Which of the two names of a class a model has."""
    return next((one for one in (name, f"{twin}{name}") if fold(one) in claimed), None)


def published_classes(memory: Memory) -> tuple[str, ...]:
    """The classes of groups that were ever published."""
    return memory.recall(Section.GROUP, ".").held()


def async_classes(names: Iterable[str]) -> list[str]:
    """The classes of asynchronous methods beside those, where they have classes of their own."""
    return [f"{ASYNC_CLASS}{name}" for name in names]


def class_names(
    paths: Sequence[GroupKey], claimed: frozenset[str], root: str, memory: Memory, *, dotted: bool, split: bool
) -> dict[GroupKey, Wish]:
    """The classes of all groups but the root; `dotted` where the titles of pages are.

    Where they are `split`, each brings its asynchronous twin, which is called like nothing else either.
    """
    twin = ASYNC_CLASS if split else ""
    wishes = (class_wishes_by_root if dotted else class_wishes)(paths, claimed, root, twin)
    recall = memory.recall(Section.GROUP, ".")
    scope, given = Scope((root, twin + root, *reserved.MODEL_CLASSES), before=twin), Scope(before=twin)
    names: dict[GroupKey, Wish] = {}
    for path in wishes:
        kept = recall.kept(group_key(path))
        if kept is not None and kept not in given:
            names[path] = Wish(scope.take(given.take(kept)), PUBLISHED)
    for name in recall.held():
        scope.take(name)
    equal = Counter(fold(wish.identifier) for path, wish in wishes.items() if path not in names)
    for path, wish in wishes.items():
        if path not in names:
            several = equal[fold(wish.identifier)] > 1
            names[path] = scope.number(wish.identifier) if several else scope.allot([wish])
    recall.note({group_key(path): wish.identifier for path, wish in names.items()})
    return names


def group_names(
    paths: Sequence[GroupKey],
    classes: Mapping[GroupKey, Wish],
    root: str,
    attributes: Mapping[GroupKey, str],
    packages: Iterable[str],
    *,
    dotted: bool,
) -> dict[GroupKey, GroupName]:
    """Everything that is said of a group; `packages` stand beside its module.  The title of its page is the class, or
    the whole accessor."""
    known = reserved.PACKAGE_MODULES | reserved.STDLIB_MODULES | reserved.WINDOWS_FILES | reserved.KEYWORDS
    modules = Scope((*known, *packages))
    pages = Scope((*reserved.WINDOWS_FILES, root))
    title = root if root.endswith("SDK") else f"{root} SDK"
    folders = {path[:-1]: Scope(reserved.WINDOWS_FILES) for path in (*paths, ROOT)}
    groups = {path: stem(attributes[path], folders[path[:-1]]) for path in paths if path != ROOT}
    folder = stem(f"{root}SDK" if root in folders[ROOT] else root, folders[ROOT])
    names = {ROOT: GroupName(root, title, "", "", "sdk", stem(root, Scope(reserved.WINDOWS_FILES)), folder)}
    for path in paths:
        if path != ROOT:
            name = classes[path].identifier
            accessor = ".".join(attributes[path[:end]] for end in range(1, len(path) + 1))
            module = _module(name, modules)
            title = _spoken(accessor) if dotted else name
            names[path] = GroupName(name, title, accessor, attributes[path], module, stem(name, pages), groups[path])
    return names


def _spoken(accessor: str) -> str:
    """`Router.ApiKeys` of `router.api_keys`: no word is in capitals."""
    return ".".join("".join(map(str.capitalize, name.split("_"))) for name in accessor.split("."))


def _module(name: str, scope: Scope) -> str:
    plain = cut(ascii_only(snake(name)))
    return scope.allot([Wish(plain, ""), Wish(f"{plain}_sdk", "")]).identifier


def segment_key(segment: str) -> str:
    """What is the same in all spellings of a segment: `apiKeys` and `api-keys` are one group."""
    return snake(segment) or segment


def group_key(path: GroupKey) -> str:
    """The key of a group in the ledger: dotted, with a backslash before what is no separator; `.` for the root."""
    return ".".join(re.sub(r"[.\\]", r"\\\g<0>", segment_key(segment)) or _EMPTY for segment in path) or "."


def parse_group_key(key: str) -> GroupKey:
    """The keys of the segments of the group with this key in the ledger."""
    if key == ".":
        return ROOT
    segments = [""]
    for sign in re.findall(r"\\.|[^\\]", key):
        if sign == ".":
            segments.append("")
        else:
            segments[-1] += "" if sign == _EMPTY else sign[-1]
    return tuple(segments)


def _class(segment: str) -> str:
    return pascal(segment) or pascal(_UNNAMED_GROUP)


# ---------------------------------------------------------------------------------------------- attributes and methods


def attribute_and_method_names(
    api: Api, paths: Sequence[GroupKey], memory: Memory, keys: Mapping[OperationKey, Identity], *, short: bool = False
) -> tuple[dict[GroupKey, Wish], dict[tuple[OperationKey, GroupKey], Wish]]:
    """The attributes that lead to groups, and the methods; all members of one class differ."""
    children: defaultdict[GroupKey, list[GroupKey]] = defaultdict(list)
    for path in paths[1:]:
        children[path[:-1]].append(path)
    operations: defaultdict[GroupKey, list[Operation]] = defaultdict(list)
    for operation in api.operations:
        for path in dict.fromkeys(operation.groups):
            operations[path].append(operation)
    renamed = {identity.published: identity.now for identity in keys.values()}
    present = frozenset(renamed.values())
    elsewhere = {renamed.get(e.key, e.key): e.identifier for e in memory.current(Section.METHOD)}
    attributes: dict[GroupKey, Wish] = {}
    methods: dict[tuple[OperationKey, GroupKey], Wish] = {}
    for path in paths:
        forbidden = reserved.METHODS | reserved.ROOT_MEMBERS if path == ROOT else reserved.METHODS
        members = [_attribute(child, forbidden) for child in children[path]]
        less = short_names(operations[path], path) if short else {}
        refused = forbidden | {name.removesuffix(ASYNC) for name in forbidden}
        asked = [_method(one, keys[one.id].now, refused, elsewhere, less.get(one.id)) for one in operations[path]]
        recall = memory.recall(Section.METHOD, group_key(path), keys=renamed)
        published = Scope(twin=ASYNC)
        for name in recall.held():
            published.take(name)
        recalled = memory.recall(Section.ATTRIBUTE, group_key(path))
        found = settle(recalled, members, published)
        attributes.update({child: found[segment_key(child[-1])] for child in children[path]})
        taken = (*(wish.identifier for wish in found.values()), *recalled.held())
        named = settle(recall, asked, Scope(taken, twin=ASYNC), elsewhere=present)
        methods.update({(o.id, path): named[keys[o.id].now] for o in operations[path]})
    _note_moved(memory, renamed)
    return attributes, methods


def _note_moved(memory: Memory, renamed: Mapping[str, str]) -> None:
    """What was in a group that is gone, and is in another one now, has its old place as an alias."""
    for entry in memory.take_forgotten(Section.METHOD):
        now = replace(entry, key=renamed.get(entry.key, entry.key))
        if entry.key in renamed and entry.state is not State.REMOVED:
            memory.note_alias(now)
        elif entry.state is State.ALIAS:
            memory.hold(now)
        else:
            memory.note_removed(now)


def _attribute(path: GroupKey, forbidden: frozenset[str]) -> Item:
    return Item(segment_key(path[-1]), snake_wishes(path[-1], forbidden, _UNNAMED_GROUP, "the group"))


def _method(
    operation: Operation, key: str, forbidden: frozenset[str], elsewhere: Mapping[str, str], short: str | None
) -> Item:
    """The method of an operation; one that comes from `elsewhere` brings its name."""
    if operation.name_override:
        wishes = snake_wishes(operation.name_override, forbidden, _UNNAMED_METHOD, "x-speakeasy-name-override")
        return Item(key, wishes, asked=True)
    published = (Wish(elsewhere[key], f"{PUBLISHED}, in another group"),) if key in elsewhere else ()
    reason = "the operationId" if operation.operation_id else "the HTTP method and the path"
    wishes = snake_wishes(own_name(operation), forbidden, _UNNAMED_METHOD, reason)
    if short is not None and short.isidentifier() and short not in forbidden:
        wishes = (Wish(short, "the operationId, without its route and group"), *wishes)
    return Item(key, (*published, *wishes))
