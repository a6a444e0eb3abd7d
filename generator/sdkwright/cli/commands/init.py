"""`sdkwright init`: the files of a new project, and what to add to those that it has."""

from __future__ import annotations

import argparse
from pathlib import Path

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.find_inputs import OUT, document_path, find_spec
from sdkwright.cli.start.brought import brought_lines, note_json
from sdkwright.cli.start.project import Asked, init
from sdkwright.cli.start.short_names import is_shorter, proposed, with_short_names
from sdkwright.cli.steps import loaded_of, timings
from sdkwright.comers import bring, document_of
from sdkwright.inputs import Inputs
from sdkwright.names import Names
from sdkwright.pipeline import Loaded, analyse, named
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    document = _document(typed)
    loaded = loaded_of(Inputs(document, Path(OUT), ref_root=typed.ref_root), typed, stages)
    api, _ = analyse(loaded, stages)
    names = named(api, loaded, stages)
    origin: Path | None = typed.origin
    brought = None if origin is None else bring(origin, loaded.document.root)
    shorter = names if brought is not None else _shorter(loaded, stages)
    if typed.ref_root is not None:
        console.note(
            f"References may lead to files below {typed.ref_root.resolve()}: `sdkwright.refRoot` in the options."
        )
    asked = Asked(
        short=is_shorter(names, shorter),
        ref_root=typed.ref_root,
        pre_commit=typed.pre_commit,
        brought=brought,
        github=typed.github,
    )
    started = init(document, api.title, names, Path(), asked)
    for line in proposed(names, shorter):
        console.note(line)
    if brought is not None and origin is not None:
        console.say_all(brought_lines(brought, origin))
        console.result(not_brought=[note_json(note) for note in brought.notes])
    for path in started.written:
        console.note(f"wrote {path}")
    for part in started.kept:
        console.say_all(part.told())
    console.note(f"Next: {started.regenerate}")
    console.result(
        written=[str(path) for path in started.written],
        to_add=[{"file": str(part.path), "lines": part.lines} for part in started.kept],
    )
    timings(typed, console, stages)
    return DONE


def _document(typed: argparse.Namespace) -> Path:
    """The document that is typed, else the one that the other generator's options name, else the one in this folder."""
    if typed.document is not None:
        return document_path(typed.document)
    named_there = None if typed.origin is None else document_of(typed.origin)
    return find_spec(Path()) if named_there is None else named_there


def _shorter(loaded: Loaded, stages: Stages) -> Names:
    """The names by the options that ask for short ones of methods."""
    shortly = with_short_names(loaded)
    return named(analyse(shortly, stages)[0], shortly, stages)
