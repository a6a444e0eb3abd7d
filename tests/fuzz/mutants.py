"""Weakened sinks and poorer templates: something must go red, else nobody would see it go wrong one day."""

from __future__ import annotations

import contextlib
import itertools
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import jinja2
from casework.folders import CASES, Case
from sdkwright.docs import markdown
from sdkwright.docs.reader.text import sinks
from sdkwright.inputs import Inputs
from sdkwright.options.formats import MARKED_SECTIONS
from sdkwright.options.model import DocsStyle
from sdkwright.pipeline import Loaded, build, load_inputs, validated
from sdkwright.render.environment import environment, templates_folder
from sdkwright.stages import Stages
from sdkwright.text import escape
from sdkwright.text.kinds import Code

from .corpus import ROOT, documents, write_json
from .hostile import places, replaced
from .watch import attempt, judge

SINKS: dict[str, Callable[..., Code]] = {
    "string_literal": lambda text: Code(f'"{escape.raw(text)}"'),
    "docstring": lambda parts, indent=0: Code('"""' + "\n".join(escape.raw(part) for part in parts) + '"""'),
    "toml": lambda text: Code(f'"{escape.raw(text)}"'),
    "url_template": lambda text: Code(f'"{escape.raw(text)}"'),
    "literal": lambda value, depth=0: Code(f'"{value}"' if isinstance(value, str) else repr(value)),
    "markdown_rich": lambda text, own=(): Code(escape.raw(text)),
    "markdown_text": lambda text: Code(escape.raw(text)),
    "markdown_start": lambda text: Code(escape.raw(text)),
    "markdown_cell": lambda text: Code(escape.raw(text)),
    "markdown_literal": lambda value: value,
    "rich": lambda text, anchors, level=3, find=None: Code(escape.raw(text)),
    "cell": lambda text, find=None: Code(escape.raw(text)),
    "sentence": lambda text, find=None: Code(escape.raw(text)),
    "start": lambda text, find=None: Code(escape.raw(text)),
    "title": lambda text: Code(escape.raw(text)),
}
"""The functions that make a text safe for a place, each as somebody would write it who does not think of anything.

What reaches `header_token` has been judged before: names of headers that are none are left out.
"""
DOCS = (
    {"gen.yaml": f"sdkwright: {{defaults: 1, docs: {{style: {DocsStyle.READER.value}}}}}\n"},
    {"gen.yaml": f"sdkwright: {{defaults: 1, docs: {{style: {DocsStyle.PUBLISHED.value}}}}}\n"},
    {
        "gen.yaml": f"sdkwright: {{docs: {{style: {DocsStyle.PUBLISHED.value}}}}}\n",
        "gen.lock": f"management: {{generationVersion: {'.'.join(map(str, MARKED_SECTIONS))}.0}}\n",
    },
)
"""The files that ask for the docs in which a sink can be: the last have a README in sections of its own."""
ATTACKS = ('"""; canary(); """', '"; canary(); "', "a\\", 'a"\nb', "<script>canary()</script>", "\x1b[31m")
_PRINTS = re.compile(r"\{\{(-?)(.*?)(-?)\}\}", re.DOTALL)


@contextmanager
def weakened(name: str) -> Iterator[None]:
    """One sink does nothing for safety while the work inside runs, in whatever module it is used."""
    sound = next(getattr(room, name) for room in (escape, markdown, sinks) if hasattr(room, name))
    users = [each for each in list(sys.modules.values()) if each.__name__.startswith("sdkwright")]
    holders = [each for each in users if getattr(each, name, None) is sound]
    for module in holders:
        setattr(module, name, SINKS[name])
    try:
        yield
    finally:
        for module in holders:
            setattr(module, name, sound)


def of_sinks(number: int, random: Random, folder: Path) -> str:
    """Documents full of an attack, with one sink weakened: the gate refuses it, or who looks at the output sees it."""
    name = list(SINKS)[number % len(SINKS)]
    for tried, full in enumerate(itertools.product(ATTACKS, range(2), range(len(DOCS)))):
        if full not in _sound:
            _sound[full] = _passes(folder / f"sound-{tried}", *full)
        if not _sound[full]:
            continue  # Nothing would be learned of the sink.
        with weakened(name):
            if not _passes(folder / f"weak-{tried}", *full):
                return "sinks"
    raise AssertionError(f"{name} can be weakened and nobody sees it")


_sound: dict[tuple[str, int, int], bool] = {}
"""Which documents full of which attacks are generated as they should be, with which docs."""


def _passes(folder: Path, attack: str, which: int, docs: int) -> bool:
    """Whether a document full of an attack is generated, and nothing is wrong with what comes out."""
    folder.mkdir()
    write_json(folder / "api.json", _full(documents()[which], attack))
    for name, text in DOCS[docs].items():
        (folder / name).write_text(text)
    try:
        return judge(attempt(folder, "api.json")) == "generated"
    except (AssertionError, SyntaxError, ValueError):
        return False


TELLING = frozenset({"description", "summary", "title", "default", "example", "const", "name", "url"})


def _full(data: Any, attack: str) -> Any:
    """The data with the attack in every text that means nothing, and in every path."""
    for place, is_key in list(places(data)):
        names = [step for step in place if isinstance(step, str)]
        is_said = names[-1:] and (names[-1] in TELLING or names[-1] == "enum" or "examples" in names)
        if not is_key and is_said:
            data = replaced(data, place, is_key, f"{_at(data, place)}{attack}")
    if "\n" not in attack and "\\" not in attack:
        data["paths"] = {f"{path}{attack}": item for path, item in data["paths"].items()}
    return data


def _at(data: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        data = data[step]
    return data


Build = Callable[[Path], Mapping[str, bytes]]
Print = tuple[str, int]
"""A template and which of its `{{ … }}`."""
CHUNK = 12
"""How many cases a try looks at."""


def of_templates(number: int, random: Random, folder: Path) -> str:
    """Templates that leave out one thing: it is refused, or the output of a case that prints the thing is another one.

    Whoever asks for all tries of a round learns what no case prints, too.
    """
    builds = list(_builds().items())
    rounds = -(-len(builds) // CHUNK)
    for name, made in builds[number % rounds * CHUNK :][:CHUNK]:
        sound, printed = _printed(made, folder)
        _visited.setdefault(name, printed)
        at = random.choice(sorted(printed))
        assert _without(at, made, folder) != sound, f"{name} is the same without print {at[1]} of {at[0]}"
    if len(_visited) == len(builds):
        never = set(_prints()) - set().union(*_visited.values())
        assert not never, f"no case prints {sorted(never)}"
    return "templates"


_visited: dict[str, set[Print]] = {}
"""What each case has been seen to print, in this process."""


@cache
def _sources() -> Mapping[str, str]:
    folder = templates_folder()
    files = sorted(path for path in folder.rglob("*") if path.suffix != ".pyc" and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


@cache
def _prints() -> tuple[Print, ...]:
    """Each `{{ … }}` of each template."""
    return tuple((name, at) for name, text in _sources().items() for at in range(len(_PRINTS.findall(text))))


@cache
def _builds() -> Mapping[str, Build]:
    """What is built in an empty folder: the cases of the tests, and an API of which everything was renamed."""
    cases = {case.name: _built(case) for case in CASES}
    return {**cases, "renamed": _renamed, "included": _included}


def _built(case: Case) -> Build:
    def build(_: Path) -> Mapping[str, bytes]:
        with contextlib.chdir(case.folder):
            return _tree(case.load(case.spec))

    return build


def _tree(loaded: Loaded) -> Mapping[str, bytes]:
    return build(loaded, Stages()).tree.files


def _renamed(folder: Path) -> Mapping[str, bytes]:
    """The zoo, once as it was and once with other names."""
    here, out = ROOT / "tests" / "ledger", folder / "zoo"
    out.mkdir(exist_ok=True)
    before = _tree(
        validated(load_inputs(Inputs(here / "zoo.yaml", folder / "nowhere", here / "gen.yaml"), Stages()), Stages())
    )
    (out / "names.lock").write_bytes(before["names.lock"])
    inputs = Inputs(here / "zoo.yaml", out, here / "renames.gen.yaml", (here / "renames.yaml",))
    return _tree(validated(load_inputs(inputs, Stages()), Stages()))


def _included(folder: Path) -> Mapping[str, bytes]:
    """An SDK with a module of the user's."""
    config = folder / "gen.yaml"
    config.write_text("sdkwright: {include: [src/own]}\n", encoding="utf-8")
    inputs = Inputs(ROOT / "tests" / "ledger" / "zoo.yaml", folder / "nowhere", config)
    return _tree(validated(load_inputs(inputs, Stages()), Stages()))


@contextmanager
def _templates(sources: Mapping[str, str]) -> Iterator[None]:
    """These in the place of the real ones while the work inside runs."""
    made = environment()
    loader, kept = made.loader, made.cache
    assert loader is not None
    assert kept is not None
    made.loader = jinja2.ChoiceLoader([jinja2.DictLoader(dict(sources)), loader])
    kept.clear()
    try:
        yield
    finally:
        made.loader = loader
        kept.clear()


def _printed(build: Build, folder: Path) -> tuple[Mapping[str, bytes], set[Print]]:
    """The files, and what of the templates is in them."""
    found: set[Print] = set()

    def mark(name: str, at: int, value: Any) -> Any:
        if str(value):
            found.add((name, at))
        return value

    environment().globals["mark"] = mark
    try:
        with _templates(_marked()):
            return build(folder), found
    finally:
        del environment().globals["mark"]


@cache
def _marked() -> Mapping[str, str]:
    """The templates with a call around all that they print."""
    marked: dict[str, str] = {}
    for name, text in _sources().items():
        numbers = itertools.count()

        def around(match: re.Match[str], name: str = name, numbers: Iterator[int] = numbers) -> str:
            return f"{{{{{match[1]} mark({name!r}, {next(numbers)}, ({match[2]})) {match[3]}}}}}"

        marked[name] = _PRINTS.sub(around, text)
    return marked


def _without(at: Print, build: Build, folder: Path) -> object:
    """What is built when a template leaves one thing out; what was raised instead."""
    text = _sources()[at[0]]
    match = list(_PRINTS.finditer(text))[at[1]]
    with _templates({at[0]: text[: match.start()] + text[match.end() :]}):
        try:
            return build(folder)
        except Exception as error:  # Whatever it is, it is seen.
            return repr(error)
