"""The files of one run, as the command line names them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sdkwright.frozen import Frozen, field


class Inputs(Frozen):
    """What a run reads, and where it writes."""

    spec: Path
    out: Path
    config: Path | None = None
    overlays: tuple[Path, ...] = ()
    ref_root: Path | None = None
    new_ledger: bool = False
    """Names may be made anew where the ledger of the last run is gone."""
    subset: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What is typed of tags and paths to include or exclude, by the field of the options that it adds to."""
    options: bytes | None = None
    """What the options' file is going to hold; None: what it holds."""
    is_release: bool = False
    """The notes of the version, which README links, will be there when the run has ended."""
    any_version: bool = False
    """Options for another version of sdkwright are read all the same: they are those of the past."""
