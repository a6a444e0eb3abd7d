"""The last door: every rendered file is judged before anything is written.

What it refuses cannot come out of the plan and the templates as they stand; it is here for the day when one of them is
wrong.  Modules are parsed and their trees compiled, which is never run; a tree may call what was imported from trusted
modules and nothing else.
"""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from typing import Any

from sdkwright.frozen import Frozen
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import REFUSED_OUTPUT

BAD_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
IN_PAGES = re.compile("[\u200c\u200d\ufeff]+")
"""What pages may hold of them: joiners, without which Persian, Hindi and many emoji are other text, and marks of the
byte order, which the texts of documents begin with.  They show and hide nothing."""
FORBIDDEN_NAMES = frozenset(
    {
        "__import__",
        "breakpoint",
        "compile",
        "delattr",
        "eval",
        "exec",
        "globals",
        "input",
        "locals",
        "open",
        "setattr",
        "vars",
    }
)
FORMATTING = frozenset({"format", "format_map"})
TRUSTED_MODULES = frozenset(
    {
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "enum",
        "functools",
        "httpx",
        "httpx2",
        "importlib",
        "pydantic",
        "typing",
        "typing_extensions",
    }
)
TRUSTED_BUILTINS = frozenset(
    {"AttributeError", "classmethod", "frozenset", "property", "sorted", "staticmethod", "super", "tuple"}
)
SELF_NAMES = frozenset({"self", "cls"})


class Judged(Frozen):
    """What was found in a module that may be written."""

    strings: frozenset[str]
    """Every text that is data, and the name of every field."""
    prose: frozenset[int]
    """The numbers of the lines that belong to docstrings."""


def judge_module(path: str, source: str) -> Judged:
    """Judge one rendered module; raises `ProblemsError` for what must never be written."""
    judge_text(path, source)
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refusal(path, f"it does not parse: {type(error).__name__}") from error
    judge = _Judge(path)
    judge.walk(tree)
    verdict = judge.verdict()
    _compile(path, tree)
    return verdict


def _compile(path: str, tree: ast.Module) -> None:
    """Refuse what parses and is no program: an argument twice, a `return` of no function.

    The parsed tree is handed on, so the text is read once; without docstrings there is less to write out."""
    try:
        compile(tree, path, "exec", dont_inherit=True, optimize=2)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refusal(path, f"it does not compile: {type(error).__name__}") from error


class _Judge:
    """One walk over one tree.  It is the busiest loop of rendering, so it asks for exact types and skips leaves."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._known: set[str] = set(TRUSTED_BUILTINS | SELF_NAMES)
        self._parameters: set[str] = set()
        self._forbidden: list[ast.Name] = []
        self._calls: list[ast.Call] = []
        self._strings: set[str] = set()
        self._prose: set[int] = set()

    def walk(self, tree: ast.Module) -> None:
        """Visit every node.  What a field holds is a node, a list of them, or plain: only of the last kind is there a
        list, so that whatever is not in it is visited.  Nine of ten nodes are of the kinds that are asked for first.
        (`Any`, since a call of `cast` for each node would take a seventh of the walk.)"""
        todo: list[Any] = [tree]
        add, strings = todo.append, self._strings
        while todo:
            node = todo.pop()
            kind = node.__class__
            if kind is ast.Name:
                if node.id in FORBIDDEN_NAMES and isinstance(node.ctx, ast.Load):
                    self._forbidden.append(node)
            elif kind is ast.Constant:
                if isinstance(node.value, str):
                    strings.add(node.value)
            elif kind is ast.Subscript:
                add(node.value)
                add(node.slice)
            elif kind is ast.Tuple:
                todo.extend(node.elts)
            elif kind is ast.ImportFrom:  # What an import binds is asked of the import.
                self._import_from(node)
            elif kind not in _PLAIN and not (kind is ast.Expr and self._is_docstring(node)):
                if kind in _INTERESTING:
                    self._visit(node)
                for value in node.__dict__.values():
                    if type(value) is list:
                        todo += value
                    elif type(value) not in _PLAIN:
                        add(value)

    def _is_docstring(self, node: ast.AST) -> bool:
        """A string that stands alone; its lines are noted."""
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            return False
        if not isinstance(node.value.value, str):
            return False
        self._prose.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        return True

    def _visit(self, node: ast.AST) -> None:
        """A node that binds a name, calls, or has no place here."""
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                self._strings.add(name)
            case ast.Call():
                self._calls.append(node)
            case ast.arg(arg=name):
                self._parameters.add(name)
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                self._known.add(name)
            case ast.Import():
                if any(alias.name not in TRUSTED_MODULES for alias in node.names):
                    raise _refusal(self._path, "it imports a module that rendered code does not use", node.lineno)
            case ast.JoinedStr():
                raise _refusal(self._path, "it holds an f-string", node.lineno)
            case _:
                pass

    def _import_from(self, node: ast.ImportFrom) -> None:
        """Only from trusted modules and from this package."""
        if not node.level and node.module not in TRUSTED_MODULES | {"__future__"}:
            raise _refusal(self._path, "it imports from a module that rendered code does not use", node.lineno)
        self._known.update(alias.asname or alias.name for alias in node.names)

    def verdict(self) -> Judged:
        """What can be said once every binding is known."""
        for name in self._forbidden:
            if name.id not in self._known and name.id not in self._parameters:
                raise _refusal(self._path, f"it names {name.id}", name.lineno)
        for call in self._calls:
            self._judge_call(call)
        return Judged(frozenset(self._strings), frozenset(self._prose))

    def _judge_call(self, node: ast.Call) -> None:
        """A call must begin with a known name; nothing is formatted."""
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in FORMATTING:
            raise _refusal(self._path, "it formats text", node.lineno)
        root: ast.expr = function
        while isinstance(root, ast.Attribute | ast.Subscript | ast.Call):
            root = root.func if isinstance(root, ast.Call) else root.value
        if not isinstance(root, ast.Name) or root.id not in self._known:
            raise _refusal(self._path, f"it calls {ast.unparse(function):.60}", node.lineno)


_INTERESTING: frozenset[type[ast.AST]] = frozenset(
    {
        ast.AnnAssign,
        ast.AsyncFunctionDef,
        ast.Call,
        ast.ClassDef,
        ast.FunctionDef,
        ast.Import,
        ast.JoinedStr,
        ast.arg,
    }
)


_PLAIN: frozenset[type[object]] = frozenset({ast.alias, ast.Del, ast.Load, ast.Store, bool, int, str, type(None)})
"""What a field may hold that has nothing inside: names, numbers of lines, contexts; what an import binds is asked of
the import."""


def judge_text(path: str, text: str) -> None:
    """Refuse control, bidirectional, invisible and surrogate characters in any file."""
    found = BAD_CHARACTERS.search(text)
    if found and path.endswith((".md", ".txt")):
        found = BAD_CHARACTERS.search(IN_PAGES.sub("", text))
    if found:
        raise _refusal(path, f"it holds the raw character U+{ord(found.group()):04X}")


def judge_toml(path: str, source: str, meant: object) -> None:
    """Refuse a TOML file that does not parse to exactly what was meant."""
    judge_text(path, source)
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(path, "it is no TOML") from error
    if data != meant:
        raise _refusal(path, "its TOML says something else than was meant")


def judge_paths(paths: list[str]) -> None:
    """Refuse two files whose names fold to one, and whatever leads out of the folder."""
    seen: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")
        if path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in parts):
            raise _refusal(path, "its path leads elsewhere")
        folded = unicodedata.normalize("NFKC", path).casefold()
        if folded in seen:
            raise _refusal(path, f"its name is the same as that of {seen[folded]} on some file systems")
        seen[folded] = path


def _refusal(path: str, why: str, line: int = 0) -> ProblemsError:
    """The error that stops the run; a fault of the generator, so it says so."""
    place = f"{path}:{line}" if line else path
    message = f"The generated file {place} was refused: {why}"
    return ProblemsError(
        [Problem(Severity.ERROR, REFUSED_OUTPUT, message.encode("ascii", "backslashreplace").decode())]
    )
