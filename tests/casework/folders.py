"""The folders of `cases/`: what a case is made of, and what the generator makes of it.

    spec.yaml | spec.json    the document
    gen.yaml                 options, if the idea needs any; else those of a run without options, but with the pages of
                             the published format, which have a place for each schema and are compared byte by byte
    overlay*.yaml            overlays, applied in the order of their names
    names.lock               names that were published before
    twin*.yaml | twin*.json  other ways to write the document: all of the output must be the same
    problems.txt             what is said about the document; none means nothing
    shows.txt                patterns of paths, one a line: these files of the output are compared, and nothing else is
    expected/                those files

Without `shows.txt` the kind of a case, the first word of its name, decides what is compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sdkwright.inputs import Inputs
from sdkwright.pipeline import Built, Loaded, build, load_inputs, validated
from sdkwright.problems import Problem
from sdkwright.stages import Stages

FOLDER = Path(__file__).parents[1] / "cases"

PAGES = ("docs/**",)
MODELS = ("src/*/models/*", "docs/models/*")
CALLS = ("src/*/[a-z]*.py", "docs/sdks/*/*")
SHOWN = {
    "docs": PAGES,
    "names": ("names.lock",),
    "schema": MODELS,
    "operation": CALLS,
    "extension": CALLS,
    "version": (*MODELS, *CALLS),
    "files": (*MODELS, *CALLS),
    "overlay": CALLS,
}
"""Kind of a case -> what is compared.  In a pattern, `*` is any text within one step of the path and `**` any text."""

PUBLISHED = b"sdkwright: {defaults: 1, docs: {style: published}}"
"""The options of a case that has none.  The reader's pages of all cases are judged in `tests/unit/docs/reader`."""

ALIKE = (
    "docs/guide.md",
    "docs/models/utils/retryconfig.md",
    "src/*/sdk.py",
    "src/*/models/__init__.py",
    "src/*/models/_errors.py",
    "src/*/models/acmeerror.py",
    "src/*/models/apierror.py",
    "src/*/models/no_response_error.py",
    "src/*/models/responsevalidationerror.py",
    "src/*/models/*_typed.py",
)
"""Files that differ little or not at all between cases: compared only if `shows.txt` names them."""


@dataclass(frozen=True)
class Case:
    """One folder."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def spec(self) -> Path:
        return self._one("spec")

    @property
    def twins(self) -> list[Path]:
        """Other ways to write the document."""
        return sorted([*self.folder.glob("twin*.yaml"), *self.folder.glob("twin*.json")])

    @property
    def expected(self) -> Path:
        return self.folder / "expected"

    @property
    def said(self) -> Path:
        """The text of the problems; there is no file if there are none."""
        return self.folder / "problems.txt"

    def load(self, spec: Path) -> Loaded:
        """The validated inputs, with `spec` as the document.  Overlays belong to the case's own document alone."""
        config = self.folder / "gen.yaml"
        inputs = Inputs(
            Path(spec.name),
            Path() if (self.folder / "names.lock").exists() else Path("nowhere"),
            config=Path(config.name),
            options=None if config.exists() else PUBLISHED,
            overlays=tuple(self._overlays()) if spec == self.spec else (),
        )
        return validated(load_inputs(inputs, Stages()), Stages())

    def shows(self, path: str) -> bool:
        """Whether this file of the output is compared."""
        listed = self.folder / "shows.txt"
        if listed.exists():
            return _fits(path, tuple(listed.read_text("utf-8").split()))
        return _fits(path, SHOWN[self.name.split("_")[0]]) and not _fits(path, ALIKE)

    def _one(self, stem: str) -> Path:
        found = [self.folder / f"{stem}{suffix}" for suffix in (".yaml", ".json")]
        return next(path for path in found if path.exists())

    def _overlays(self) -> list[Path]:
        return [Path(path.name) for path in sorted(self.folder.glob("overlay*.yaml"))]


@dataclass(frozen=True)
class Made:
    """What the generator made of a case."""

    case: Case
    loaded: Loaded
    built: Built

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.built.problems

    @cached_property
    def files(self) -> dict[str, str]:
        """All of the output as text."""
        return {path: content.decode("utf-8") for path, content in self.built.tree.files.items()}

    @property
    def shown(self) -> dict[str, str]:
        """The files that are compared."""
        return {path: text for path, text in self.files.items() if self.case.shows(path)}

    @property
    def module(self) -> str:
        """The name by which users import the package."""
        return self.built.package.module

    @property
    def package(self) -> dict[str, str]:
        """The modules of the package but the library that is the same in all, by their path inside it."""
        start = f"src/{self.module}/"
        inside = {path.removeprefix(start): text for path, text in self.files.items() if path.startswith(start)}
        return {path: text for path, text in inside.items() if not path.startswith("_runtime/")}


def make(case: Case, spec: Path | None = None) -> Made:
    """The output for the case's document, or for another one in its folder, which is the working folder now."""
    loaded = case.load(spec or case.spec)
    return Made(case, loaded, build(loaded, Stages()))


def _fits(path: str, patterns: tuple[str, ...]) -> bool:
    return any(re.fullmatch(_expression(pattern), path) for pattern in patterns)


def _expression(pattern: str) -> str:
    """The regular expression of a pattern of paths."""
    pieces = re.split(r"(\*\*|\*|\[a-z\])", pattern)
    meanings = {"**": ".*", "*": "[^/]*", "[a-z]": "[a-z]"}
    return "".join(meanings.get(piece, re.escape(piece)) for piece in pieces)


CASES = [Case(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()]
