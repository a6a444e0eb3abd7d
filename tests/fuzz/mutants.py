"""Weakened sinks and poorer templates: something must go red, else nobody would see it go wrong one day."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import jinja2
import yaml
from sdkwright.docs import markdown
from sdkwright.inputs import Inputs
from sdkwright.pipeline import build, load_inputs, validated
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
    "markdown_cell": lambda text: Code(escape.raw(text)),
    "markdown_literal": lambda value: value,
}
"""The functions that make a text safe for a place, each as somebody would write it who does not think of anything.

What reaches `header_token` has been judged before: names of headers that are none are left out.
"""
ATTACKS = ('"""; canary(); """', '"; canary(); "', "a\\", 'a"\nb', "<script>canary()</script>", "\x1b[31m")
_PRINTS = re.compile(r"\{\{-?.*?-?\}\}", re.DOTALL)


@contextmanager
def weakened(name: str) -> Iterator[None]:
    """One sink does nothing for safety while the work inside runs, in whatever module it is used."""
    sound = getattr(escape if hasattr(escape, name) else markdown, name)
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
    for tried, attack in enumerate(ATTACKS):
        for which in range(2):
            place = folder / f"{tried}-{which}"
            place.mkdir()
            write_json(place / "api.json", _full(documents()[which], attack))
            with weakened(name):
                try:
                    assert judge(attempt(place, "api.json")) == "generated"
                except (AssertionError, SyntaxError, ValueError):
                    return "sinks"
    raise AssertionError(f"{name} can be weakened and nobody sees it")


def _full(data: Any, attack: str) -> Any:
    """The data with the attack in every text that means nothing."""
    for place, is_key in list(places(data)):
        names = [step for step in place if isinstance(step, str)]
        said = names[-1:] and names[-1] in ("description", "summary", "title", "default", "example", "const", "name")
        if not is_key and (said or "enum" in names[-1:] or "examples" in names):
            data = replaced(data, place, is_key, f"{_at(data, place)}{attack}")
    return data


def _at(data: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        data = data[step]
    return data


@cache
def prints() -> tuple[tuple[str, int], ...]:
    """Each `{{ … }}` of each template."""
    folder = templates_folder()
    found = [(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in sorted(folder.rglob("*.*"))]
    return tuple((name, number) for name, text in found for number in range(len(_PRINTS.findall(text))))


@cache
def _cases() -> tuple[Path, ...]:
    """Documents whose expected output the tests hold: one at least must show what a template prints."""
    return tuple(sorted(path for path in (ROOT / "tests" / "cases").iterdir() if (path / "spec.yaml").is_file()))


def of_templates(number: int, random: Random, folder: Path) -> str:
    """A template that leaves out one thing: it is refused, or the expected output of a case is another one."""
    everything = list(prints())
    Random(0).shuffle(everything)
    name, at = everything[number % len(everything)]
    cases = list(_cases())
    random.shuffle(cases)
    for case in (None, *cases):
        sound, poorer = _built(case, folder), _without(name, at, case, folder)
        if poorer != sound:
            return "templates"
    raise AssertionError(f"no case sees print {at} of {name}")


def _without(name: str, at: int, case: Path | None, folder: Path) -> object:
    """What is built when one print of one template is gone; what was raised instead."""
    text = (templates_folder() / name).read_text("utf-8")
    match = list(_PRINTS.finditer(text))[at]
    made = environment()
    loader = made.loader
    assert loader is not None
    poorer = jinja2.DictLoader({name: text[: match.start()] + text[match.end() :]})
    made.loader = jinja2.ChoiceLoader([poorer, loader])
    assert made.cache is not None
    made.cache.clear()
    try:
        return _built(case, folder)
    except Exception as error:  # Whatever it is, it is seen.
        return repr(error)
    finally:
        made.loader = loader
        made.cache.clear()


def _built(case: Path | None, folder: Path) -> object:
    """The files of a case, or of the first of the rich documents."""
    if case is None:
        spec, config = folder / "api.json", None
        write_json(spec, documents()[0])
    else:
        spec, config = case / "spec.yaml", case / "gen.yaml"
        config = config if config.is_file() else None
        if yaml.safe_load((case / "spec.yaml").read_text("utf-8")) is None:
            return None
    stages = Stages()
    inputs = Inputs(spec, folder / "nowhere", config)
    return build(validated(load_inputs(inputs, stages), stages), stages).tree.files
