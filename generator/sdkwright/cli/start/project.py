"""`sdkwright init`: the files of a new project, inferred from its document; none of them replaces one that is there."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import yaml

from sdkwright import __version__
from sdkwright.cli.find_inputs import CONFIG_NAME, OUT
from sdkwright.cli.start.brought import OVERLAY, overlay_text, with_brought
from sdkwright.cli.start.github import github
from sdkwright.cli.start.makefile import makefile
from sdkwright.cli.start.parts import Part, Place, quoted
from sdkwright.cli.start.pre_commit import pre_commit
from sdkwright.comers import Brought
from sdkwright.frozen import Frozen
from sdkwright.names import Names
from sdkwright.openapi.syntax.source import STANDARD_INPUT
from sdkwright.options.requires import minor_range
from sdkwright.options.schema import schema_text
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import INIT
from sdkwright.text.casing import pascal, snake, words

SCHEMA = ".gen.schema.json"
"""The schema of the options, beside them: editors find it on every machine, and ask nobody for it."""
OPTIONS = """\
# yaml-language-server: $schema={schema}
# Options of sdkwright {generator} for {spec}. What is left out has its default.
configVersion: 2.0.0
generation:
{client}  maintainOpenAPIOrder: true
  fixes:
    nameResolutionFeb2025: true
python:
  version: 0.1.0
  packageName: {package}
  envVarPrefix: {prefix}
  httpClientLibrary: httpx2
  responseSchemaValidation: lenient
  fixFlags:
    responseRequiredSep2024: true
sdkwright:
  requires: "{requires}"
  defaults: 1
  docs: {{style: reader}}
"""


_SAYS_NOTHING = frozenset(
    {"a", "an", "and", "api", "apis", "definition", "description", "docs", "documentation", "for", "http", "json", "of"}
    | {
        "open",
        "openapi",
        "public",
        "reference",
        "rest",
        "schema",
        "spec",
        "specification",
        "swagger",
        "the",
        "v1",
        "v2",
    }
    | {"v3", "version"}
)
"""Words of titles that say only that a document describes an API."""
_LONGEST_NAME = 40


class Started(Frozen):
    """What came of it."""

    written: tuple[Path, ...]
    kept: tuple[Part, ...]
    """Files of others, with what to add to them."""
    regenerate: str
    """What to type next."""


class Asked(Frozen):
    """What of a project is asked for beside its options and its Makefile."""

    short: bool = False
    """Short names of methods, and groups by the path where there are no tags."""
    ref_root: Path | None = None
    """Where files of references may stand."""
    pre_commit: bool = False
    brought: Brought | None = None
    """What the options of another generator ask for."""
    github: bool = False
    """The workflows, and the script that they run."""


def init(document: Path, title: str, names: Names, folder: Path, asked: Asked) -> Started:
    """Writes `gen.yaml` beside `document`, and into `folder` each other file that is not there.

    Raises ProblemsError if there is a `gen.yaml`, or if the paths cannot stand in a Makefile: nothing is written then.
    """
    spec = _inside(document, folder)
    place = Place(spec, (Path(spec).parent / CONFIG_NAME).as_posix(), OUT)
    config = folder / place.config
    if config.exists():
        raise ProblemsError([_error(f"`{config.name}` exists already", "Move it away; nothing was written.", config)])
    overlay = config.with_name(OVERLAY)
    if asked.brought is not None and asked.brought.actions and overlay.exists():
        raise ProblemsError([_error(f"`{overlay.name}` exists already", "Move it away; nothing was written.", overlay)])
    make = makefile(place, folder)
    parts = [make.part]
    if asked.pre_commit:
        parts.append(pre_commit(place, folder))
    if asked.github:
        parts += github(place, folder)
    files = {config: _options(place, title, names, folder, asked), config.with_name(SCHEMA): schema_text()}
    if asked.brought is not None and asked.brought.actions:
        files[overlay] = overlay_text(asked.brought)
    files |= {part.path: part.text for part in parts if not part.taken}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    kept = tuple(part for part in parts if part.taken)
    return Started(tuple(files), kept, f"make {make.regenerate}")


def _options(place: Place, title: str, names: Names, folder: Path, asked: Asked) -> str:
    """The text of `gen.yaml`."""
    told = _told(title)
    package = snake(told).replace("_", "-") if told else names.package
    client = pascal(told) if told else names.sdk_class
    options = OPTIONS.format(
        generator=__version__,
        schema=SCHEMA,
        spec=place.spec,
        # Chinese characters stay in names of classes, and the key takes none: then the title goes on naming the class.
        client=f"  sdkClassName: {_value(client)}\n" if client.isascii() else "",
        requires=minor_range(),
        package=_value(package),
        prefix=_value(package.replace("-", "_").upper()),
    )
    options += f"  names: {{draft: true{', groups: paths, methods: short' if asked.short else ''}}}\n"
    if asked.ref_root is not None:
        relative = os.path.relpath(asked.ref_root.resolve(), (folder / place.config).resolve().parent)
        options += f"  refRoot: {json.dumps(Path(relative).as_posix())}\n"
    return options if asked.brought is None else with_brought(options, asked.brought)


def _value(name: str) -> str:
    """`name` as YAML reads it back as text."""
    return name if yaml.safe_load(name) == name else quoted(name)


def _told(title: str) -> str:
    """What the title of a document says beyond that it describes an API: `Netlify` of "Netlify's API documentation".

    Nothing, if that is no word in plain letters.
    """
    kept = [word for word in words(re.sub(r"['\u2019]s\b", "", title)) if word.lower() not in _SAYS_NOTHING]
    text = " ".join(kept)
    return text if re.fullmatch(r"[A-Za-z][A-Za-z0-9 ]*", text) and len(text) <= _LONGEST_NAME else ""


def _inside(document: Path, folder: Path) -> str:
    """The path of `document` as the Makefile names it, relative to `folder`."""
    if str(document) == STANDARD_INPUT:
        raise ProblemsError(
            [_error("A project needs a document that stays", "Save it in this folder first.", document)]
        )
    resolved, root = document.resolve(), folder.resolve()
    if not resolved.is_relative_to(root):
        raise ProblemsError(
            [_error("The document is outside this folder", "Run this in the project's folder.", document)]
        )
    relative = resolved.relative_to(root).as_posix()
    if any(character in " \t\n$#%:;*?[]'\"\\&|<>()`!~={}" for character in relative) or not relative.isprintable():
        message = "The path has characters that have a meaning in a Makefile"
        raise ProblemsError([_error(message, "Rename the document: letters, digits, '.', '_' and '-' only.", document)])
    return relative


def _error(message: str, remedy: str, path: Path) -> Problem:
    return Problem(Severity.ERROR, INIT, message, remedy, Position(str(path)))
