"""`sdkwright names`: every Python name, and the reason for it."""

from __future__ import annotations

import argparse

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import inputs_of, is_strict, loaded_of, tell, timings
from sdkwright.cli.text.reports import name_lines, name_values
from sdkwright.pipeline import analyse, named
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    loaded = loaded_of(inputs_of(typed), typed, stages)
    api, problems = analyse(loaded, stages)
    names = named(api, loaded, stages)
    tell(is_strict(typed, loaded), console, (*problems, *names.problems))
    for line in name_lines(names, loaded.document):
        console.say(line)
    console.result(names=name_values(names, loaded.document))
    timings(typed, console, stages)
    return DONE
