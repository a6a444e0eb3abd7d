"""Which operations the options ask for, by their tags and their paths."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sdkwright.frozen import Frozen
from sdkwright.normalise.report import Report
from sdkwright.options.model import Config
from sdkwright.problems import Problem, ProblemsError, Severity, nearest, shown
from sdkwright.problems.codes.service import SUBSET

REASON = "the options leave it out"
"""Why an operation is not generated."""
UNNEEDED = "the options leave out what needs it"
"""Why a schema is not."""


class Place(Frozen):
    """What an operation is chosen by."""

    path: str
    tags: tuple[str, ...]


class Subset:
    """What is asked for; whoever asks for nothing gets all."""

    def __init__(self, config: Config) -> None:
        self._tags = config.include_tags, config.exclude_tags
        self._paths = tuple(tuple(map(_pattern, each)) for each in (config.include_paths, config.exclude_paths))
        self._written = config.include_paths, config.exclude_paths

    def __bool__(self) -> bool:
        return any((*self._tags, *self._paths))

    def has(self, place: Place) -> bool:
        """Whether an operation is one of them: asked for, or nothing is; and not left out."""
        asked, left_out = (
            any(tag in tags for tag in place.tags) or any(path.fullmatch(place.path) for path in paths)
            for tags, paths in zip(self._tags, self._paths, strict=True)
        )
        return (asked or not (self._tags[0] or self._paths[0])) and not left_out

    def tell(self, places: Iterable[Place], report: Report) -> None:
        """Warns of what fits no operation, and was probably meant for another word.

        Raises ProblemsError where no operation is left: an SDK without any would take the place of one that has some.
        """
        known = list(places)
        tags = sorted({tag for place in known for tag in place.tags})
        missing = [tag for each in self._tags for tag in each if tag not in tags]
        near = [match for tag in missing if (match := nearest(tag, tags)) is not None]
        remedy = f"Did you mean {_listed(near)}?" if near else ""
        unknown_tags = f"No operation has a tag that the options name: {_listed(missing)}"
        pairs = [pair for each in zip(self._paths, self._written, strict=True) for pair in zip(*each, strict=True)]
        unfit = [text for path, text in pairs if not any(path.fullmatch(place.path) for place in known)]
        unknown_paths = f"No operation has a path that the options name: {_listed(unfit)}"
        if known and not any(map(self.has, known)):
            told = unknown_tags if missing else unknown_paths if unfit else "The options leave out every operation"
            message = f"{told}, so that nothing is left"
            raise ProblemsError([Problem(Severity.ERROR, SUBSET, message, remedy, pointer="#/paths")])
        if missing:
            report.warn(SUBSET, unknown_tags, "#/tags", remedy)
        if unfit:
            report.warn(SUBSET, unknown_paths, "#/paths")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(shown(word, 60) for word in words)


def _pattern(written: str) -> re.Pattern[str]:
    """A path with all below it; `*` stands for anything within a segment, `**` for anything."""
    parts = re.split(r"(\*\*?)", written.rstrip("/"))
    texts = {"*": "[^/]*", "**": ".*"}
    return re.compile("".join(texts.get(part) or re.escape(part) for part in parts) + "(?:/.*)?")
