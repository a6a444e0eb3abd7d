"""What must change nothing: descriptions in code, the order of keys, YAML or JSON, and all that surrounds a run."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import yaml
from sdkwright.output import MANIFEST

from .corpus import documents, write_json
from .hostile import TEXTS
from .watch import attempt, judge

Files = dict[str, bytes]
NAMED = frozenset(
    {
        *("paths", "webhooks", "callbacks", "responses", "content", "headers", "examples", "encoding", "variables"),
        *(
            "scopes",
            "mapping",
            "properties",
            "patternProperties",
            "dependentSchemas",
            "$defs",
            "definitions",
            "schemas",
        ),
        *("parameters", "requestBodies", "securitySchemes", "links", "pathItems", "security", "flows"),
        *("example", "default", "const", "enum", "value"),
    }
)
"""Members that are maps from names of the author's, whose order is that of the SDK; and values, which are data."""
FIXED = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"})
ORDERED = frozenset({"properties", "allOf"})
"""Which of the two stands first says whose properties come first, as in published classes."""
TELLING = ("description", "summary")
SAYABLE = tuple(text for text in TEXTS if text.strip() and not any("\ud800" <= each <= "\udfff" for each in text))
"""What a description can say: half of a pair is refused."""


def files(out: Path) -> Files:
    """All of an output folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def _generated(folder: Path, name: str, data: Any, *, as_yaml: bool = False) -> Files:
    place = folder / name
    place.mkdir()
    if as_yaml:
        (place / "api.yaml").write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")
    else:
        write_json(place / "api.json", data)
    outcome = attempt(place, "api.yaml" if as_yaml else "api.json")
    assert judge(outcome) == "generated", outcome.said
    return files(outcome.out)


def _same(one: Files, other: Files) -> None:
    different = sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
    assert not different, different[:5]


def of_descriptions(_: int, random: Random, folder: Path) -> str:
    """Other descriptions make other docstrings and pages, and no other code."""
    before = random.choice(documents())
    after = _told_otherwise(before, random)
    one, other = (_generated(folder, name, data) for name, data in (("one", before), ("other", after)))
    assert {path for path in one if path.endswith(".py")} == {path for path in other if path.endswith(".py")}
    for path, content in one.items():
        if path.endswith(".py"):
            assert _code(content) == _code(other[path]), path
    return "descriptions"


def _told_otherwise(node: Any, random: Random, *, is_map: bool = False) -> Any:
    """The data with every description a hostile text, but for members of maps that are called so."""
    if isinstance(node, list):
        return [_told_otherwise(each, random) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: (
            random.choice(SAYABLE)
            if key in TELLING and not is_map and isinstance(value, str)
            else (
                value
                if key in ("example", "examples", "default", "const", "enum") and not is_map
                else _told_otherwise(value, random, is_map=key in NAMED and not is_map)
            )
        )
        for key, value in node.items()
    }


def _code(source: bytes) -> str:
    """A module without its docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            body[:] = [
                each
                for each in body
                if not (
                    isinstance(each, ast.Expr)
                    and isinstance(each.value, ast.Constant)
                    and isinstance(each.value.value, str)
                )
            ]
    return ast.dump(tree)


def of_order(_: int, random: Random, folder: Path) -> str:
    """Keys of objects that the specification names say the same in any order."""
    before = random.choice(documents())
    one, other = _generated(folder, "one", before), _generated(folder, "other", _shuffled(before, random))
    del one[MANIFEST], other[MANIFEST]  # Its digest is of data in their order.
    _same(one, other)
    return "order of keys"


def _shuffled(node: Any, random: Random, *, is_map: bool = False) -> Any:
    if isinstance(node, list):
        return [_shuffled(each, random) for each in node]
    if not isinstance(node, dict):
        return node
    items = [
        (
            key,
            (
                value
                if key in ("example", "default", "const", "enum", "value") and not is_map
                else _shuffled(value, random, is_map=key in NAMED and not is_map)
            ),
        )
        for key, value in node.items()
    ]
    is_free = not FIXED & node.keys() and not any(key.startswith("x-") for key in node)
    if is_free and not is_map and not node.keys() >= ORDERED:
        random.shuffle(items)
    return dict(items)


def of_syntax(_: int, random: Random, folder: Path) -> str:
    """YAML and JSON of the same data."""
    data = random.choice(documents())
    one, other = _generated(folder, "one", data), _generated(folder, "other", data, as_yaml=True)
    _same(one, other)
    return "YAML and JSON"


def of_surroundings(_: int, random: Random, folder: Path) -> str:
    """Hash seed, locale, time zone, home folder, working folder."""
    data = random.choice(documents())
    one = _generated(folder, "one", data)
    place = folder / random.choice(("other", "été 100%", "a" * 100))
    place.mkdir()
    write_json(place / "api.json", data)
    around = {
        "PYTHONHASHSEED": str(random.randrange(2**32)),
        "LC_ALL": random.choice(("C", "C.UTF-8", "tr_TR.UTF-8", "POSIX")),
        "TZ": random.choice(("UTC", "Asia/Kathmandu", "America/St_Johns")),
        "HOME": random.choice((os.devnull, "/nonexistent", str(folder))),
        "COLUMNS": str(random.randint(1, 200)),
        "PYTHONUTF8": random.choice("01"),
    }
    command = [sys.executable, "-m", "sdkwright", "generate", "api.json", "--out", "out"]
    done = subprocess.run(
        command, cwd=place, env={**os.environ, **around}, capture_output=True, text=True, errors="replace", check=False
    )
    assert done.returncode == 0, (around, done.stderr[-1000:])
    _same(one, files(place / "out"))
    return "surroundings"


WAYS = (of_descriptions, of_order, of_syntax, of_surroundings)


def one_of_them(number: int, random: Random, folder: Path) -> str:
    """Each in turn."""
    return WAYS[number % len(WAYS)](number, random, folder)
