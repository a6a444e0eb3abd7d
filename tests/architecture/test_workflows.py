"""The workflows run what a reader can compare: each action by the hash of its commit, and its version beside it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = [*sorted((ROOT / ".github" / "workflows").iterdir()), ROOT / "action.yml"]
OF_USERS = sorted((ROOT / "generator" / "sdkwright" / "cli" / "start" / "workflows").glob("*.yml"))
"""What `sdkwright init --github` writes."""
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def test_actions_are_named_by_hash_and_version() -> None:
    """And one action by one hash in all of them."""
    named = [line.partition("uses:")[2].strip() for path in (*OURS, *OF_USERS) for line in uses(path)]
    assert named
    assert [one for one in named if not PINNED.fullmatch(one)] == []
    versions = {(one.partition("@")[0], one.partition(" # ")[2]): one for one in named}
    assert set(versions.values()) == set(named)


def uses(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if re.match(r"\s*-?\s*uses:", line)]
