"""What a `$ref` leads to: a place in the document or in a file beside it, on the way through any further reference."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeGuard

from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.data import Json, JsonMap, kind_of
from sdkwright.openapi.files import Files, RefusedError
from sdkwright.openapi.grammar.model import Grammar
from sdkwright.openapi.pointer import make, parse, split, step, step_all
from sdkwright.openapi.references.anchors import named_schemas, place_of
from sdkwright.problems import nearest, shown
from sdkwright.problems.codes.references import BAD_POINTER, DANGLING_REF, REF_CYCLE, REF_KIND

_LONGEST: Final = 100
"""References that are followed one after the other before they count as a circle."""


class Origin(Frozen):
    """Where a part of the document was written: references in it are read from there."""

    file: Path
    inside: tuple[int, ...] = ()
    """The identities of what was put in place of a reference around it, which it cannot hold again."""
    node: Json = None
    """What it is a copy of."""


class Target(Frozen):
    """Where a reference leads: a file, the keys in it, and what stands there."""

    file: Path
    tokens: tuple[str, ...]
    node: Json
    base: Path
    """The file from which references in it are read: another one if it was brought from there."""
    pointer: str = ""
    """The keys as a pointer, of what was resolved."""


class Resolver:
    """Finds what references mean; RefusedError is raised for one that is not followed, ProblemsError for a bad file."""

    def __init__(self, files: Files, root: JsonMap, grammar: Grammar, sections: Mapping[str, tuple[str, ...]]) -> None:
        self.files = files
        self.root = root
        self.grammar = grammar
        self.sections = sections
        self.origins: dict[int, Origin] = {}
        """Parts of the document that other files brought, by identity."""
        self.read: set[int] = set()
        """Identities of the objects whose references lead into the document by now, whatever file they came from, as
        far as any part came from elsewhere before."""
        self._known: dict[tuple[str, str], Target] = {}
        """What references in the document to itself lead to, by kind and text, as long as all of it stands in one file
        and nothing in it was put in the place of a reference."""
        self._anchors: dict[Path, dict[str, tuple[str, ...]]] = {}
        self._ids: dict[str, tuple[str, ...]] | None = None

    def resolve(self, file: Path, kind: str, reference: str) -> Target:
        """What a reference in `file` leads to, which is a `kind`, through any further file that only refers on."""
        if file is self.files.root and not self.origins and (known := self._known.get((kind, reference))) is not None:
            return known
        target = self._once(file, kind, reference, _LONGEST)
        for _ in range(_LONGEST):
            if target.file == self.files.root or not is_pure(target.node):
                break
            target = self._once(target.base, kind, str(target.node["$ref"]), _LONGEST)
        else:
            raise _circle()
        if not may_be(kind, target.node):
            raise wrong_target(kind, target.node, self.grammar)
        if target.file != self.files.root and (other := self._other_kind(kind, target.tokens)) is not None:
            message = f"A {self.grammar[kind].label} belongs here, but {shown(reference, 100)} is a {other}"
            raise RefusedError(REF_KIND, message, f"Refer to a {self.grammar[kind].label}.")
        target = replace(target, pointer=make(target.tokens))
        if file is self.files.root and target.file is file:
            self._known[kind, reference] = target
        return target

    def _other_kind(self, kind: str, tokens: tuple[str, ...]) -> str | None:
        """What a component of another file is, by where it stands, if that is no `kind`."""
        if tokens[:-1] == self.sections.get(kind):
            return None
        return next((self.grammar[each].label for each, path in self.sections.items() if tokens[:-1] == path), None)

    def anything(self, file: Path, reference: str) -> Target:
        """What a reference leads to, whatever it is, through any further reference; it will stand in its place."""
        self._known.clear()
        target = self._once(file, "", reference, _LONGEST)
        for _ in range(_LONGEST):
            if not is_pure(target.node):
                return target
            target = self._once(target.base, "", str(target.node["$ref"]), _LONGEST)
        raise _circle()

    def _once(self, base: Path, kind: str, reference: str, further: int) -> Target:
        before, _, fragment = reference.partition("#")
        if not before:
            file = base
        elif (tokens := self._identified(base, before)) is not None:
            return self._at(self.files.root, (*tokens, *(parse(fragment) or ())), kind, reference, further)
        else:
            file = self.files.locate(base, before)
        if fragment and not fragment.startswith("/"):
            return self._at(file, self._anchor(file, fragment), kind, reference, further)
        spelt = self._spelt(file, fragment)
        if spelt is None:
            message = f"{shown(reference)} is no JSON pointer: ~ stands before 0 or 1 only"
            raise RefusedError(BAD_POINTER, message)
        return self._at(file, spelt, kind, reference, further)

    def _at(self, file: Path, tokens: tuple[str, ...], kind: str, reference: str, further: int) -> Target:
        here = Target(file, (), self._tree(file), file)
        for token in tokens:
            found, child = step(here.node, token)
            if not found and isinstance(here.node, dict) and isinstance(here.node.get("$ref"), str):
                if not further:
                    raise _circle()
                here = self._once(here.base, "", str(here.node["$ref"]), further - 1)
                found, child = step(here.node, token)
            if not found:
                raise self._dangling(here.node, token, kind, reference)
            here = Target(here.file, (*here.tokens, token), child, self._base(child, here.base))
        return here

    def _base(self, node: Json, around: Path) -> Path:
        origin = self.origins.get(id(node))
        base = around if origin is None else origin.file
        return self.files.root if id(node) in self.read else base

    def _tree(self, file: Path) -> Json:
        return self.root if file == self.files.root else self.files.tree(file).root

    def _spelt(self, file: Path, fragment: str) -> tuple[str, ...] | None:
        """The keys of a pointer; a key that itself holds a percent sign may stand there as it is."""
        tokens = parse(fragment)
        if tokens is None or "%" not in fragment:
            return tokens
        root = self._tree(file)
        raw = split(fragment)
        return raw if step_all(root, tokens) is None and step_all(root, raw) is not None else tokens

    def _dangling(self, node: Json, token: str, kind: str, reference: str) -> RefusedError:
        near = nearest(token, node) if isinstance(node, dict) and len(token) < 100 else None
        if near:
            remedy = f"Did you mean {shown(near)}?"
        elif kind in self.sections:
            remedy = f"Add it, or refer to something under #/{'/'.join(self.sections[kind])}."
        else:
            remedy = "Add it, or mend the reference."
        message = f"{shown(reference, 100)} leads nowhere: there is no {shown(token)}"
        return RefusedError(DANGLING_REF, message, remedy)

    def _anchor(self, file: Path, name: str) -> tuple[str, ...]:
        """The place of a schema with this `$anchor`, or of what has this anchor of YAML (RFC 9512, section 3.1)."""
        if file not in self._anchors:
            self._anchors[file] = dict(named_schemas(self._tree(file), ("$anchor", "$dynamicAnchor")))
        if name in self._anchors[file]:
            return self._anchors[file][name]
        tree = self.files.tree(file)
        anchored = tree.anchors.get(name.removeprefix("*"))
        place = None if anchored is None else place_of(anchored, tree.root)
        if place is None:
            message = f"There is no schema with the `$anchor` {shown(name)}"
            raise RefusedError(DANGLING_REF, message, "Write the reference as #/components/…, or add the anchor.")
        return place

    def _identified(self, base: Path, uri: str) -> tuple[str, ...] | None:
        """The place of the schema whose `$id` is exactly `uri`, if the document itself holds one."""
        if base != self.files.root or ":" not in uri:
            return None
        if self._ids is None:
            self._ids = dict(named_schemas(self.root, ("$id",)))
        return self._ids.get(uri)


def is_pure(node: Json) -> TypeGuard[JsonMap]:
    """Whether a mapping is nothing but a reference."""
    return isinstance(node, dict) and len(node) == 1 and isinstance(node.get("$ref"), str)


def may_be(kind: str, node: Json) -> bool:
    """Whether `node` can be a `kind`: schemas may be booleans."""
    return isinstance(node, dict) or (kind == "schema" and isinstance(node, bool))


def wrong_target(kind: str, node: Json, grammar: Grammar) -> RefusedError:
    """What is said of a reference to something that cannot be a `kind`."""
    label = grammar[kind].label
    message = f"A {label} belongs here, but the reference leads to {kind_of(node)}"
    return RefusedError(REF_KIND, message, f"Refer to a {label}.")


def _circle() -> RefusedError:
    return RefusedError(REF_CYCLE, "The references lead in a circle", "Break the circle with a schema of its own.")
