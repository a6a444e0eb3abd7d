"""`sdkwright init`: the options and the Makefile of a new project, inferred from its document."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from sdkwright import __version__
from sdkwright.cli.find_inputs import CONFIG_NAME, OUT
from sdkwright.names import Names
from sdkwright.openapi.syntax.source import STANDARD_INPUT
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import INIT
from sdkwright.text.casing import pascal, snake, words

MAKEFILE = """\
# The SDK in {out}/ is made from {spec}; see `sdkwright --help`.

SDKWRIGHT ?= sdkwright
ARGUMENTS := --spec {spec} --config {config} --out {out}

.PHONY: regenerate check

regenerate: ## Write {out}/
\t$(SDKWRIGHT) generate $(ARGUMENTS)

check: ## Say whether {out}/ is up to date (exit 1 if not)
\t$(SDKWRIGHT) check $(ARGUMENTS)
"""

OPTIONS = """\
# Options of sdkwright {generator} for {spec}. What is left out has its default.
configVersion: 2.0.0
generation:
  sdkClassName: {client}
  maintainOpenAPIOrder: true
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
  defaults: 1
  docs: {{tables: compact}}
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


def init(
    document: Path, title: str, names: Names, folder: Path, ref_root: Path | None = None, *, short: bool = False
) -> tuple[Path, ...]:
    """Writes `gen.yaml` beside `document` and a Makefile into `folder`; returns what it wrote.

    `short` asks for the short names of methods, and for groups by the path where there are no tags.
    With `ref_root` the options say that files of references may stand there.

    Raises ProblemsError if one of the two exists, or if the paths cannot stand in a Makefile: nothing is written then.
    """
    spec = _inside(document, folder)
    config = (Path(spec).parent / CONFIG_NAME).as_posix()
    told = _told(title)
    client = pascal(told) if told else names.sdk_class
    package = snake(told).replace("_", "-") if told else names.package
    options = OPTIONS.format(
        generator=__version__,
        spec=spec,
        client=client,
        package=package,
        prefix=package.replace("-", "_").upper(),
    )
    if short:
        options += "  names: {groups: paths, methods: short}\n"
    if ref_root is not None:
        relative = os.path.relpath(ref_root.resolve(), (folder / config).resolve().parent)
        options += f"  refRoot: {json.dumps(Path(relative).as_posix())}\n"
    files = {
        folder / config: options,
        folder / "Makefile": MAKEFILE.format(spec=spec, config=config, out=OUT),
    }
    existing = [path for path in files if path.exists()]
    if existing:
        remedy = "Move it away first; nothing was written."
        raise ProblemsError(_error(f"`{path.name}` exists already", remedy, path) for path in existing)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(files)


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
