"""sdkwright on one document: a cold run, one that has nothing to do, one after a changed description, a check."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from .documents import edited
from .measure import Cost, least, run


@dataclass(frozen=True)
class Ours:
    """The four runs, each the least of several."""

    cold: Cost
    nothing: Cost
    edit: Cost
    check: Cost
    files: int


def measured(document: Path, config: Path | None, folder: Path, times: int) -> Ours:
    """Measures in `folder`, which is new; what is kept between runs stands in it, too."""
    folder.mkdir(parents=True)
    spec, out = folder / "openapi.yaml", folder / "out"
    text = document.read_text(encoding="utf-8")
    changed = edited(text)
    extra = {"XDG_CACHE_HOME": str(folder / "caches")}
    options = ["--config", str(config)] if config else []
    log = folder / "log.txt"

    def ran(command: str) -> Cost:
        typed = [sys.executable, "-m", "sdkwright", command, "--spec", str(spec), "--out", str(out), *options]
        cost = run(typed, log, extra)
        if cost.status:
            raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")[-2000:])
        return cost

    costs: dict[str, list[Cost]] = {"cold": [], "nothing": [], "edit": [], "check": []}
    for _ in range(times):
        spec.write_text(text, encoding="utf-8")
        for left in (out, folder / "caches"):
            shutil.rmtree(left, ignore_errors=True)
        costs["cold"].append(ran("generate"))
        costs["nothing"].append(ran("generate"))
        costs["check"].append(ran("check"))
        spec.write_text(changed, encoding="utf-8")
        costs["edit"].append(ran("generate"))
    files = sum(1 for path in out.rglob("*") if path.is_file())
    best = {name: least(each) for name, each in costs.items()}
    return Ours(best["cold"], best["nothing"], best["edit"], best["check"], files)
