"""The last door: every rendered file is judged before anything is written.

What it refuses cannot come out of the plan and the templates as they stand; it is here for the day when one of them is
wrong.  Modules are parsed, and their tree may call what they imported from trusted modules and nothing else.
"""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterable

from generator.problems import Problem, ProblemsError, Severity

BAD_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
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


def judge_module(path: str, source: str) -> list[ast.AST]:
    """The nodes of the tree of one rendered module; raises `ProblemsError` for what must never be written."""
    judge_text(path, source)
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refusal(path, f"it does not parse: {type(error).__name__}") from error
    nodes = list(ast.walk(tree))
    known = _known_names(nodes)
    harmless = known | {node.arg for node in nodes if isinstance(node, ast.arg)}
    for node in nodes:
        if isinstance(node, ast.Name):
            _judge_name(path, node, harmless)
        else:
            _judge_node(path, node, known)
    return nodes


def judge_text(path: str, text: str) -> None:
    """Refuse control, bidirectional, invisible and surrogate characters in any file."""
    found = BAD_CHARACTERS.search(text)
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


def _known_names(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """What a call in the module may begin with: imports from trusted modules and this package, and own definitions."""
    names: set[str] = set(TRUSTED_BUILTINS | SELF_NAMES)
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            if node.level or node.module in TRUSTED_MODULES:
                names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
    return frozenset(names)


def _judge_name(path: str, node: ast.Name, harmless: frozenset[str]) -> None:
    """A builtin that runs or reaches anything may not even be named, unless a parameter has taken its name."""
    if node.id in FORBIDDEN_NAMES and isinstance(node.ctx, ast.Load) and node.id not in harmless:
        raise _refusal(path, f"it names {node.id}", node.lineno)


def _judge_node(path: str, node: ast.AST, known: frozenset[str]) -> None:
    """One node of the tree."""
    if isinstance(node, ast.JoinedStr):
        raise _refusal(path, "it holds an f-string", node.lineno)
    if isinstance(node, ast.Import) and any(alias.name not in TRUSTED_MODULES for alias in node.names):
        raise _refusal(path, "it imports a module that rendered code does not use", node.lineno)
    if isinstance(node, ast.ImportFrom) and not node.level and node.module not in TRUSTED_MODULES | {"__future__"}:
        raise _refusal(path, "it imports from a module that rendered code does not use", node.lineno)
    if isinstance(node, ast.Call):
        _judge_call(path, node, known)


def _judge_call(path: str, node: ast.Call, known: frozenset[str]) -> None:
    """A call must begin with a known name; nothing is formatted."""
    function = node.func
    if isinstance(function, ast.Attribute) and function.attr in FORMATTING:
        raise _refusal(path, "it formats text", node.lineno)
    root: ast.expr = function
    while isinstance(root, ast.Attribute | ast.Subscript | ast.Call):
        root = root.func if isinstance(root, ast.Call) else root.value
    if not isinstance(root, ast.Name) or root.id not in known:
        raise _refusal(path, f"it calls {ast.unparse(function):.60}", node.lineno)


def _refusal(path: str, why: str, line: int = 0) -> ProblemsError:
    """The error that stops the run; a fault of the generator, so it says so."""
    place = f"{path}:{line}" if line else path
    message = f"the generated file {place} was refused: {why}"
    remedy = "this is a fault of the generator, met by this document; please report it with the part of the document"
    return ProblemsError(
        [Problem(Severity.ERROR, "refused-output", message.encode("ascii", "backslashreplace").decode(), remedy)]
    )
