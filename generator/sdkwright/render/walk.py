"""One walk over the tree of a module: what it names, imports and calls, and whether it is plain.

What parses and does not compile is a short list: a `return` of no function, an argument twice, a tree that is too deep
(https://docs.python.org/3/library/ast.html#ast.parse says so, CPython's `symtable.c`, `future.c` and `compile.c` say
which).  Each of them needs a kind of node that rendered modules seldom hold, or is something that the walk sees anyway.
So a module is plain when it holds nothing but the kinds that are listed here, each as it is asked for below; and of a
plain one nobody need ask the compiler.
"""

from __future__ import annotations

import ast
from ast import AnnAssign, Attribute, Call, Constant, Expr, ImportFrom, Name, Subscript, Tuple
from collections.abc import Callable
from typing import Any

from sdkwright.frozen import Frozen
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import REFUSED_OUTPUT

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
_FUTURE = "__future__"
_DEBUG = "__debug__"
"""What nothing may be called (https://docs.python.org/3/library/constants.html#debug__)."""
_DEPTH = 40
"""How many levels a plain tree may have: compilers follow hundreds, and rendered modules have 13."""


class Piece(Frozen):
    """A part of a module, as it was parsed: without lists of names, and with one of two methods that say the same."""

    text: str
    prose: tuple[tuple[int, int], ...]
    """The first and the last line of each docstring in it."""


class Judged(Frozen):
    """What was found in a module that may be written."""

    strings: frozenset[str]
    """Every text that is data, and the name of every field."""
    pieces: tuple[Piece, ...]


class Walk:
    """One walk over a module.  It is the busiest loop of rendering, so it asks for exact types and skips leaves."""

    def __init__(self, path: str) -> None:
        self.is_plain = True
        """Whether what was walked through compiles for certain."""
        self._path = path
        self._known: set[str] = set(TRUSTED_BUILTINS | SELF_NAMES)
        self._parameters: set[str] = set()
        self._forbidden: list[ast.Name] = []
        self._called: dict[str, ast.Call] = {}
        self._strings: set[str] = set()
        self._pieces: list[Piece] = []
        self._prose: list[tuple[int, int]] = []
        self._first: set[ast.AST] = set()
        self._own: set[ast.AST] = set()

    def through(self, text: str, body: list[ast.stmt]) -> None:
        """Visit every node of the statements of `text`, which come after those of the call before, level by level, by
        which the depth is counted.  Raises ProblemsError for what must not be.

        What a field holds is a node, a list of them, or plain: only of the last kind is there a list, so that whatever
        is not in it is visited.  Nine of ten nodes are of the kinds that are asked for first.  (`Any`, since a call of
        `cast` for each node would take a seventh of the walk.)"""
        if not self._pieces:
            self._first.update(body[: 2 if body and _is_docstring(body[0]) else 1])
        level: list[Any] = [*body]
        depth, strings, noted = 0, self._strings, _NOTED
        while level:
            depth += 1
            below: list[Any] = []
            add = below.append
            for node in level:
                kind = node.__class__
                if kind is Name:
                    if node.id in noted:
                        self._name(node)
                elif kind is Constant:
                    if isinstance(node.value, str):
                        strings.add(node.value)
                elif kind is Subscript:
                    value = node.value
                    if value.__class__ is not Name:
                        if value.__class__ not in _HELD:  # Of a literal a compiler says that it has no items.
                            self.is_plain = False
                        add(value)
                    elif value.id in noted:
                        self._name(value)
                    add(node.slice)
                elif kind is AnnAssign:
                    target = node.target
                    if target.__class__ is Name:
                        strings.add(target.id)
                    else:
                        self.is_plain = False
                        add(target)
                    add(node.annotation)
                    if node.value is not None:
                        add(node.value)
                elif kind is Tuple:
                    below += node.elts
                elif kind is Expr:
                    if _is_docstring(node):
                        self._prose.append((node.lineno, node.end_lineno or node.lineno))
                    else:
                        add(node.value)
                elif kind is ImportFrom:  # What an import binds is asked of the import.
                    self._import_from(node)
                elif kind is Attribute:
                    add(node.value)
                elif kind is Call:
                    self._call(node)
                    add(node.func)
                    below += node.args
                    below += node.keywords
                elif kind is ast.keyword:
                    add(node.value)
                elif kind is ast.arg:  # A parameter may be called what nothing else may.
                    self._parameters.add(node.arg)
                    if node.annotation is not None:
                        add(node.annotation)
                elif kind not in _LEAVES:
                    if kind not in _LISTED:
                        self.is_plain = False
                    elif (look := _LISTED[kind]) is not None:
                        look(self, node)
                    for value in node.__dict__.values():
                        if type(value) is list:
                            below += value
                        elif type(value) not in _LEAVES:
                            add(value)
            level = below
        self._only(depth <= _DEPTH)
        self._pieces.append(Piece(text, tuple(self._prose)))
        for found in (self._prose, self._first, self._own):  # No later piece asks for them, and the tree may go.
            found.clear()

    def _name(self, node: ast.Name) -> None:
        """A name that is noted, where it is read."""
        if node.id == _DEBUG:
            self.is_plain = False
        elif isinstance(node.ctx, ast.Load):
            self._forbidden.append(node)

    def _call(self, node: Call) -> None:
        """A call must begin with a name, which is judged when every binding is known; nothing is formatted."""
        function = root = node.func
        if isinstance(function, Attribute) and function.attr in FORMATTING:
            raise refusal(self._path, "it formats text", node.lineno)
        while isinstance(root, Attribute | Subscript | Call):
            root = root.func if isinstance(root, Call) else root.value
        if not isinstance(root, Name):
            raise self._stranger(node)
        self._called.setdefault(root.id, node)
        self._keywords(node.keywords)

    def parameters(self, node: ast.arguments) -> None:
        """No parameter twice, and none that gets the name of its class, by which it may become another one
        (https://docs.python.org/3/reference/expressions.html#private-name-mangling)."""
        every = [*node.posonlyargs, *node.args, *node.kwonlyargs, *filter(None, (node.vararg, node.kwarg))]
        names = {one.arg for one in every}
        self._only(len(names) == len(every) and not any(name.startswith("__") for name in names))

    def defined_class(self, node: ast.ClassDef) -> None:
        """A class may be called."""
        self._known.add(node.name)
        self._keywords(node.keywords)

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """A function may be called; what may return and wait are its own statements."""
        self._known.add(node.name)
        for statement in node.body:
            if isinstance(statement, ast.Return):
                self._own.add(statement)
                if isinstance(node, ast.AsyncFunctionDef) and isinstance(statement.value, ast.Await):
                    self._own.add(statement.value)

    def in_function(self, node: ast.Return | ast.Await) -> None:
        """Nothing returns and nothing waits but in a function."""
        self._only(node in self._own)

    def assignment(self, node: ast.Assign) -> None:
        """Names alone take values."""
        self._only(all(map(_is_target, node.targets)))

    def imports(self, node: ast.Import) -> None:
        """Only trusted modules."""
        if any(alias.name not in TRUSTED_MODULES for alias in node.names):
            raise refusal(self._path, "it imports a module that rendered code does not use", node.lineno)
        self._only(all(alias.asname != _DEBUG for alias in node.names))

    def formatted(self, node: ast.JoinedStr) -> None:
        """Nothing is formatted."""
        raise refusal(self._path, "it holds an f-string", node.lineno)

    def _only(self, compiles: bool) -> None:
        """It is a plain module only if this compiles."""
        self.is_plain = self.is_plain and compiles

    def _import_from(self, node: ast.ImportFrom) -> None:
        """Only from trusted modules and from this package."""
        if not node.level and node.module not in TRUSTED_MODULES and node.module != _FUTURE:
            raise refusal(self._path, "it imports from a module that rendered code does not use", node.lineno)
        self._known.update([alias.asname or alias.name for alias in node.names])
        if node.module == _FUTURE:
            self._only(node in self._first and [alias.name for alias in node.names] == ["annotations"])
        if node.names[0].name == "*":
            self.is_plain = False

    def _keywords(self, keywords: list[ast.keyword]) -> None:
        """No keyword twice."""
        if keywords:
            names = {keyword.arg for keyword in keywords}
            self._only(len(names) == len(keywords) and _DEBUG not in names)

    def judged(self) -> Judged:
        """What can be said once every binding is known.  Raises ProblemsError for what must not be."""
        self._only(not any(_DEBUG in names for names in (self._known, self._parameters, self._strings)))
        for name in self._forbidden:
            if name.id not in self._known and name.id not in self._parameters:
                raise refusal(self._path, f"it names {name.id}", name.lineno)
        for root, call in self._called.items():
            if root not in self._known:
                raise self._stranger(call)
        return Judged(frozenset(self._strings), tuple(self._pieces))

    def _stranger(self, node: Call) -> ProblemsError:
        """The error that it calls what nobody knows."""
        return refusal(self._path, f"it calls {ast.unparse(node.func):.60}", node.lineno)


def _is_docstring(node: ast.stmt) -> bool:
    """Whether it is a string that stands alone."""
    return isinstance(node, Expr) and isinstance(node.value, Constant) and isinstance(node.value.value, str)


def _is_target(node: ast.expr) -> bool:
    """A name, or some of them."""
    return isinstance(node, ast.Name) or (
        isinstance(node, ast.Tuple) and all(isinstance(one, ast.Name) for one in node.elts)
    )


def refusal(path: str, why: str, line: int = 0) -> ProblemsError:
    """The error that stops the run; a fault of the generator, so it says so."""
    place = f"{path}:{line}" if line else path
    message = f"The generated file {place} was refused: {why}"
    return ProblemsError(
        [Problem(Severity.ERROR, REFUSED_OUTPUT, message.encode("ascii", "backslashreplace").decode())]
    )


_LEAVES: frozenset[type[object]] = frozenset({ast.alias, ast.Del, ast.Load, ast.Store, bool, int, str, type(None)})
"""What a field may hold that has nothing inside: names, numbers of lines, contexts; what an import binds is asked of
the import."""
_HELD: frozenset[type[ast.AST]] = frozenset({ast.Attribute, ast.Call, ast.Name, ast.Subscript})
"""Whose items a compiler lets anybody ask for."""
_NOTED = FORBIDDEN_NAMES | {_DEBUG}
"""Names that are looked at where they are read."""
_LISTED: dict[type[ast.AST], Callable[[Walk, Any], None] | None] = {
    ast.Assign: Walk.assignment,
    ast.AsyncFunctionDef: Walk.function,
    ast.Await: Walk.in_function,
    ast.ClassDef: Walk.defined_class,
    ast.Dict: None,
    ast.FunctionDef: Walk.function,
    ast.If: None,
    ast.Import: Walk.imports,
    ast.JoinedStr: Walk.formatted,
    ast.Lambda: None,
    ast.List: None,
    ast.Not: None,
    ast.Pass: None,
    ast.Return: Walk.in_function,
    ast.USub: None,
    ast.UnaryOp: None,
    ast.arguments: Walk.parameters,
}
"""What a plain module holds beside the kinds that the walk asks for first, and what is asked of it."""
