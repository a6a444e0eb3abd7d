"""What is called breaking breaks: each rule with a caller that a type checker refuses or that runs otherwise; and what
an independent judge of two packages calls breaking is told, or excused by a reason with a name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import griffe
import pytest
from sdkwright.changes.rules import RULES, Shows, Weight

from tests.changes.callers import HEAD, RUN, RUNTIME, STATIC
from tests.changes.pairs import OLD, Pair, Pairs

BREAKING = [rule for rule in RULES.values() if rule.weight is Weight.BREAKING]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", name="pairs")
def _pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    pairs = Pairs(tmp_path_factory.mktemp("changes"))
    return [pairs.pair(rule) for rule in BREAKING]


# ---------------------------------------------------------------------------------------------------------- callers


def test_every_rule_that_breaks_has_a_caller() -> None:
    assert [rule.code for rule in BREAKING if (rule in STATIC) != (rule.shows is Shows.STATIC)] == []
    assert [rule.code for rule in BREAKING if (rule in RUNTIME) != (rule.shows is Shows.RUNTIME)] == []


def test_a_type_checker_refuses_the_old_caller_of_each_static_rule(pairs: list[Pair], tmp_path: Path) -> None:
    static = [pair for pair in pairs if pair.rule in STATIC]
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
    for pair in static:
        name = f"caller_{pair.rule.code.replace('-', '_')}.py"
        for folder, module in ((before, OLD), (after, pair.module)):
            (folder / name).write_text((HEAD + STATIC[pair.rule]).replace("{module}", module), encoding="utf-8")
    assert refused(before, [static[0].old]) == {}
    found = refused(after, [pair.new for pair in static])
    assert {pair.rule.code for pair in static} - {name.replace("_", "-") for name in found} == set(), found


def refused(folder: Path, roots: list[Path]) -> dict[str, list[str]]:
    """What mypy says of the callers in a folder, by rule."""
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--no-error-summary", "."]
    path = ":".join(map(str, roots))
    environment = {"MYPYPATH": path, "PATH": "", "HOME": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    found: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        assert line.startswith("caller_"), f"{line}\n{done.stderr}"
        name, _, rest = line.removeprefix("caller_").partition(".py:")
        found.setdefault(name, []).append(rest)
    assert done.stderr == ""
    return found


class _Answers(BaseHTTPRequestHandler):
    """Answers with the status that a request asks for; below `/changed` it is the server of the document after a
    change, which wants a key everywhere."""

    def do_GET(self) -> None:
        is_refused = self.path.startswith("/changed") and "x-key" not in self.headers
        status = 401 if is_refused else int(self.headers.get("x-answer", "200"))
        content = b'{"color": "red"}' if status == 200 else b'{"other": "taken"}'
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(name="address")
def _address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_the_old_caller_of_each_rule_of_running_programs_runs_otherwise(pairs: list[Pair], address: str) -> None:
    for pair in (pair for pair in pairs if pair.rule in RUNTIME):
        before = ran(pair, pair.old, OLD, address)
        after = ran(pair, pair.new, pair.module, f"{address}/changed")
        assert before[0] == 0, before[1]
        assert before != after, pair.rule.code


def ran(pair: Pair, root: Path, module: str, address: str) -> tuple[int, str]:
    """Exit status and output of a caller."""
    program = (RUN + RUNTIME[pair.rule]).replace("{module}", module)
    project = (root.parent / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    name = next(line for line in project if line.startswith("name = "))
    command = [sys.executable, "-c", program, address, name]
    done = subprocess.run(command, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


# ------------------------------------------------------------------------------------------------------------- griffe


def test_what_the_judge_calls_breaking_is_told_or_excused(pairs: list[Pair]) -> None:
    counts = {"told": 0, "excused": 0}
    silent: list[str] = []
    for pair in pairs:
        old = griffe.load(OLD, search_paths=[pair.old], resolve_aliases=True)
        package = next(path.name for path in pair.new.iterdir())
        new = griffe.load(package, search_paths=[pair.new], resolve_aliases=True)
        for breakage in griffe.find_breaking_changes(old, new):
            verdict = judged(breakage, pair)
            if verdict is None:
                silent.append(f"{pair.rule.code}: {breakage.kind.value}: {breakage.obj.path}")
            else:
                counts[verdict] += 1
    assert silent == []
    assert counts["told"] > 20, counts


def judged(breakage: griffe.Breakage, pair: Pair) -> str | None:
    """`told` if the report has it; `excused` if the rules say why it is left to another change; None for silence."""
    thing = breakage.obj
    if thing.is_module:
        # Modules inside of `models` hand their classes on: whatever became of those counts.
        classes = [name for name, member in thing.members.items() if not member.is_alias and member.is_class]
        return "excused" if all(known(name, "", pair) for name in classes) else None
    parts = thing.path.split(".")[1:]
    if thing.is_class:
        return known(parts[-1], "", pair)
    return known(parts[-2] if len(parts) > 1 else "", parts[-1], pair)


def known(owner: str, member: str, pair: Pair) -> str | None:
    """Whether the report has a class, or a member of one."""
    name = owner.removesuffix("TypedDict").removesuffix("Data")
    method = member.removesuffix("_async")
    if (found := pair.surface.classes.get(name)) is not None and found.gathers:
        return "excused"
    for change in pair.changes:
        whole = {change.owner, change.old, *change.takes} if change.rule.code != "module-renamed" else set()
        if name in whole and (not member or change.member in ("", member) or change.owner != name):
            return "told"
        if change.owner.rpartition(".")[2] == method or change.rule.code in ("client-renamed", "async-methods-moved"):
            return "told"
    return None
