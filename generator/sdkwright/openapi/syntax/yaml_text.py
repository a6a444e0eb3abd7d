"""Reading YAML 1.2, strictly: events of libyaml in, plain data out.

Where libyaml is missing, the parser in pure Python gives the same events, about ten times slower (and refuses tabs
inside JSON-like YAML).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, cast

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from sdkwright.openapi.syntax.comments import Events, without_tabs
from sdkwright.openapi.syntax.mistakes import mistake
from sdkwright.openapi.syntax.source import Source, Tree, duplicate_keys
from sdkwright.openapi.syntax.yaml_tree import Builder
from sdkwright.problems import ProblemsError
from sdkwright.problems.codes.syntax import EMPTY_DOCUMENT, YAML


class _PureParser(Reader, Scanner, Parser):
    """The event parser in pure Python, without a composer or constructor behind it."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


def _pure_parser(text: str) -> Events:
    return cast(Events, _PureParser(text))


def _c_parser() -> Callable[[str], Events] | None:
    try:
        from yaml import _yaml
    except ImportError:
        return None
    return cast(Callable[[str], Events], _yaml.CParser)


def _fail_as_yaml(source: Source, error: yaml.MarkedYAMLError) -> NoReturn:
    """What is no YAML is raised as a problem at its place."""
    mark = error.problem_mark or error.context_mark
    said = " ".join(part for part in (error.problem, error.context) if part)
    began = None if error.context_mark is None else error.context_mark.index
    found = None if mark is None else mistake(source.text, mark.index, began, said)
    if found is not None:
        source.fail(YAML, found.message, found.place, found.remedy)
    source.fail(YAML, f"This is not YAML: {said}", None if mark is None else mark.index)


def _shown(character: object) -> str:
    if isinstance(character, int):
        return f"U+{character:04X}"
    return f"U+{ord(character):04X}" if isinstance(character, str) and len(character) == 1 else "there"


def read_yaml(source: Source, *, pure: bool = False) -> Tree:
    """The tree of a YAML text; raises ProblemsError where it is not strict YAML or passes a limit.

    `pure` chooses the parser in pure Python, which is otherwise used only where libyaml is missing.
    """
    maker = (None if pure else _c_parser()) or _pure_parser
    builder = Builder(source)
    try:
        root = builder.fill(maker(without_tabs(source.text, maker)).get_event)
    except yaml.MarkedYAMLError as error:
        _fail_as_yaml(source, error)
    except yaml.reader.ReaderError as error:
        source.fail(
            YAML,
            f"This is not YAML: the character {_shown(error.character)} may not stand here",
            error.position,
            remedy="Remove the character, or write it as an escape in double quotes.",
        )
    if builder.documents == 0:
        source.fail(EMPTY_DOCUMENT, "The file is empty")
    if builder.with_duplicates:
        in_order = sorted(builder.with_duplicates, key=lambda marks: marks.start)
        raise ProblemsError(duplicate_keys(source, in_order))
    return Tree(
        source,
        root,
        builder.containers,
        builder.places.marks,
        builder.copies,
        builder.merged,
        builder.anchored,
        builder.places.key,
    )
