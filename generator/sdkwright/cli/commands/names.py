"""`sdkwright names`: every Python name, and the reason for it; or what of the ledger somebody wants otherwise."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import inputs_of, is_strict, loaded_of, tell, tell_draft, timings
from sdkwright.cli.text.reports import name_lines, name_values
from sdkwright.frozen import replace
from sdkwright.inputs import Inputs
from sdkwright.ir.service import Api
from sdkwright.names import Names, explained, with_new_name
from sdkwright.names.published.ledger import Entry, Ledger, State, empty_ledger, ledger_text, parse_ledger
from sdkwright.output import locked, replaced, safe_join
from sdkwright.pipeline import LEDGER, Loaded, analyse, named
from sdkwright.problems import Position, Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.names import RENAME
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    inputs = inputs_of(typed)
    loaded = loaded_of(inputs, typed, stages)
    api, problems = analyse(loaded, stages)
    names = named(api, loaded, stages)
    tell(is_strict(typed, loaded), console, (*problems, *names.problems))
    if typed.bind:
        _write(inputs, loaded, names.entries, console)
    elif typed.rename:
        old, new = typed.rename
        after = _renamed(api, names, loaded, old, new, stages)
        _write(inputs, loaded, after.entries, console, [f"{old} is {new} now; the old name works, and warns."])
    elif typed.release_names:
        _check_binding(loaded)
        after = named(api, loaded.with_ledger(empty_ledger()), stages)
        _write(inputs, loaded, after.entries, console, _released(names, after))
    else:
        tell_draft(console, loaded.ledger.is_draft)
        names = explained(names, api, loaded.options.config)
        for line in name_lines(names, loaded.document):
            console.say(line)
        console.result(names=name_values(names, loaded.document))
    timings(typed, console, stages)
    return DONE


def _renamed(api: Api, names: Names, loaded: Loaded, old: str, new: str, stages: Stages) -> Names:
    """All names with the new one.  Raises ProblemsError where it cannot be, or what asks for the old one stays."""
    _check_binding(loaded)
    try:
        entries = parse_ledger(ledger_text(with_new_name(names, old, new))).entries
    except ProblemsError as error:
        told = (replace(problem, code=RENAME, remedy=RENAME.remedy, position=None) for problem in error.problems)
        raise ProblemsError(told) from None
    after = named(api, loaded.with_ledger(Ledger(entries)), stages)
    if set(after.entries) != set(entries):
        message = f"{shown(old, 120)} cannot be called {shown(new, 120)}: something else asks for a name here"
        remedy = "The options and `x-speakeasy-name-override` come first; or the new name is taken in its place."
        raise ProblemsError([Problem(Severity.ERROR, RENAME, message, remedy)])
    return after


def _check_binding(loaded: Loaded) -> None:
    """Raises ProblemsError where no name holds yet."""
    if loaded.ledger.is_draft:
        message = "The ledger is a draft: all is called what the document and the options say"
        remedy = "Ask for a name there: `x-speakeasy-name-override`. Or bind it first: `sdkwright names --bind`."
        raise ProblemsError([Problem(Severity.ERROR, RENAME, message, remedy, Position(loaded.ledger.file))])


def _released(before: Names, after: Names) -> list[str]:
    """A line for each name that is another one now."""
    was = {(each.scope, each.owner, each.key): each for each in before.entries if each.state is State.CURRENT}
    pairs = ((was.get((each.scope, each.owner, each.key)), each) for each in after.entries)
    return sorted(f"{new.scope} {old.identifier} is {new.identifier} now" for old, new in pairs if old and old != new)


def _write(
    inputs: Inputs, loaded: Loaded, entries: Iterable[Entry], console: Console, told: Iterable[str] = ()
) -> None:
    """Writes the ledger, and nothing else: the next run brings the rest."""
    path = safe_join(inputs.out, loaded.options.config.ledger or LEDGER)
    if not path.exists():
        message, remedy = "There is no ledger yet", "Run `sdkwright generate`."
        raise ProblemsError([Problem(Severity.ERROR, RENAME, message, remedy, Position(str(path)))])
    with locked(inputs.out), replaced({path: ledger_text(entries).encode()}):
        pass
    console.say_all(told)
    console.say(f"wrote {path}. Next: sdkwright generate")
    console.result(written=[str(path)])
