"""What no output may hold, whatever the document says, and what every refusal looks like."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": True}).enable(["table"])
LOADED = ("script", "style", "iframe", "object", "embed", "svg", "img")
RUNS = re.compile(rf"<\s*/?\s*(?:{'|'.join(LOADED)})\b|\bon\w+\s*=", re.IGNORECASE)
LIVE = re.compile(rf"<\s*/?\s*(?:{'|'.join(LOADED)})\b|<[a-z][^>\n]*\son\w+\s*=|<!--", re.IGNORECASE)
"""The same where all is text."""
SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
HARMLESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]|(?<!\\| )\ufeff"
)
"""A mark of the byte order stays where a cell begins with it, as on published pages."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
LONGEST_ERROR = 2000
"""Bytes that one problem may take."""
IMPORTER = """\
import importlib, pathlib, sys, warnings
warnings.simplefilter("error")
def refuse(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.remove", "os.mkdir")):
        raise SystemExit(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
for root in map(pathlib.Path, sys.argv[1:]):
    sys.path.insert(0, str(root))
    parts = ()
    for path in sorted(root.glob("*/*.py")) + sorted(root.glob("*/models/*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    del sys.path[0]
    for name in [name for name in sys.modules if name.split(".")[0] == parts[0]]:
        del sys.modules[name]
"""


def judge_refusal(status: int, said: str) -> None:
    """One clean message."""
    assert status == 1
    assert "Internal error" not in said, said
    assert "Traceback" not in said, said
    assert re.search(r"^error: .+\n  --> .+", said, re.MULTILINE), said
    told = re.split(r"^(?:error|warning): ", said, flags=re.MULTILINE)
    assert all(len(each.encode()) <= LONGEST_ERROR for each in told)
    assert not UNREADABLE.search(said)


def judge_output(out: Path, *, names_too: bool = True) -> Code:
    """All files of an output folder; returns what its modules hold.

    `names_too`: nothing may be called `canary`, as it may where a document asks for that name.
    """
    files = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    judge_names(files)
    code = Code(names_too)
    for name, path in files.items():
        text = path.read_bytes().decode("utf-8")
        assert not UNREADABLE.search(text), name
        if name.endswith(".py") and "/_runtime/" not in name:
            code.add(name, text)
        elif name.endswith(".md"):
            judge_markdown(name, text)
        elif name.endswith(".txt"):
            assert not LIVE.search(text), name
        elif name.endswith(".toml"):
            assert "canary" not in keys_of(tomllib.loads(text)), name
    return code


def judge_names(files: Iterable[str]) -> None:
    """No name that some file system reserves or takes for another."""
    folded: set[str] = set()
    for name in files:
        assert all(not RESERVED.fullmatch(part) and len(part) <= 150 for part in name.split("/")), name
        key = unicodedata.normalize("NFKC", name).casefold()
        assert key not in folded, name
        folded.add(key)


class Code:
    """What the modules of one package hold."""

    def __init__(self, names_too: bool) -> None:
        self.strings: set[str] = set()
        self.identifiers: set[str] = set()
        self._forbidden = {"__import__", "exec", "eval", *(["canary"] if names_too else [])}

    def add(self, name: str, source: str) -> None:
        """One module, which may not call the canary."""
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Constant(value=str(value)):
                    self.strings.add(value)
                case ast.Name(id=found) | ast.Attribute(attr=found) | ast.arg(arg=found) | ast.ClassDef(name=found):
                    assert found not in self._forbidden, f"{name}:{node.lineno}"
                    self.identifiers.add(found)
                case ast.Call(func=ast.Name(id=found)):
                    assert found != "canary", f"{name}:{node.lineno} calls the canary"
                case _:
                    pass


def judge_markdown(name: str, text: str) -> None:
    """Nothing in the page runs, leads to a program, hijacks a link, swallows what follows or breaks a table."""
    known: dict[str, object] = {}
    tokens = READER.parse(f"{text}\n\n## The end\n", known)
    assert not known.get("references"), f"{name}: definitions of links: {known['references']!r:.200}"
    assert [token.content for token in tokens if token.type == "inline" and token.level == 1][-1:] == ["The end"], name
    for token in every(tokens):
        if token.type in ("html_block", "html_inline"):
            assert not RUNS.search(token.content), f"{name}: {token.content!r:.200}"
        for attribute in ("href", "src"):
            target = str(token.attrs.get(attribute, ""))
            assert not SCHEME.match(target) or HARMLESS.match(target), f"{name}: {target!r:.200}"
    code = {
        line for token in tokens if token.type in ("fence", "code_block") and token.map for line in range(*token.map)
    }
    judge_tables(name, [line for number, line in enumerate(text.split("\n")) if number not in code])


def judge_tables(name: str, lines: Iterable[str]) -> None:
    """Each row has as many cells as the first of its table."""
    columns = 0
    for line in lines:
        pipes = len(PIPE.findall(line)) if line.startswith("| ") else 0
        assert not columns or not pipes or pipes == columns, f"{name}: {line!r:.200}"
        columns = pipes and (columns or pipes)


def every(tokens: Iterable[Token]) -> Iterator[Token]:
    """All tokens, those inside others too."""
    for token in tokens:
        yield token
        yield from every(token.children or ())


def keys_of(value: object) -> set[str]:
    """Every key of TOML data."""
    if isinstance(value, dict):
        return {str(key) for key in value} | {key for each in value.values() for key in keys_of(each)}
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each)}
    return set()
