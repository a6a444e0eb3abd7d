"""sdkwright on one document: a cold run, one with nothing to do, one after a changed description, and two checks."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from .documents import edited
from .measure import Cost, least, run, turns


@dataclass(frozen=True)
class Ours:
    """What was run, each the least of several, and the start of a bare interpreter in the same turns."""

    bare: Cost
    cold: Cost
    nothing: Cost
    check: Cost
    edit: Cost
    """After a changed description."""
    check_changed: Cost
    """After another change of it."""
    files: int


@dataclass(frozen=True)
class Turn:
    """One turn in a folder of its own, which is new; what is kept between runs stands there, too."""

    place: Path
    config: Path | None

    @property
    def spec(self) -> Path:
        """The document."""
        return self.place / "openapi.yaml"

    @property
    def out(self) -> Path:
        """What is generated."""
        return self.place / "out"

    def python(self, *typed: str, most: int = 0) -> Cost:
        """What the interpreter takes for a command.  Raises RuntimeError if its exit status is above `most`."""
        log = self.place / "log.txt"
        cost = run([sys.executable, *typed], log, {"XDG_CACHE_HOME": str(self.place / "caches")})
        if not 0 <= cost.status <= most:
            raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")[-2000:])
        return cost

    def sdkwright(self, command: str, most: int = 0) -> Cost:
        """The same of a command of sdkwright."""
        options = ["--config", str(self.config)] if self.config else []
        typed = ["-m", "sdkwright", command, "--spec", str(self.spec), "--out", str(self.out), *options]
        return self.python(*typed, most=most)


def measured(document: Path, config: Path | None, folder: Path, times: int) -> Ours:
    """Measures in new folders below `folder`.

    Nothing is deleted here: where thousands of files were, ext4 takes twice as long to make others."""
    text = document.read_text(encoding="utf-8")
    changed = edited(text)
    costs: dict[str, list[Cost]] = {}
    files = 0
    for number in turns(times):
        turn = Turn(folder / str(number), config)
        turn.place.mkdir(parents=True)
        turn.spec.write_text(text, encoding="utf-8")
        costs.setdefault("bare", []).append(turn.python("-c", "pass"))
        costs.setdefault("cold", []).append(turn.sdkwright("generate"))
        costs.setdefault("nothing", []).append(turn.sdkwright("generate"))
        costs.setdefault("check", []).append(turn.sdkwright("check"))
        turn.spec.write_text(changed, encoding="utf-8")
        costs.setdefault("edit", []).append(turn.sdkwright("generate"))
        turn.spec.write_text(edited(changed), encoding="utf-8")
        costs.setdefault("check_changed", []).append(turn.sdkwright("check", most=1))  # if the SDK shows it, it differs
        files = sum(1 for path in turn.out.rglob("*") if path.is_file())
    return Ours(files=files, **{name: least(each) for name, each in costs.items()})
