"""`sdkwright init`: the files of a new project, and what to add to those that it has."""

from __future__ import annotations

import argparse
from pathlib import Path

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.find_inputs import OUT, document_path
from sdkwright.cli.start.project import Asked, init
from sdkwright.cli.start.short_names import is_shorter, proposed, with_short_names
from sdkwright.cli.steps import loaded_of, timings
from sdkwright.inputs import Inputs
from sdkwright.pipeline import analyse, named
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    document = document_path(typed.document)
    loaded = loaded_of(Inputs(document, Path(OUT), ref_root=typed.ref_root), typed, stages)
    api, _ = analyse(loaded, stages)
    names = named(api, loaded, stages)
    shortly = with_short_names(loaded)
    shorter = named(analyse(shortly, stages)[0], shortly, stages)
    for line in proposed(names, shorter):
        console.note(line)
    if typed.ref_root is not None:
        console.note(
            f"References may lead to files below {typed.ref_root.resolve()}: `sdkwright.refRoot` in the options."
        )
    short = is_shorter(names, shorter)
    asked = Asked(short=short, ref_root=typed.ref_root, pre_commit=typed.pre_commit, github=typed.github)
    started = init(document, api.title, names, Path(), asked)
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
