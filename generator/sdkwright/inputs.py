"""The files of one run, as the command line names them."""

from __future__ import annotations

from pathlib import Path

from sdkwright.frozen import Frozen


class Inputs(Frozen):
    """What a run reads, and where it writes."""

    spec: Path
    out: Path
    config: Path | None = None
    overlays: tuple[Path, ...] = ()
    ref_root: Path | None = None
    new_ledger: bool = False
    """Names may be made anew where the ledger of the last run is gone."""
    any_version: bool = False
    """Options for another version of sdkwright are read all the same: they are those of the past."""
