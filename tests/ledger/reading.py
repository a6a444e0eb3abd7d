"""Reading the names of a generated package from its source: what is called how, by what its documentation says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"\b(?:schema|operation|parameter)-\d+\b")
_PARAM = re.compile(r":param (\w+): ((?:schema|parameter)-\d+)")
_DEPTH = 4

Key = tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """The names of one package."""

    names: Mapping[Key, str]
    """By kind and mark: classes, TypedDicts, fields, members (with their value), arguments (with their operation)."""
    methods: Mapping[str, str]
    """By mark, as users reach them from the client: `cats.feed`."""
    reached: frozenset[str]
    """Everything that can be called from the client, under old names too."""
    old: frozenset[tuple[str, str]]
    """Old names of classes, fields, arguments and members, each with the new one."""


@dataclass
class _Resources:
    """The resource classes: by class the methods, and the attributes with the classes to which they lead."""

    methods: dict[str, dict[str, str]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    old_attributes: dict[str, dict[str, str]] = field(default_factory=dict)


def read(package: Path, root: str) -> Reading:
    """Reads the package in the folder `package`, whose root class is `root`."""
    names: dict[Key, str] = {}
    old: set[tuple[str, str]] = set()
    for path in package.rglob("*.py"):
        if "_runtime" not in path.parts:
            old.update(_old(ast.parse(path.read_text("utf-8"))))
    for path in sorted((package / "models").glob("[!_]*.py")):
        kind = "typed" if path.stem.endswith("_typed") else "class"
        for key, name in _models(ast.parse(path.read_text("utf-8")), kind):
            assert names.setdefault(key, name) == name, key
    resources = _Resources()
    for path in sorted(package.glob("[!_]*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                _resource(node, resources, names)
    methods = {mark: accessor for accessor, mark in _reached(resources, resources.attributes, root, "") if mark}
    every = {name: {**now, **resources.old_attributes[name]} for name, now in resources.attributes.items()}
    reached = frozenset(accessor for accessor, _ in _reached(resources, every, root, ""))
    return Reading(names, methods, reached, frozenset(old))


def _old(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The pairs of old and new names in `renamed=…`, `@renamed(…)`, `@deprecated(…)` and `old_member(…)`."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        maps = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "renamed")]
        if ast.unparse(node.func) in ("renamed", "exports"):
            for each in maps:
                found = ast.literal_eval(each) if isinstance(each, ast.Dict) else {}
                yield from ((old, new) for old, new in found.items() if isinstance(new, str))
        elif ast.unparse(node.func) == "old_member":
            old, new = map(ast.literal_eval, node.args)
            yield old, new
        elif ast.unparse(node.func) == "deprecated":
            told = re.fullmatch(r"`(\w+)` is now `(\w+)`", ast.literal_eval(node.args[0]))
            if told:
                yield told[1], told[2]


def _models(module: ast.Module, kind: str) -> Iterator[tuple[Key, str]]:
    for name, node, said in _documented(module.body):
        if said:
            yield (kind, said), name
        if isinstance(node, ast.ClassDef):
            mark = _MARK.search(ast.get_docstring(node) or "")
            if mark:
                yield (kind, mark[0]), node.name
            yield from _inside(node, kind, mark[0] if mark else "")


def _inside(node: ast.ClassDef, kind: str, mark: str) -> Iterator[tuple[Key, str]]:
    for name, statement, said in _documented(node.body):
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            yield ("member", mark, str(statement.value.value)), name
        elif said:
            yield (f"{kind} field", said), name


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, ast.stmt, str]]:
    """The names that statements bind, each with what the text below it says it is."""
    for node, below in zip(body, [*body[1:], None], strict=True):
        text = below.value if isinstance(below, ast.Expr) else None
        said = _MARK.search(text.value) if isinstance(text, ast.Constant) and isinstance(text.value, str) else None
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(node, ast.Assign):
            target = node.targets[0]
        if isinstance(target, ast.Name):
            yield target.id, node, said[0] if said else ""
        elif isinstance(node, ast.ClassDef):
            yield node.name, node, ""


def _resource(node: ast.ClassDef, resources: _Resources, names: dict[Key, str]) -> None:
    methods = resources.methods.setdefault(node.name, {})
    attributes = resources.attributes.setdefault(node.name, {})
    old_attributes = resources.old_attributes.setdefault(node.name, {})
    for function in node.body:
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) or function.name.startswith("_"):
            continue
        text = ast.get_docstring(function) or ""
        decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
        if isinstance(function.returns, ast.Name) and "cached_property" in decorators:
            attributes[function.name] = function.returns.id
            continue
        if isinstance(function.returns, ast.Name) and "property" in decorators:
            old_attributes[function.name] = function.returns.id
            continue
        mark = _MARK.match(text)
        methods[function.name] = mark[0] if mark and isinstance(function, ast.FunctionDef) else ""
        if mark:
            known = {argument.arg for argument in function.args.kwonlyargs}
            for argument, said in _PARAM.findall(text):
                assert argument in known
                names["argument", mark[0], said] = argument


def _reached(
    resources: _Resources, attributes: Mapping[str, Mapping[str, str]], name: str, accessor: str
) -> Iterator[tuple[str, str]]:
    """What can be called from a class that is found at `accessor`, with its mark."""
    for method, mark in resources.methods.get(name, {}).items():
        yield f"{accessor}{method}", mark
    if accessor.count(".") < _DEPTH:  # an old attribute may lead back
        for attribute, other in attributes.get(name, {}).items():
            yield from _reached(resources, attributes, other, f"{accessor}{attribute}.")
