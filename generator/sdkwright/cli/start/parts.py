"""A file beside the options of a new project: written where there is none, else told to the owner of the one there."""

from __future__ import annotations

import math
from pathlib import Path

import yaml

from sdkwright.frozen import Frozen


class Place(Frozen):
    """The files of the project, relative to its folder and with `/` between."""

    spec: str
    config: str
    out: str

    @property
    def arguments(self) -> list[str]:
        """What every command is told of them."""
        return ["--spec", self.spec, "--config", self.config, "--out", self.out]

    def below(self, folder: str) -> Place:
        """The same files, seen from above `folder`, in which the project stands."""
        return Place(f"{folder}/{self.spec}", f"{folder}/{self.config}", f"{folder}/{self.out}")


class Part(Frozen):
    """One file that tools read, which may belong to somebody already."""

    path: Path
    text: str
    """All of it, where there is no such file yet."""
    lines: str
    """What the owner adds to the file that is there."""
    where: str = ""
    """The place in it, as in "below `repos:`"."""
    taken: bool = False
    """The file is there."""

    def told(self) -> list[str]:
        """What is said instead of writing it."""
        place = f" {self.where}" if self.where else ""
        return [f"{self.path} stays as it is. Add to it{place}:", "", *self.lines.splitlines(), ""]


def top_of(place: Place, folder: Path) -> tuple[Path, Place]:
    """The folder of the repository that `folder` is in, else `folder`, and the files as seen from there."""
    here = folder.resolve()
    top = next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
    below = here.relative_to(top).as_posix()
    return (folder, place) if below == "." else (top, place.below(below))


def quoted(text: str) -> str:
    """The text in the quotes of YAML, on one line, whatever folders are called."""
    return yaml.safe_dump(text, default_style='"', width=math.inf).rstrip("\n")
