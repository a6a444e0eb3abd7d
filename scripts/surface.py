"""Compares the Python of a generated SDK with what published pages say of it; `golden.py` prints the counts.

The pages of `facts.json` list the arguments and the result of each method and the fields of each class.  The package is
read as source, so that nothing of its own docs is asked.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sdkwright.text import fixed

_OPTIONS = frozenset({"content_type", "security", *(one.name for one in fixed.CALL)})
"""Arguments that pages do not list, or list where an operation has them all the same."""
_WRAPPERS = ("Optional", "OptionalNullable", "Nullable")
_DATES = {"date-objects": "datetime", "datetime-objects": "date"}
"""The anchors that cells of dates lead to: the two are swapped on published pages."""
_OURS = {"Download": "Response", "Page": "", "Union": ""}
"""Results that published SDKs have as the response of the HTTP library, or as a class of their own."""
_TAKEN = {
    "Sequence[": "List[",
    "Mapping[": "Dict[",
    "Union[File, FileInput]": "File",
    "BinaryContent": "Union[bytes, IO[bytes], BufferedReader]",
}
"""What arguments take here beside what published ones do."""
_METHODS = (ast.FunctionDef, ast.AsyncFunctionDef)

Typed = Mapping[str, str]
"""Names with their types, in order."""


@dataclass
class Surface:
    """Hits and expected by metric, and what differs."""

    counts: dict[str, tuple[int, int]] = field(default_factory=lambda: defaultdict(lambda: (0, 0)))
    misses: list[str] = field(default_factory=list[str])

    def add(self, metric: str, where: str, expected: object, found: object) -> None:
        hits, whole = self.counts[metric]
        self.counts[metric] = (hits + (expected == found), whole + 1)
        if expected != found:
            self.misses.append(f"{metric}: {where}: {expected} published, {found} here")


@dataclass(frozen=True)
class Package:
    """The classes of a package by their names in lower case: those with methods, those of models, and exceptions."""

    groups: dict[str, ast.ClassDef]
    models: dict[str, ast.ClassDef]
    errors: dict[str, ast.ClassDef]


def compare(out: Path, facts: Mapping[str, Any]) -> Surface:
    """What of `facts` the package in `out` has."""
    package, surface = _read(out), Surface()
    for page, said in facts["sdks"].items():
        group = package.groups.get(page.split("/")[1])
        methods = {node.name: node for node in group.body if isinstance(node, _METHODS)} if group else {}
        for (name, _), operation in said["ops"]:
            if operation["err_head"]:
                _method(surface, f"{page} {name}", methods, _plain(name), operation)
    for page, items in facts["models"].items():
        _model(surface, page, package, items)
    return surface


def _method(surface: Surface, where: str, methods: Mapping[str, Any], name: str, said: Mapping[str, Any]) -> None:
    expected = {_plain(row[0]): _cell(row[1]) for row in said["params"] if _plain(row[0]) not in _OPTIONS}
    for one in (name, f"{name}_async"):
        method = methods.get(one)
        found: Mapping[str, str] = _arguments(method) if method is not None else {}
        surface.add("surface: arguments", f"{where} {one}", list(expected), list(found))
        for argument, type in expected.items():
            _typed(surface, "surface: types", f"{where} {argument}", type, found.get(argument))
    if name in methods:
        result = _bare(_type(methods[name].returns))
        kind = result.partition("[")[0]
        published = _bare(_cell(said["response"].strip("*"))) if said["response"] else "None"
        if _OURS.get(kind, kind):
            either = "EventStream[" in published and result in published
            surface.add("surface: results", where, published, published if either else _OURS.get(kind, result))


def _model(surface: Surface, page: str, package: Package, items: Sequence[Any]) -> None:
    rows = [dict(value) for (heading, kind, *_), _, value in items if kind == "row" and heading == "## Fields"]
    name = Path(page).stem
    if name in ("file", "retryconfig"):  # classes of the runtime
        return
    expected = {_plain(row["Field"]): _cell(row["Type"]) for row in rows if "extra__" not in row["Field"]}
    if not expected:
        return
    data = package.models.get(f"{name}data") if name in package.errors else None
    model = package.models.get(name)
    cls = data or model if "errors" in page.split("/") else model or data
    found: Mapping[str, str] = _fields(cls) if cls is not None else {}
    surface.add("surface: fields", page, list(expected), list(found))
    for one, type in expected.items():
        _typed(surface, "surface: types", f"{page} {one}", type, found.get(one))


def _typed(surface: Surface, metric: str, where: str, expected: str, found: str | None) -> None:
    if found is not None:  # lists, maps and dates do not say that they may be left out
        surface.add(metric, where, expected, found if expected.startswith(_WRAPPERS) else _bare(found))


def _plain(cell: str) -> str:
    return re.sub(r"[`~ \\]", "", cell)


def _cell(cell: str) -> str:
    """The type that a cell of a table says."""
    for anchor, name in _DATES.items():
        cell = re.sub(rf"\[date(?:time)?\]\([^)]*#{anchor}\)", name, cell)
    cell = re.sub(r"\]\([^)]*\)", "", cell.replace("\\", "")).replace("*", "")
    return _unqualified(re.sub(r"(^|(?<=\[)|(?<=, ))\[", "", cell))


def _unqualified(text: str) -> str:
    """Without the modules of names, which are others on a page than in the code."""
    return re.sub(r"\b[a-z][\w.]*\.(?=[A-Za-z])", "", text)


def _bare(annotation: str) -> str:
    for wrapper in _WRAPPERS:
        if annotation.startswith(f"{wrapper}[") and annotation.endswith("]"):
            return _bare(annotation[len(wrapper) + 1 : -1])
    return annotation


def _arguments(method: ast.FunctionDef | ast.AsyncFunctionDef) -> Typed:
    return {arg.arg: _type(arg.annotation) for arg in method.args.kwonlyargs if arg.arg not in _OPTIONS}


def _fields(cls: ast.ClassDef) -> Typed:
    declared = [node for node in cls.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)]
    return {
        ast.unparse(one.target): _type(one.annotation) for one in declared if "ClassVar" not in _type(one.annotation)
    }


def _type(node: ast.expr | None) -> str:
    text = _unqualified(_annotation(node))
    for ours, published in _TAKEN.items():
        text = re.sub(rf"\b{re.escape(ours)}", published, text)
    return re.sub(r"(?<=.)\bOptional\[", "Nullable[", text)


def _annotation(node: ast.expr | None) -> str:
    """A type as pages write it: without what pydantic is told, and the dictionaries that stand in for models."""
    match node:
        case None:
            return ""
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([first, *_])):
            return _annotation(first)
        case ast.Subscript(ast.Name("Union"), ast.Tuple(members)):
            kept = list(dict.fromkeys(one for one in map(_annotation, members) if "TypedDict" not in one))
            return kept[0] if len(kept) == 1 else f"Union[{', '.join(kept)}]"
        case ast.Subscript(value, index):
            parts = index.elts if isinstance(index, ast.Tuple) else [index]
            return f"{_annotation(value)}[{', '.join(map(_annotation, parts))}]"
        case _:
            return ast.unparse(node).replace("'", '"')


def _read(out: Path) -> Package:
    (package,) = (path.parent for path in (out / "src").glob("*/basesdk.py"))
    found = Package({}, {}, {})
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package).parts
        into = found.groups if len(place) == 1 else found.errors if path.stem == "_errors" else found.models
        if place[0] not in ("_runtime", "_hooks", "utils", "types") and not path.stem.endswith("_typed"):
            into.update((cls.name.lower(), cls) for cls in _classes(path))
    return found


def _classes(path: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef))


def main() -> None:
    """Prints the counts and what differs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("out", type=Path, help="a generated SDK")
    parser.add_argument("facts", type=Path, help="what its published pages say")
    typed = parser.parse_args()
    found = compare(typed.out, json.loads(typed.facts.read_text(encoding="utf-8")))
    for metric, (hits, whole) in found.counts.items():
        print(f"{metric}: {hits} of {whole}")
    print("\n".join(found.misses))


if __name__ == "__main__":
    main()
