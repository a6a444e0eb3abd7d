"""`sdkwright validate`: checks the document and the options."""

from __future__ import annotations

import argparse

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import inputs_of, is_strict, loaded_of, tell, timings
from sdkwright.pipeline import analyse
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    inputs = inputs_of(typed)
    loaded = loaded_of(inputs, typed, stages)
    _, problems = analyse(loaded, stages)
    tell(is_strict(typed, loaded), console, problems)
    console.note(f"{inputs.spec} is valid.")
    timings(typed, console, stages)
    return DONE
