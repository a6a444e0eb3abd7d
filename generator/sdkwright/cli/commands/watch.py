"""`sdkwright watch`: generates again whenever a file that the last run has read is saved."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NoReturn

from watchfiles import watch

from sdkwright.cache import read_record
from sdkwright.cli.attempt import attempt, console_of
from sdkwright.cli.changing import Files, now
from sdkwright.cli.commands import generate
from sdkwright.cli.console import DONE, Console
from sdkwright.cli.find_inputs import CONFIG_NAME
from sdkwright.cli.steps import inputs_of
from sdkwright.inputs import Inputs
from sdkwright.openapi.syntax.source import STANDARD_INPUT
from sdkwright.options.read import option_files
from sdkwright.pipeline import build, load_inputs, validated
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.syntax import NO_DOCUMENT
from sdkwright.revise.between import Between
from sdkwright.revise.proofs import read_proofs
from sdkwright.stages import Stages

_LOOK = 1000
"""Milliseconds after which files are looked at though nothing was heard of them, as on some network drives."""
_QUIET = 20
"""Milliseconds without a further change after which what an editor does is taken for done."""


def run(typed: argparse.Namespace, console: Console) -> NoReturn:
    inputs = inputs_of(typed)
    if str(inputs.spec) == STANDARD_INPUT:
        message = "Standard input ends and does not change, so that it cannot be watched"
        raise ProblemsError([Problem(Severity.ERROR, NO_DOCUMENT, message, "Name a file.")])
    console.note(f"Watching {inputs.spec} and what it is generated with. Ctrl-C ends.")
    console.settle()
    between, waiting = Between(), _Waiting()
    files = _generated(typed, inputs, (), console, between)
    while True:
        waiting.wait(files)
        console.note(f"Changed: {', '.join(map(os.path.relpath, files.changed()[:3]))}")
        with suppress(ProblemsError):  # No document, or more than one: the run says it.
            inputs = inputs_of(typed)
        files = _generated(typed, inputs, files.seen, console, between)


def _generated(
    typed: argparse.Namespace, inputs: Inputs, seen: Iterable[str], outer: Console, between: Between
) -> Files:
    """Runs `generate`, whose mistakes end the run and not the watching; returns the files that it has read."""
    before, own = now(seen), now(_own(inputs, typed))
    console, began = console_of(typed), time.perf_counter()
    outer.left = console.leaves
    status = attempt(typed, partial(generate.run, between=between), console)
    console.note(f"{'Done' if status == DONE else 'Not done'} after {time.perf_counter() - began:.2f} s.")
    sys.stdout.flush()
    between.rest()
    if status == DONE and between.rendered.is_empty:
        _make_ready(inputs, between)
    gc.collect()  # Which rests while a run is at work; see `process`.
    if status == DONE:
        record = read_record(inputs.out)  # None where nothing can be kept.
        return Files({**own, **(load_inputs(inputs, Stages()).read if record is None else record.read)})
    return Files({**now(_named(console.told)), **before, **own})


def _make_ready(inputs: Inputs, between: Between) -> None:
    """Renders what stands already and writes none of it, so that the first edit costs no more than any other."""
    with suppress(ProblemsError, OSError):  # It is another document by now; the next run says what is wrong.
        loaded = validated(load_inputs(inputs, Stages()), Stages())
        build(loaded, Stages(), read_proofs(inputs.out), between.rendered)


def _own(inputs: Inputs, typed: argparse.Namespace) -> list[Path]:
    """What every run reads, and the options that it would find."""
    places = [inputs.spec.parent / CONFIG_NAME, Path(CONFIG_NAME)] if typed.config is None else []
    return [inputs.spec, *option_files(inputs.config), *inputs.overlays, *places]


def _named(problems: Iterable[Problem]) -> set[str]:
    """The files where something is wrong: who mends it saves them."""
    return {problem.position.file for problem in problems if problem.position is not None}


class _Waiting:
    """Waits at folders.  What happens there while a run is at work is not missed as long as they stay the same."""

    def __init__(self) -> None:
        self._folders: set[Path] = set()
        self._events: Iterator[object] = iter(())

    def wait(self, files: Files) -> None:
        """Until one of the files has another content.  Raises KeyboardInterrupt."""
        if (folders := files.folders()) != self._folders:
            self._folders = folders
            self._events = watch(
                *folders, watch_filter=None, step=_QUIET, rust_timeout=_LOOK, yield_on_timeout=True, recursive=False
            )
        while not files.changed():
            next(self._events)
