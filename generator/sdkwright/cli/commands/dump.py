"""`sdkwright dump`: a value between two stages as JSON."""

from __future__ import annotations

import argparse
import json

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import inputs_of, is_strict, loaded_of, tell, timings
from sdkwright.cli.text.dump import only, plain
from sdkwright.names import explained
from sdkwright.pipeline import analyse, named, planned
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    loaded = loaded_of(inputs_of(typed), typed, stages)
    api, problems = analyse(loaded, stages)
    value: object = api
    if typed.value != "api":
        names = named(api, loaded, stages)
        problems = (*problems, *names.problems)
        is_asked = typed.value == "names"
        value = explained(names, api, loaded.options.config) if is_asked else planned(api, names, loaded, stages)
    tell(is_strict(typed, loaded), console, problems)
    told = plain(value)
    told = told if typed.only is None else only(told, typed.only)
    console.say(json.dumps(told, indent=2))
    console.result(**{typed.value: told})
    timings(typed, console, stages)
    return DONE
