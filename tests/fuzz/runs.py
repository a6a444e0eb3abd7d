"""Runs that are killed at any moment, and two at once, as processes of their own."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from pathlib import Path
from random import Random

from sdkwright.cli.main import main
from sdkwright.output import MANIFEST
from sdkwright.output.survey import STAGING_PREFIX

from .corpus import documents, write_json
from .metamorphic import files


class Run:
    """A command as typed in `folder`, in a process that has everything loaded already."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._said, written = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(written)
            return
        status = 1
        try:
            os.chdir(folder)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(written, 2)
            sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
            status = main([*arguments, "--out", "out"])
            sys.stderr.flush()
        finally:
            os._exit(status)

    def kill(self) -> None:
        """Ends it where it is."""
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> tuple[int, str]:
        """The exit status, or less than zero for a signal, and what was said."""
        with os.fdopen(self._said, errors="replace") as pipe:
            said = pipe.read()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), said


SPECS = ("one.json", "other.json", "third.json")
ROUNDS = 4
"""Of one try, which go on from what the round before has left."""


def _prepared(folder: Path) -> None:
    """Three documents of one API, an SDK of the first, and a file of the user's in its folder."""
    for number, spec in enumerate(SPECS):
        data = documents()[2]
        if number:
            data["info"]["description"] = f"The {number}."
            data["components"]["schemas"][f"Added{number}"] = {
                "type": "object",
                "properties": {"one": {"type": "string"}},
            }
            data["paths"].pop(list(data["paths"])[number])
        write_json(folder / spec, data)
    assert Run(folder, "generate", SPECS[0]).end()[0] == 0
    (folder / "out" / "mine.txt").write_text("mine\n")


def killed(_: int, random: Random, folder: Path) -> list[str]:
    """A run is killed a random while after its start; the ledger is there, and the next one finishes the work."""
    _prepared(folder)
    return [_killed(random, folder, SPECS[(number + 1) % len(SPECS)]) for number in range(ROUNDS)]


def _killed(random: Random, folder: Path, spec: str) -> str:
    out, copy = folder / "out", folder / "copy"
    before = files(out)
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    shutil.copy(folder / spec, copy)
    shutil.copytree(out, copy / "out")
    started = time.monotonic()
    assert Run(copy, "generate", spec).end()[0] == 0
    took = time.monotonic() - started
    wanted = files(copy / "out")
    run = Run(folder, "generate", spec)
    time.sleep(random.uniform(0.2, 1.1) * took)
    run.kill()
    died = run.end()[0]
    found = {path: content for path, content in files(out).items() if not path.startswith(STAGING_PREFIX)}
    assert found["mine.txt"] == b"mine\n"
    assert found["names.lock"] in (before["names.lock"], wanted["names.lock"])
    alien = [p for p, c in found.items() if p != MANIFEST and c not in (before.get(p), wanted.get(p))]
    assert not alien, alien
    status, said = Run(folder, "generate", spec).end()
    assert status == 0, said
    assert files(out) == wanted
    return "killed" if died == -signal.SIGKILL else "too late"


def at_once(_: int, random: Random, folder: Path) -> list[str]:
    """Two runs of different documents on one folder: it is that of one of them in the end, whole."""
    _prepared(folder)
    return [_pair(folder, random.sample(SPECS, 2)) for _round in range(ROUNDS)]


def _pair(folder: Path, specs: list[str]) -> str:
    runs = [Run(folder, "generate", spec) for spec in specs]
    ended = [run.end() for run in runs]
    for status, said in ended:
        assert status == 0 or (status == 1 and "[busy]" in said), (status, said)
    assert any(status == 0 for status, _said in ended)
    found = files(folder / "out")
    assert found["mine.txt"] == b"mine\n"
    assert not any(path.startswith(STAGING_PREFIX) for path in found)
    assert 0 in [Run(folder, "check", spec).end()[0] for spec in specs], "the folder is that of neither"
    return "one said so" if any(status for status, _said in ended) else "one after the other"
