"""One text at a time: each place of each document takes a hostile text; so do options, overlays, ledger, manifest."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from sdkwright.options.keys import KEYS

from .corpus import ROOT, documents, write_json
from .hostile import TEXTS, Place, places, replaced
from .watch import attempt, judge

SPEC = "api.json"


@cache
def _all_places() -> tuple[tuple[int, Place, bool], ...]:
    """Every place of every document."""
    return tuple((number, *found) for number, data in enumerate(documents()) for found in places(data))


def in_documents(number: int, random: Random, folder: Path) -> str:
    """The places in a shuffled order, so that a long run visits each of them."""
    everywhere = list(_all_places())
    Random(0).shuffle(everywhere)
    document, place, is_key = everywhere[number % len(everywhere)]
    text = random.choice(TEXTS)
    (folder / "tried.txt").write_text(f"{place!r} {'key' if is_key else 'value'} {text!r}\n", encoding="utf-8")
    write_json(folder / SPEC, replaced(documents()[document], place, is_key, text))
    return judge(attempt(folder, SPEC))


def in_options(_: int, random: Random, folder: Path) -> str:
    """A key of `gen.yaml`, or a place in a whole one."""
    text = random.choice(TEXTS)
    write_json(folder / SPEC, random.choice(documents()))
    if random.random() < 0.7:
        data: Any = random.choice((text, [text], {text: text}))
        for name in reversed(random.choice(sorted(KEYS)).split(".")):
            data = {name: data}
    else:
        whole = yaml.safe_load((ROOT / "spec" / "gen.yaml").read_text("utf-8"))
        del whole["sdkwright"]["strict"]  # A warning would end the run.
        place, is_key = random.choice(list(places(whole)))
        data = replaced(whole, place, is_key, text)
    write_json(folder / "gen.yaml", data)
    return judge(attempt(folder, SPEC, "--config", "gen.yaml"))


OVERLAY = {
    "overlay": "1.0.0",
    "info": {"title": "Changes", "version": "1"},
    "actions": [
        {"target": "$.info", "update": {"description": "New."}},
        {"target": "$.paths.*.get", "update": {"x-note": "Read."}},
        {"target": "$.components.schemas[?@.type == 'object'].properties.name", "remove": True},
        {"target": "$..summary", "update": "Short."},
    ],
}


def in_overlays(_: int, random: Random, folder: Path) -> str:
    """A place in an overlay."""
    write_json(folder / SPEC, random.choice(documents()))
    place, is_key = random.choice(list(places(OVERLAY)))
    write_json(folder / "overlay.yaml", replaced(OVERLAY, place, is_key, random.choice(TEXTS)))
    return judge(attempt(folder, SPEC, "--overlay", "overlay.yaml"))


def in_folder(_: int, random: Random, folder: Path) -> str:
    """A word of a line of the ledger, the manifest or `.genignore`; what is not ours stays as it is."""
    write_json(folder / SPEC, documents()[0])
    assert attempt(folder, SPEC).status == 0
    out = folder / "out"
    strangers = {out / ".git" / "config": b"git\n", out / "mine.txt": b"mine\n", folder / "victim": b"victim\n"}
    for path, content in strangers.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    name = random.choice(("names.lock", ".sdkwright-manifest", ".genignore"))
    target = out / name
    lines = target.read_text("utf-8").splitlines() if target.exists() else ["README.md", "docs/**", "!src"]
    for _again in range(random.randint(1, 3)):
        _spoil(lines, random)
    spoilt = "\n".join(lines).encode("utf-8", "surrogatepass")
    target.write_bytes(spoilt)
    flags = random.sample(("--overwrite", "--adopt", "--new-ledger", "--force"), random.randint(0, 3))
    outcome = attempt(folder, SPEC, *flags)
    assert all(path.read_bytes() == content for path, content in strangers.items()), "a file of others was touched"
    shutil.rmtree(out / ".git")
    if outcome.status:
        assert "Internal error" not in outcome.said, outcome.said
        assert "Traceback" not in outcome.said, outcome.said
        return f"{name}: refused"
    if target.read_bytes() == spoilt:
        target.unlink()  # Not the run's own, so not to be judged.
    judge(outcome)
    return f"{name}: generated"


def _spoil(lines: list[str], random: Random) -> None:
    """One line less, twice, or with another word."""
    number = random.randrange(len(lines))
    match random.choice(("drop", "twice", "word", "word", "word", "line")):
        case "drop":
            lines.pop(number)
            lines.append("")
        case "twice":
            lines.insert(random.randrange(len(lines)), lines[number])
        case "line":
            lines.insert(number, random.choice(TEXTS))
        case _:
            words = lines[number].split(" ")
            words[random.randrange(len(words))] = random.choice((*TEXTS, ".git/config", "mine.txt", "../victim", "src"))
            lines[number] = " ".join(words)
