"""What changed inside of types: a walk down two shapes at once, in the direction in which values go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sdkwright.changes import rules
from sdkwright.changes.fits import fits
from sdkwright.changes.found import Found, Use
from sdkwright.changes.rules import Rule
from sdkwright.changes.surface import ChoiceKind, Class, EnumKind, Form, Kind, Member, ObjectKind, Shape, Surface
from sdkwright.frozen import Frozen, replace
from sdkwright.text.reserved import ADDITIONAL_PROPERTIES

_INSIDE = {Form.LIST: "[]", Form.MAP: "{}", Form.PAGE: "", Form.EVENTS: "[]"}
"""The step of a path into a shape."""


class Direction(Frozen):
    """The rules of what is sent, or of what is answered."""

    sent: bool
    member_removed: Rule
    member_added: Rule
    member_added_required: Rule
    required: Rule
    optional: Rule
    renamed: Rule
    deprecated: Rule
    null_added: Rule
    null_removed: Rule
    narrowed: Rule
    widened: Rule
    changed: Rule
    value_added: Rule
    value_added_closed: Rule
    value_removed: Rule
    choice_added: Rule
    choice_added_untagged: Rule
    choice_removed: Rule


SENT = Direction(
    sent=True,
    member_removed=rules.REQUEST_MEMBER_REMOVED,
    member_added=rules.REQUEST_MEMBER_ADDED,
    member_added_required=rules.REQUEST_MEMBER_ADDED_REQUIRED,
    required=rules.REQUEST_MEMBER_REQUIRED,
    optional=rules.REQUEST_MEMBER_OPTIONAL,
    renamed=rules.REQUEST_MEMBER_RENAMED,
    deprecated=rules.REQUEST_MEMBER_DEPRECATED,
    null_added=rules.REQUEST_NULL_ALLOWED,
    null_removed=rules.REQUEST_NULL_REFUSED,
    narrowed=rules.REQUEST_NARROWED,
    widened=rules.REQUEST_WIDENED,
    changed=rules.REQUEST_CHANGED,
    value_added=rules.REQUEST_VALUE_ADDED,
    value_added_closed=rules.REQUEST_VALUE_ADDED,
    value_removed=rules.REQUEST_VALUE_REMOVED,
    choice_added=rules.REQUEST_CHOICE_ADDED,
    choice_added_untagged=rules.REQUEST_CHOICE_ADDED,
    choice_removed=rules.REQUEST_CHOICE_REMOVED,
)
ANSWERED = Direction(
    sent=False,
    member_removed=rules.RESPONSE_MEMBER_REMOVED,
    member_added=rules.RESPONSE_MEMBER_ADDED,
    member_added_required=rules.RESPONSE_MEMBER_ADDED,
    required=rules.RESPONSE_MEMBER_REQUIRED,
    optional=rules.RESPONSE_MEMBER_OPTIONAL,
    renamed=rules.RESPONSE_MEMBER_RENAMED,
    deprecated=rules.RESPONSE_MEMBER_DEPRECATED,
    null_added=rules.RESPONSE_NULL_ADDED,
    null_removed=rules.RESPONSE_NULL_REMOVED,
    narrowed=rules.RESPONSE_NARROWED,
    widened=rules.RESPONSE_WIDENED,
    changed=rules.RESPONSE_CHANGED,
    value_added=rules.RESPONSE_VALUE_ADDED,
    value_added_closed=rules.RESPONSE_VALUE_ADDED_CLOSED,
    value_removed=rules.RESPONSE_VALUE_REMOVED,
    choice_added=rules.RESPONSE_CHOICE_ADDED,
    choice_added_untagged=rules.RESPONSE_CHOICE_ADDED_UNTAGGED,
    choice_removed=rules.RESPONSE_CHOICE_REMOVED,
)


class Holder(Frozen):
    """What has a shape, and where a caller meets it."""

    owner: str
    member: str
    use: Use

    def below(self, step: str) -> Holder:
        """One step down the path, in the same member."""
        return replace(self, use=replace(self.use, path=f"{self.use.path}{step}"))


class ClassComparison:
    """Walks down pairs of shapes; each pair of classes once in a direction, until `forget` is called."""

    def __init__(self, old: Surface, new: Surface, found: Found) -> None:
        self._old, self._new, self._found = old, new, found
        self._seen: set[tuple[str, str, bool]] = set()
        self._met: set[str] = set()
        self._now = {name: one.name for one in new.classes.values() for name in (*one.old, one.name)}
        self._affected = _leading_to(self._changed(), old)

    def forget(self) -> None:
        """Begins anew, so that what one method meets is noted of the next one, too."""
        self._seen.clear()

    def has_met(self, name: str) -> bool:
        """Whether a walk has come to an old class."""
        return name in self._met

    def now(self, name: str) -> Class | None:
        """What an old class is now."""
        return self._new.classes.get(name) or self._new.classes.get(self._now.get(name, ""))

    def gone(self, shape: Shape) -> tuple[str, ...]:
        """The classes below an old shape that are there no more."""
        reached = _below(shape.classes(), self._old)
        return tuple(sorted(name for name in reached if self.now(name) is None))

    def shapes(self, old: Shape, new: Shape, holder: Holder, way: Direction) -> None:
        """Notes what changed from one shape to the other."""
        if old == new and not any(name in self._affected for name in old.classes()):
            return
        if old.null != new.null:
            rule = way.null_added if new.null else way.null_removed
            self._note(rule, holder, old, new)
        if old.form is Form.CLASS and new.form is Form.CLASS and self._is_continued(old.name, new.name):
            self._classes(self._old.classes[old.name], self._new.classes[new.name], holder, way)
            return
        if old.form is new.form and old.form in _INSIDE:
            for left, right in zip(old.inside, new.inside, strict=True):
                self.shapes(left, right, holder.below(_INSIDE[old.form]), way)
            return
        if old.form is Form.CHOICE and new.form is Form.CHOICE:
            one, other = ([("", shape) for shape in each.inside] for each in (old, new))
            self._choices(holder.owner, one, other, holder, way)
            return
        self._whole(old, new, holder, way)

    def _is_continued(self, old: str, new: str) -> bool:
        """Whether a class is the other one: it has its name, or has taken its place."""
        now = self.now(old)
        return now.name == new if now is not None else new not in self._old.classes

    def _whole(self, old: Shape, new: Shape, holder: Holder, way: Direction) -> None:
        """Notes that one shape stands in the place of another."""
        wider, narrower = (
            fits(old, new, self._old, self._new),
            fits(new, old, self._new, self._old),
        )
        if wider and narrower:
            return
        rule = way.widened if wider else way.narrowed if narrower else way.changed
        self._note(rule, holder, old, new, takes=self.gone(old))

    def _classes(self, old: Class, new: Class, holder: Holder, way: Direction) -> None:
        key = (old.name, new.name, way.sent)
        if key in self._seen or (old == new and old.name not in self._affected):
            return
        self._seen.add(key)
        self._met.add(old.name)
        match old.kind, new.kind:
            case ObjectKind(), ObjectKind():
                self._objects(old.name, old.kind, new.kind, holder, way)
            case EnumKind(), EnumKind():
                self._enums(old.name, old.kind, new.kind, holder, way)
            case ChoiceKind(), ChoiceKind():
                self._choices(old.name, old.kind.members, new.kind.members, holder, way)
            case _:
                left, right = Shape(Form.CLASS, old.name), Shape(Form.CLASS, new.name)
                self._note(way.changed, holder, left, right)

    # ------------------------------------------------------------------------------------------------------- objects

    def _objects(self, owner: str, old: ObjectKind, new: ObjectKind, holder: Holder, way: Direction) -> None:
        for left, right in pairs(_all_members(old), _all_members(new)):
            name = (left or right or _NOBODY).name
            place = Holder(owner, name, replace(holder.use, path=f"{holder.use.path}.{name}"))
            if left is None and right is not None:
                rule = way.member_added_required if right.required else way.member_added
                self._note(rule, place, "", right.shape)
            elif right is None and left is not None:
                self._note(way.member_removed, place, left.shape, "", takes=self.gone(left.shape))
            elif left is not None and right is not None:
                self._members(left, right, place, way)
        self._choices(owner, old.children, new.children, holder, way)

    def _members(self, old: Member, new: Member, place: Holder, way: Direction) -> None:
        if old.name != new.name:
            self._note(way.renamed, place, old.name, new.name)
        if new.deprecated and not old.deprecated:
            self._note(way.deprecated, place)
        if old.required != new.required and not _has_default(old, new, way):
            self._note(way.required if new.required else way.optional, place)
        self.shapes(old.shape, new.shape, place, way)

    # ----------------------------------------------------------------------------------------------- enums, choices

    def _enums(self, owner: str, old: EnumKind, new: EnumKind, holder: Holder, way: Direction) -> None:
        before, after = dict(old.values), dict(new.values)
        kept = dict(new.old)
        for value, name in before.items():
            place = Holder(owner, name or value, holder.use)
            if value not in after:
                self._note(way.value_removed, place, value, "")
            elif name and name != after[value]:
                is_kept = kept.get(name) == after[value]
                rule = rules.VALUE_RENAMED_KEPT if is_kept else rules.VALUE_RENAMED
                self._note(rule, place, name, after[value])
        for value, name in after.items():
            if value not in before:
                rule = way.value_added if old.is_open else way.value_added_closed
                self._note(rule, Holder(owner, name or value, holder.use), "", value)

    def _choices(
        self,
        owner: str,
        old: Sequence[tuple[str, Shape]],
        new: Sequence[tuple[str, Shape]],
        holder: Holder,
        way: Direction,
    ) -> None:
        """Members are the same by tag, or by shape where no tag tells."""
        before, after = self._by_name(old), self._by_name(new)
        for name, shape in before.items():
            place = Holder(owner, name, holder.below(f".union({name})").use)
            if name in after:
                self.shapes(shape, after[name], place, way)
            else:
                self._note(way.choice_removed, place, shape, "", takes=self.gone(shape))
        is_tagged = all(tag for tag, _ in old)
        for name, shape in after.items():
            if name not in before:
                place = Holder(owner, name, holder.below(f".union({name})").use)
                rule = way.choice_added if is_tagged else way.choice_added_untagged
                self._note(rule, place, "", shape)

    def _by_name(self, members: Iterable[tuple[str, Shape]]) -> dict[str, Shape]:
        """By tag; by what it is called now where there is none."""
        return {tag or self._now.get(shape.name, "") or str(shape): shape for tag, shape in members}

    # -------------------------------------------------------------------------------------------------------- shared

    def _changed(self) -> Iterator[str]:
        """The old classes that are not what they were."""
        return (name for name, one in self._old.classes.items() if self._new.classes.get(name) != one)

    def _note(
        self, rule: Rule, holder: Holder, old: object = "", new: object = "", *, takes: Iterable[str] = ()
    ) -> None:
        self._found.add(rule, holder.owner, holder.member, old=old, new=new, use=holder.use, takes=takes)


def pairs(old: Sequence[Member], new: Sequence[Member]) -> Iterator[tuple[Member | None, Member | None]]:
    """The members of both, each beside what it is now or was before, under its name or one that works still."""
    by_name = {name: one for one in reversed(new) for name in (*one.old, one.name)}
    met: set[str] = set()
    for one in old:
        now = by_name.get(one.name)
        if now is not None:
            met.add(now.name)
        yield one, now
    yield from ((None, one) for one in new if one.name not in met)


def named(kind: Kind) -> Iterator[str]:
    """The classes that a class names."""
    match kind:
        case ObjectKind():
            for member in _all_members(kind):
                yield from member.shape.classes()
            for _, shape in kind.children:
                yield from shape.classes()
        case ChoiceKind():
            for _, shape in kind.members:
                yield from shape.classes()
        case EnumKind():
            return


def _all_members(kind: ObjectKind) -> tuple[Member, ...]:
    if kind.further is None:
        return kind.members
    return (*kind.members, Member(ADDITIONAL_PROPERTIES, Shape(Form.MAP, inside=(kind.further,))))


def _has_default(old: Member, new: Member, way: Direction) -> bool:
    """Whether readers find a value all the same, since the default stands in."""
    return not way.sent and (new if old.required else old).default is not None


def leading_from(surface: Surface) -> frozenset[str]:
    """The classes to which methods and webhooks lead."""
    shapes = [one.body for one in surface.hooks.values()]
    for method in surface.methods.values():
        shapes += (method.answer, *(one.shape for one in method.arguments))
        shapes += (Shape(Form.CLASS, name) for _, name in method.errors)
    return _below((name for shape in shapes for name in shape.classes()), surface)


def _below(names: Iterable[str], surface: Surface) -> frozenset[str]:
    """Classes, and those that they name."""
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached and name in surface.classes:
            reached.add(name)
            waiting.extend(named(surface.classes[name].kind))
    return frozenset(reached)


def _leading_to(changed: Iterable[str], surface: Surface) -> frozenset[str]:
    """The classes that are among `changed`, or name one that leads there."""
    namers: dict[str, list[str]] = {}
    for name, one in surface.classes.items():
        for other in named(one.kind):
            namers.setdefault(other, []).append(name)
    reached = set(changed)
    waiting = list(reached)
    while waiting:
        for namer in namers.get(waiting.pop(), ()):
            if namer not in reached:
                reached.add(namer)
                waiting.append(namer)
    return frozenset(reached)


_NOBODY = Member("", Shape())
