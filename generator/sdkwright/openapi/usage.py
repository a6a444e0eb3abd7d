"""Which components of a document something uses, so that a fault of the others is no matter of a client.

A component is used if a path, a webhook or the root leads to it, over any number of references, or if it is a child, by
`allOf`, of a used schema whose discriminator tells its children apart.  Components that stand alone are
all meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sdkwright.frozen import replace
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.model import Grammar, children
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.openapi.pointer import make, split
from sdkwright.openapi.references.bundle import SECTIONS_2, SECTIONS_3
from sdkwright.problems import Problem, Severity

_SECTIONS = frozenset({*SECTIONS_2.values(), *SECTIONS_3.values(), ("securityDefinitions",)})


class Usage:
    """The components of a document that are used, found when there is a problem in one of them."""

    def __init__(self, root: JsonMap) -> None:
        self._root = root
        self._used: set[str] = set()
        self._is_complete = False

    def see(self, grammar: Grammar) -> None:
        """Take in the document as it is now: what is left out later does not make the rest unused."""
        self._used |= _Search(self._root, grammar).used

    def marked(self, problems: Iterable[Problem], also: Collection[str] = ()) -> Iterator[Problem]:
        """The problems of the finished document, warnings about what nothing uses marked as such.

        `also` are components that are used although nothing of the document refers to them.
        """
        for problem in problems:
            home = None if problem.pointer is None else component(problem.pointer)
            if home is None or problem.severity is not Severity.WARNING:
                yield problem
                continue
            if not self._is_complete:
                self.see(OPENAPI_3)
                self._is_complete = True
            is_used = home in also or home in self._used or home.partition("!")[0] in self._used
            yield replace(problem, of_unused=not is_used) if problem.of_unused == is_used else problem


def component(pointer: str) -> str | None:
    """The pointer of the component, of OpenAPI 3 or Swagger 2.0, in which a place is; None for one outside of them."""
    tokens = split(pointer)
    for length in (1, 2):
        if len(tokens) > length and tokens[:length] in _SECTIONS:
            return make(tokens[: length + 1])
    return None


class _Search:
    """One search from the root along all references."""

    def __init__(self, root: JsonMap, grammar: Grammar) -> None:
        self.root = root
        self.grammar = grammar
        self.used: set[str] = set()
        self.followed: set[str] = set()
        self.work: list[tuple[str, Json, str]] = []
        self.kinds: dict[str, tuple[str, Json]] = {}
        """Every component: its kind and itself."""
        for kind, node, pointer in children(grammar, "document", root, "#"):
            self._sort(kind, node, pointer)
        if not self.root.get("paths") and not self.root.get("webhooks"):
            self.used |= self.kinds.keys()
        self._extensions()
        self._run()
        self._families()

    def _sort(self, kind: str, node: Json, pointer: str) -> None:
        """What stands at the root is used, unless it is a component."""
        if kind == "components" and isinstance(node, dict):
            for inner, part, at in children(self.grammar, kind, node, pointer):
                self.kinds[at] = (inner, part)
        elif component(pointer) is not None:
            self.kinds[pointer] = (kind, node)
        else:
            self.work.append((kind, node, pointer))

    def _extensions(self) -> None:
        """An extension of the whole document may refer to components."""
        work = [value for key, value in self.root.items() if key.startswith("x-")]
        while work:
            node = work.pop()
            if isinstance(node, dict):
                self._follow(node.get("$ref"))
            if isinstance(node, dict | list):
                work.extend(node.values() if isinstance(node, dict) else node)

    def _run(self) -> None:
        self._requirements(self.root)
        while self.work:
            kind, node, pointer = self.work.pop()
            if not isinstance(node, dict):
                continue
            self._follow(node.get("$ref"))
            if kind == "operation":
                self._requirements(node)
            elif kind == "discriminator":
                mapping = node.get("mapping")
                for target in (node.get("defaultMapping"), *(mapping.values() if isinstance(mapping, dict) else ())):
                    self._follow(target)
            self.work.extend(children(self.grammar, kind, node, pointer))

    def _follow(self, reference: Json) -> None:
        if not isinstance(reference, str) or reference in self.followed:
            return
        self.followed.add(reference)
        home = component(reference) if reference.startswith("#") else None
        if home is None or home in self.used:
            return
        self.used.add(home)
        if home in self.kinds:
            self.work.append((*self.kinds[home], home))

    def _requirements(self, owner: JsonMap) -> None:
        for section in (("components", "securitySchemes"), ("securityDefinitions",)):
            listed = owner.get("security")
            for requirement in listed if isinstance(listed, list) else ():
                for name in requirement if isinstance(requirement, dict) else ():
                    self._follow(make((*section, name)))

    def _families(self) -> None:
        """Children of used parents that have a discriminator, and theirs."""
        parents = {at: {*_parents(node)} for at, (kind, node) in self.kinds.items() if kind == "schema"}
        told = {at for at in parents if "discriminator" in _keywords(self.kinds[at][1])}
        grows = True
        while grows:
            grows = False
            for at, above in parents.items():
                if (at not in self.used or at not in told) and above & told & self.used:
                    told.add(at)
                    self._follow(at)
                    self._run()
                    grows = True


def _parents(node: Json) -> Iterator[str]:
    members = node.get("allOf") if isinstance(node, dict) else None
    for member in members if isinstance(members, list) else ():
        reference = member.get("$ref") if isinstance(member, dict) else None
        home = component(reference) if isinstance(reference, str) else None
        if home is not None:
            yield home


def _keywords(node: Json) -> set[str]:
    """The keywords of a schema and of the parts of its `allOf`."""
    members = node.get("allOf") if isinstance(node, dict) else None
    parts = [node, *(members if isinstance(members, list) else ())]
    return {key for part in parts if isinstance(part, dict) for key in part}
