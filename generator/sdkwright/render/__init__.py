"""Sdk and pages to files: rendered, judged, formatted where needed, complete in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.output import LOST_NAME
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, format_all, needs_black
from sdkwright.render.gate import judge_module, judge_paths, judge_text, judge_toml
from sdkwright.render.package import PackageView, expected_pyproject
from sdkwright.render.proofs import Proof, Proofs
from sdkwright.render.runtime import runtime_files
from sdkwright.render.table import Row, errors_row, own_rows, rows
from sdkwright.text.kinds import Prose
from sdkwright.view.models import ModelModule
from sdkwright.view.package import Page, Resource, Sdk

__all__ = ["render", "render_again"]

_PYPROJECT = "pyproject.toml"


def _nobody(_: int) -> None:
    """Nobody wants to hear how far it is."""


def render(
    sdk: Sdk, pages: Iterable[Page], tell: Callable[[int], None] = _nobody, proofs: Proofs | None = None
) -> Mapping[str, bytes]:
    """Path to bytes of everything that is generated; `tell` hears how many files there are so far, and what is among
    the `proofs` is not judged again.

    Raises ProblemsError when something must not be written.
    """
    proofs = proofs or Proofs()
    files, names = _modules(rows(sdk), sdk, tell, proofs)
    if proofs.known and not names >= _wire_names(sdk):
        # A text of the last run may hold what was no name of the document then.
        proofs.forget()
        files, names = _modules(rows(sdk), sdk, tell, proofs)
    _find_wire_names(sdk.wire_names, names)
    for path, content in _pages(pages):
        files[path] = content
        tell(len(files))
    files.update(runtime_files(sdk.project.folder))
    judge_paths(list(files))
    return files


def render_again(
    sdk: Sdk, resources: Iterable[Resource], modules: Iterable[ModelModule], pages: Iterable[Page], *, errors: bool
) -> Mapping[str, bytes]:
    """The modules of some classes and models of `sdk`, the `errors` if wanted, and some pages, judged like all."""
    listed = (*own_rows(sdk, resources, modules), *([errors_row(sdk)] if errors else []))
    files, _ = _modules(listed, sdk, _nobody, Proofs())
    return {**files, **dict(_pages(pages))}


def _modules(
    listed: Iterable[Row], sdk: Sdk, tell: Callable[[int], None], proofs: Proofs
) -> tuple[dict[str, bytes], Set[str]]:
    """Files that are no pages, and which names of the document are in the modules among them."""
    files: dict[str, bytes] = {}
    wide: list[Source] = []
    wanted = _wire_names(sdk)
    found: set[str] = set()
    for row in listed:
        text = _text(row)
        if row.path.endswith(".py"):
            if (proof := proofs.of(text)) is None:
                source = Source(row.path, text, judge_module(row.path, text))
                proof = proofs.add(text, Proof(source.judged.strings & wanted))
                wide += [source] if needs_black(source) else []
            found |= proof.names
            text = text if proof.formatted is None else proof.formatted
        elif row.path == _PYPROJECT:
            judge_toml(row.path, text, expected_pyproject(PackageView.of(sdk)))
        files[row.path] = text.encode()
        tell(len(files))
    formatted = format_all(wide)
    for source in wide:
        files[source.path] = formatted[source.path].encode()
        proofs.add(source.text, Proof(source.judged.strings & wanted, formatted[source.path]))
    return files, found


def _pages(pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    for page in pages:
        text = render_template(page.template, page=page.context)
        judge_text(page.path, text)
        yield page.path, text.encode()


def _text(row: Row) -> str:
    """The text of one file."""
    return row.head + render_template(row.template, page=row.view)


def _wire_names(sdk: Sdk) -> Set[str]:
    """The names of the document that the output must hold."""
    return frozenset(name.raw for name in sdk.wire_names)


def _find_wire_names(names: Iterable[Prose], known: Set[str]) -> None:
    """Nothing is silently dropped: each wire name is a text or a field of some module."""
    missing = [name.raw for name in names if name.raw not in known]
    if missing:
        listed = ", ".join(map(shown, missing[:5]))
        raise ProblemsError(
            [
                Problem(
                    Severity.ERROR,
                    LOST_NAME,
                    f"{len(missing)} name(s) of the document would be missing from the output: {listed}",
                )
            ]
        )
