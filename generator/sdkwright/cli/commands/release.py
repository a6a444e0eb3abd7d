"""`sdkwright release`: the next version, its notes, and the SDK with it: all of that is written, or nothing."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sdkwright import __version__
from sdkwright.changes.changelog import with_entry, with_release
from sdkwright.changes.compare import compare
from sdkwright.changes.released import RELEASED, Release, content_digest, released_bytes
from sdkwright.changes.report import Placed, placed, summary, values
from sdkwright.changes.sections import release_entry, sections
from sdkwright.cli.console import DONE, Console
from sdkwright.cli.releases import date, is_chosen, last_release, version_of
from sdkwright.cli.steps import inputs_of, is_strict, loaded_of, said_again, tell, timings
from sdkwright.docs.markdown import code_span
from sdkwright.frozen import replace
from sdkwright.inputs import Inputs
from sdkwright.names.published.ledger import empty_ledger
from sdkwright.openapi.syntax.source import STANDARD_INPUT
from sdkwright.options.bump import with_version
from sdkwright.output import NOTES, packed, read_regular, replaced, safe_join, settle, write
from sdkwright.output import compare as drift
from sdkwright.pipeline import Built, Loaded, build
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.release import NO_VERSION, NOTHING_TO_RELEASE
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    inputs = replace(inputs_of(typed), is_release=True)
    if inputs.config is None:
        raise ProblemsError(
            [Problem(Severity.ERROR, NO_VERSION, "There is no `gen.yaml` to write the next version to")]
        )
    loaded = loaded_of(inputs, typed, stages)
    last = last_release(typed, inputs, is_draft=loaded.ledger.is_draft)
    loaded, config = _binding(loaded), loaded.options.config
    built = build(loaded, stages)
    changes = placed(compare(last.surface, built.surface), {}, {}) if last is not None else ()
    if last is not None and not changes and not is_chosen(typed, config, last):
        _refuse_the_same(built, inputs, config.version, last)
    version, ruled = version_of(typed, config, last, changes)
    options: Mapping[Path, bytes] = {}
    if version != config.version:
        content = with_version(inputs.config.read_bytes(), version, inputs.config)
        options = {inputs.config: content}
        loaded = _binding(loaded_of(replace(inputs, options=content), typed, stages))
        built = build(loaded, stages)
    tell(is_strict(typed, loaded), console, built.problems)
    files = {**options, **_notes(inputs, loaded, built, version, None if last is None else changes)}
    if not typed.dry_run:
        _write(inputs, loaded, built, files, stages)
    commands = list(_commands(inputs, built.package.distribution, version))
    _say(console, built.package.distribution, version, last, ruled, changes)
    if not typed.dry_run:
        console.say(f"wrote {', '.join(map(str, files))} and {inputs.out}")
        console.say_all(["Look at it, then:", *(f"  {command}" for command in commands)])
    console.result(
        version=version,
        previous=None if last is None else last.version,
        changes=values(changes),
        written=[] if typed.dry_run else [str(path) for path in files],
        commands=commands,
    )
    timings(typed, console, stages)
    return DONE


def _binding(loaded: Loaded) -> Loaded:
    """The same with names that hold: those of a draft are the ones that the rules alone make."""
    return loaded.with_ledger(empty_ledger()) if loaded.ledger.is_draft else loaded


def _refuse_the_same(built: Built, inputs: Inputs, version: str, last: Release) -> None:
    """Raises ProblemsError if all that would be packed is what was released last.

    A release that was killed has written its notes before the SDK: then it says how the rest comes.
    """
    if _content(built, inputs.out) != last.content:
        return
    if last.version == version and drift(built.tree, inputs.out).changes:
        message = f"The release {version} was not written to its end: the folder is not yet what it holds"
        rest = "Run `sdkwright generate`, which writes the rest."
        raise ProblemsError([Problem(Severity.ERROR, NOTHING_TO_RELEASE, message, remedy=rest)])
    message = f"Nothing has changed since {last.version} was released"
    raise ProblemsError([Problem(Severity.ERROR, NOTHING_TO_RELEASE, message)])


def _content(built: Built, out: Path) -> str:
    """The digest of what would be packed, but for the notes of releases."""
    tree = built.tree
    theirs = {
        path: content
        for path in packed(tree, out)
        if path not in NOTES and (content := read_regular(safe_join(out, path))) is not None
    }
    ours = {path: content for path, content in tree.files.items() if path not in tree.once or path not in theirs}
    left = theirs.keys() - tree.files.keys()
    return content_digest({**ours, **{path: theirs[path] for path in (*left, *(theirs.keys() & tree.once))}})


def _notes(
    inputs: Inputs, loaded: Loaded, built: Built, version: str, changes: Sequence[Placed] | None
) -> dict[Path, bytes]:
    """The notes with an entry for this release, and what the next one is compared with."""
    changelog, releases = (inputs.out / name for name in NOTES)
    day = date()
    info = loaded.document.root.get("info")
    described = info.get("version") if isinstance(info, dict) else None
    name = "standard input" if str(inputs.spec) == STANDARD_INPUT else code_span(inputs.spec.name)
    based_on = [f"the document {name}, version {code_span(str(described))}", f"sdkwright {__version__}"]
    heading = f"{version} - {day}" if day else version
    entry = release_entry(heading, built.package, based_on, changes)
    released = Release(version, built.surface, _content(built, inputs.out))
    return {
        changelog: _text(with_entry(_read(changelog), version, day, sections(changes))),
        releases: _text(with_release(_read(releases), entry)),
        inputs.out / RELEASED: released_bytes(released),
    }


def _read(path: Path) -> str:
    """The text of a file of the owner's, whatever its bytes are; "" where there is none."""
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""


def _text(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _write(inputs: Inputs, loaded: Loaded, built: Built, files: Mapping[Path, bytes], stages: Stages) -> None:
    """Writes the files and the SDK, or nothing.  Whoever is killed in between finds the new version in the options, and
    the next `generate` brings the rest."""
    from sdkwright.cache import write_record

    with stages.stage("write"), replaced(files):
        write(built.tree, inputs.out)
    settle(inputs.out)
    write_record(inputs, loaded.read, built.tree.package, said_again(loaded, built))


def _say(
    console: Console, package: str, version: str, last: Release | None, ruled: str | None, changes: Sequence[Placed]
) -> None:
    """What comes, and why it has that version."""
    if last is None:
        console.say(f"{package} {version}, the first release.")
        return
    console.say(f"{package} {version}, after {last.version}. {summary(changes) or 'Nothing changed for callers'}.")
    if ruled is not None:
        console.say(f"By what changed it would be {ruled}.")


def _commands(inputs: Inputs, package: str, version: str) -> Iterator[str]:
    """What to type next; nothing of it is run."""
    spec = [] if str(inputs.spec) == STANDARD_INPUT else [inputs.spec]
    paths = [str(path) for path in (*spec, *inputs.overlays, inputs.config, inputs.out) if path is not None]
    yield shlex.join(["git", "add", "--all", "--", *paths])
    yield shlex.join(["git", "commit", "-m", f"Release {package} {version}"])
    yield f"git tag v{version}"
    yield f"git push origin HEAD v{version}"
