"""`sdkwright init`: the options and the Makefile of a new project."""

from __future__ import annotations

import argparse
from pathlib import Path

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.find_inputs import OUT, document_path
from sdkwright.cli.start.project import init
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
        console.say(line)
    if typed.ref_root is not None:
        console.say(
            f"References may lead to files below {typed.ref_root.resolve()}: `sdkwright.refRoot` in the options."
        )
    for path in init(document, api.title, names, Path(), typed.ref_root, short=is_shorter(names, shorter)):
        console.say(f"wrote {path}")
    console.say("Next: make regenerate")
    timings(typed, console, stages)
    return DONE
