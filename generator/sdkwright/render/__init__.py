"""Sdk and pages to files: rendered, judged, formatted where needed, complete in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.output import LOST_NAME
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, format_all, needs_black
from sdkwright.render.gate import judge_module, judge_paths, judge_text, judge_toml
from sdkwright.render.package import PackageView, expected_pyproject
from sdkwright.render.runtime import runtime_files
from sdkwright.render.table import Row, errors_row, own_rows, rows
from sdkwright.text.kinds import Prose
from sdkwright.view.models import ModelModule
from sdkwright.view.package import Page, Resource, Sdk

__all__ = ["render", "render_again"]

_PYPROJECT = "pyproject.toml"


def _nobody(_: int) -> None:
    """Nobody wants to hear how far it is."""


def render(sdk: Sdk, pages: Iterable[Page], tell: Callable[[int], None] = _nobody) -> Mapping[str, bytes]:
    """Path to bytes of everything that is generated; `tell` hears how many files there are so far.

    Raises ProblemsError when something must not be written.
    """
    files, known = _modules(rows(sdk), sdk, tell)
    _find_wire_names(sdk.wire_names, known)
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
    files, _ = _modules((*own_rows(sdk, resources, modules), *([errors_row(sdk)] if errors else [])), sdk, _nobody)
    return {**files, **dict(_pages(pages))}


def _modules(listed: Iterable[Row], sdk: Sdk, tell: Callable[[int], None]) -> tuple[dict[str, bytes], Set[str]]:
    """Files that are no pages, and every text that is data in the modules among them."""
    files: dict[str, bytes] = {}
    wide: list[Source] = []
    known: set[str] = set()
    for row in listed:
        text = _text(row)
        if row.path.endswith(".py"):
            source = Source(row.path, text, judge_module(row.path, text))
            known |= source.judged.strings
            wide += [source] if needs_black(source) else []
        elif row.path == _PYPROJECT:
            judge_toml(row.path, text, expected_pyproject(PackageView.of(sdk)))
        files[row.path] = text.encode()
        tell(len(files))
    files.update((path, text.encode()) for path, text in format_all(wide).items())
    return files, known


def _pages(pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    for page in pages:
        text = render_template(page.template, page=page.context)
        judge_text(page.path, text)
        yield page.path, text.encode()


def _text(row: Row) -> str:
    """The text of one file."""
    return row.head + render_template(row.template, page=row.view)


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
