"""The story: text -> Document -> Api -> Names -> Sdk -> Tree -> the output folder.

Each stage is a plain function from frozen values to the next; nothing is changed after its stage.  Only `load` and the
comparison with the folder read files, only `write` writes them.  The later stages, with black and the template engine,
are imported where they are needed: whoever is up to date, or has a mistake in the document, does not wait for them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdkwright import __version__
from sdkwright.cache import generator_changed
from sdkwright.frozen import Frozen, replace
from sdkwright.inputs import Inputs
from sdkwright.openapi.checks.validate import validate
from sdkwright.openapi.digest import data_digest, plain
from sdkwright.openapi.document import Document, load
from sdkwright.options.model import Config
from sdkwright.options.read import Options, load_options, option_files
from sdkwright.output import (
    GENIGNORE,
    MANIFEST,
    Listed,
    Stamp,
    Tree,
    digest,
    holds,
    ignored,
    read_ignored,
    read_manifest,
    read_regular,
    safe_join,
)
from sdkwright.problems import Position, Problem, ProblemsError, Severity, has_errors, located
from sdkwright.problems.codes.names import LEDGER_MISSING
from sdkwright.problems.codes.output import NEEDED_FILE
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.changes.surface import Package, Surface
    from sdkwright.docs.reader.where.shows import Shows
    from sdkwright.ir.service import Api, CoverageEntry
    from sdkwright.names import Names
    from sdkwright.names.published.ledger import Ledger
    from sdkwright.render.last import Rendered
    from sdkwright.render.proofs import Proofs
    from sdkwright.text.told import Shown
    from sdkwright.view.package import Sdk

LEDGER = "names.lock"
"""Where the ledger stands in the output folder, unless the options say otherwise."""
MIGRATION = "MIGRATION.md"
"""What the users of the SDK must know of renames; there is no such file where nothing was renamed."""
CHANGELOG = "CHANGELOG.md"
"""The owner's page of what changed, if there is one in the output folder."""
HOOKS = "/_hooks/registration.py"
"""The end of the path of the one file that is the user's once it is written."""


class Loaded(Frozen):
    """What the inputs say: everything that a build depends on but the generator itself."""

    document: Document
    options: Options
    ledger_of: Callable[[], Ledger]
    """The ledger; one that the last run wrote is not read before somebody asks."""
    problems: tuple[Problem, ...]
    stamp: Stamp
    """Digests of the document and of the options, for the manifest."""
    read: Mapping[str, str | None]
    """The digest of each file that was read, none newer than what was read of it; None for one that is not there."""
    ledger_digest: str | None = None
    """Of the ledger's bytes; None where there is none."""
    ignored: str = ""
    """The text of `.genignore` in the output folder."""
    history: tuple[str, ...] = ()
    """The owner's pages of what changed, which README links."""

    @property
    def ledger(self) -> Ledger:
        """The names that hold."""
        return self.ledger_of()

    def with_ledger(self, ledger: Ledger) -> Loaded:
        """The same with other names."""
        return replace(self, ledger_of=lambda: ledger)


class Built(Frozen):
    """What one build made, and what is said of it.  The service and its names are gone by then."""

    tree: Tree
    problems: tuple[Problem, ...]
    coverage: tuple[CoverageEntry, ...]
    """What became of each part of the document."""
    operations: tuple[int, int]
    """How many of them have a method, and how many there are."""
    package: Package
    """What the SDK is called."""
    written: bytes
    """What users of it can name, as it is written; the tree holds it, too."""
    sdk: Sdk
    """What the package says."""
    shown: Shown
    """The texts of the document that it shows."""
    shows: Shows
    """Which of the reader's pages shows which of them."""

    @property
    def surface(self) -> Surface:
        """What users of the SDK can name, read back."""
        from sdkwright.changes.written import parse_surface

        return parse_surface(self.written)


def load_inputs(inputs: Inputs, stages: Stages) -> Loaded:
    """The options, the document with all it refers to, and the ledger of published names.  Raises ProblemsError."""
    with stages.stage("load"):
        beside = (inputs.out / GENIGNORE, inputs.out / CHANGELOG)
        read = {str(path): _digest_of(path) for path in (*option_files(inputs.config), *beside)}
        has_history = inputs.is_release or read[str(inputs.out / CHANGELOG)] is not None
        if inputs.options is not None:
            read[str(inputs.config)] = digest(inputs.options)
        options = load_options(inputs.config, content=inputs.options, any_version=inputs.any_version)
        options = _with_subset(options, inputs)
        ref_root = inputs.ref_root or _ref_root(inputs.config, options.config)
        overlays = (*_overlays(inputs.config, options.config), *inputs.overlays)
        document = load(inputs.spec, overlays=overlays, ref_root=ref_root)
        ledger, found, missing = _ledger(inputs, options.config)
        kept = read_ignored(inputs.out)
        history = (CHANGELOG,) if has_history else ()
        further = [one for one in (kept, *history) if one]
        written = data_digest([options.written, plain(options.config), *further])
        stamp = Stamp(__version__, data_digest(document.root), written)
    problems = (*options.problems, *document.problems, *missing)
    read |= {str(path): None for path in document.positions.missing}
    read |= {str(source.path): source.digest for source in document.positions.sources}
    return Loaded(document, options, ledger, problems, stamp, read, found, kept, history)


def validated(loaded: Loaded, stages: Stages, *, thorough: bool = False) -> Loaded:
    """The same with the problems of the document's content; `thorough` asks the independent validator in any case.

    Raises ProblemsError if one of the problems is an error.
    """
    with stages.stage("validate"):
        found = loaded.document.marked(validate(loaded.document, thorough=thorough))
        problems = located((*loaded.problems, *found), loaded.document.position)
        _stop_at_errors(problems)
    return replace(loaded, problems=problems)


def analyse(loaded: Loaded, stages: Stages) -> tuple[Api, tuple[Problem, ...]]:
    """What the service is, and every problem so far.  Raises ProblemsError."""
    from sdkwright.examples.report import example_problems
    from sdkwright.normalise import normalise
    from sdkwright.plan.reader.links import link_problems

    with stages.stage("normalise"), _locating(loaded):
        api, found = normalise(loaded.document, loaded.options.config)
        said = {(problem.code, problem.pointer) for problem in loaded.problems}
        new = [
            each
            for each in (*found, *example_problems(api), *link_problems(api))
            if (each.code, each.pointer) not in said
        ]
        included = frozenset(map(str, api.types.keys() - api.unreferenced))
        told = (*loaded.problems, *located(new, loaded.document.position))
        gone = tuple(f"{one.id}/" for one in api.operations if one.is_excluded)
        told = tuple(each for each in told if not (each.pointer or "").startswith(gone))
        problems = loaded.document.marked(told, included)
        _stop_at_errors(problems)
    return api, problems


def named(api: Api, loaded: Loaded, stages: Stages) -> Names:
    """The table of names, with its warnings.  Raises ProblemsError."""
    from sdkwright.names import allot

    with stages.stage("name", _amount(api)), _locating(loaded):
        names = allot(api, loaded.options.config, loaded.ledger)
        return replace(names, problems=located(names.problems, loaded.document.position))


def planned(api: Api, names: Names, loaded: Loaded, stages: Stages) -> Sdk:
    """What the package says.  Raises ProblemsError."""
    from sdkwright.names import names_of_part
    from sdkwright.normalise import offered, within
    from sdkwright.openapi.checks.values import SchemaJudge
    from sdkwright.plan import plan

    with stages.stage("plan", _amount(api)), _locating(loaded):
        told = (*([MIGRATION] if names.aliases else []), *loaded.history)
        part = within(api)
        names = names if part is api else names_of_part(names, part)
        return plan(offered(part), names, loaded.options.config, told, SchemaJudge(loaded.document.root))


def _amount(api: Api) -> str:
    """How much there is to name and to plan, for a person who waits."""
    return f"{len(api.operations):,} operations, {len(api.types):,} schemas"


def build(loaded: Loaded, stages: Stages, proofs: Proofs | None = None, rendered: Rendered | None = None) -> Built:
    """The finished output of validated inputs; touches no file.  Raises ProblemsError.

    The modules among the `proofs`, which are of this generator, are not judged again, and what this process has
    `rendered` last is not even rendered."""
    from sdkwright.changes.taken import surface_of
    from sdkwright.changes.written import SURFACE, surface_bytes
    from sdkwright.docs.pages import pages
    from sdkwright.docs.reader.where.shows import Shows
    from sdkwright.normalise import within
    from sdkwright.normalise.texts import mark_texts
    from sdkwright.render import render
    from sdkwright.text.told import Shown

    config = loaded.options.config
    texts = mark_texts(loaded.document.root)
    api, found = analyse(loaded, stages)
    names = named(api, loaded, stages)
    with stages.stage("surface"):
        surface, asked = surface_of(api, names, config), within(api)
        package, written = surface.package, surface_bytes(surface)
        told = {**_of_names(names, config, is_draft=loaded.ledger.is_draft), SURFACE: written}
        counts = sum(not one.is_left_out for one in asked.operations), len(asked.operations)
        coverage, problems = asked.coverage, (*found, *names.problems)
    del asked, surface  # What is written of them is enough.
    sdk = planned(api, names, loaded, stages)
    shown = Shown.of(texts)
    del api, names  # The plan says all that files show, and they are two thirds as large.
    with stages.stage("render"), _locating(loaded):
        standing = () if rendered is None else rendered.meet(sdk)
        shows = Shows()
        made = render(sdk, pages(sdk, standing, shows), stages.counter("render", "files"), proofs, rendered)
    tree, kept = _tree({**made, **told}, package.module, loaded)
    return Built(tree, (*problems, *kept), coverage, counts, package, written, sdk, shown, shows)


def without_files(built: Built) -> Built:
    """The same when its files are written, so that nobody holds them any more."""
    return replace(built, tree=replace(built.tree, files={}))


def bound(tree: Tree, config: Config) -> Tree:
    """The same with a ledger that is no draft any more: its names hold from now on."""
    from sdkwright.names.published.ledger import bound_text

    ledger = config.ledger or LEDGER
    return replace(tree, files={**tree.files, ledger: bound_text(tree.files[ledger].decode()).encode()})


def _tree(files: dict[str, bytes], module: str, loaded: Loaded) -> tuple[Tree, tuple[Problem, ...]]:
    """The files less those that their owner keeps, with a warning of those that nobody can keep."""
    from sdkwright.changes.written import SURFACE

    config = loaded.options.config
    package, ledger = f"src/{module.replace('.', '/')}", config.ledger or LEDGER
    once = frozenset(path for path in files if path.endswith(HOOKS))
    asked = ignored(loaded.ignored, files) - once
    needed = sorted(path for path in asked if path.startswith(f"{package}/") or path == ledger)
    left = asked - set(needed)
    tree = Tree(
        {path: content for path, content in files.items() if path not in left},
        loaded.stamp,
        once,
        {ledger: loaded.ledger_digest},
        frozenset({SURFACE}),
        left,
        package,
        config.include,
    )
    if not needed:
        return tree, ()
    more = f" and {len(needed) - 1} more" if needed[1:] else ""
    message = f"`{GENIGNORE}` asks to keep `{needed[0]}`{more}, which the SDK cannot do without, so it is not followed"
    return tree, (Problem(Severity.WARNING, NEEDED_FILE, message, position=Position(GENIGNORE)),)


def _of_names(names: Names, config: Config, *, is_draft: bool) -> dict[str, bytes]:
    """The ledger, and what there is to tell of renames."""
    from sdkwright.names import migration_text
    from sdkwright.names.published.ledger import noted_text

    told = migration_text(names)
    files = {config.ledger or LEDGER: noted_text(names.noted, is_draft=is_draft).encode()}
    return {**files, MIGRATION: told.encode()} if told else files


def is_current(inputs: Inputs, loaded: Loaded, stages: Stages) -> bool:
    """Whether a build would change nothing: same inputs, same generator, and the files as the last run left them.

    As with `make`, the manifest must be younger than the generator's own files: they change between versions, too.
    """
    with stages.stage("compare"):
        last = read_manifest(inputs.out)
        if last is None or last.stamp != loaded.stamp or not holds(last, inputs.out):
            return False
        return (inputs.out / MANIFEST).stat().st_mtime_ns > generator_changed()


def listed_before(inputs: Inputs, loaded: Loaded) -> Listed:
    """The files that the lock of another generator lists in the output folder, but for those that this run has read.

    Raises ProblemsError.
    """
    from sdkwright.options.locks import locked_files

    out = inputs.out.resolve()
    places = (Path(path).resolve() for path in loaded.read)
    read = {place.relative_to(out).as_posix() for place in places if place.is_relative_to(out)}
    return {path: known for path, known in locked_files(inputs.out).items() if path not in read}


def _digest_of(path: Path) -> str | None:
    found = read_regular(os.path.realpath(path))  # unlike `resolve`, it lets a link that leads to itself be one
    return None if found is None else digest(found)


def _with_subset(options: Options, inputs: Inputs) -> Options:
    """The options with the tags and paths that are typed beside those that they name."""
    more = {name: (*getattr(options.config, name), *typed) for name, typed in inputs.subset.items()}
    return replace(options, config=replace(options.config, **more)) if more else options


def _overlays(written: Path | None, config: Config) -> tuple[Path, ...]:
    """The overlays that the options name, seen from their file."""
    return () if written is None else tuple(written.parent / each for each in config.overlays)


def _ref_root(written: Path | None, config: Config) -> Path | None:
    """The folder of references that the options name, seen from their file."""
    return None if written is None or config.ref_root is None else written.parent / config.ref_root


def _ledger(inputs: Inputs, config: Config) -> tuple[Callable[[], Ledger], str | None, tuple[Problem, ...]]:
    """The ledger in the output folder and the digest of its bytes; empty if there is none, and a draft if the options
    say so.

    If the last run has written one that is gone, that is an error, unless a new one is asked for: names would change.
    """
    out, name = inputs.out, config.ledger or LEDGER
    path = safe_join(out, name)
    content = read_regular(path)
    if content is not None:
        found = digest(content)
        ledger_of = cache(partial(_parsed, content, str(path)))
        if f"\nfile {found} {name}\n".encode() not in (read_regular(out / MANIFEST) or b""):
            ledger_of()  # Somebody else wrote it, so it may be none.
        return ledger_of, found, ()
    if os.path.lexists(path):
        message = f"The ledger of published names, `{name}`, is no plain file"
        raise ProblemsError([Problem(Severity.ERROR, LEDGER_MISSING, message, position=Position(str(path)))])
    last = read_manifest(out)
    new = partial(_new, str(path), is_draft=config.draft_names)
    if last is None or name not in last.known:
        return new, None, ()
    message = "The ledger of published names is gone, so names may change"
    weight = Severity.WARNING if inputs.new_ledger else Severity.ERROR
    problem = Problem(weight, LEDGER_MISSING, message, position=Position(str(path)))
    if not inputs.new_ledger:
        raise ProblemsError([problem])
    return new, None, (problem,)


def _parsed(content: bytes, path: str) -> Ledger:
    from sdkwright.names.published.ledger import parse_ledger

    return parse_ledger(content.decode("utf-8", errors="replace"), path)


def _new(path: str, *, is_draft: bool) -> Ledger:
    from sdkwright.names.published.ledger import Ledger

    return Ledger(is_draft=is_draft, file=path)


@contextmanager
def _locating(loaded: Loaded) -> Generator[None]:
    """Gives the problems raised inside their places, and the warnings found before."""
    try:
        yield
    except ProblemsError as error:
        known = [p for p in loaded.problems if p not in error.problems]
        raise ProblemsError((*known, *located(error.problems, loaded.document.position))) from None


def _stop_at_errors(problems: tuple[Problem, ...]) -> None:
    """Raises ProblemsError with all of `problems` if one of them is an error."""
    if has_errors(problems):
        raise ProblemsError(problems)
