"""Sdk and pages to files: rendered, judged, formatted where needed, complete in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.output import LOST_NAME
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, format_all, needs_black
from sdkwright.render.gate import judge_module, judge_paths, judge_text, judge_toml
from sdkwright.render.package import PackageView, expected_pyproject
from sdkwright.render.runtime import runtime_files
from sdkwright.render.table import Row, rows
from sdkwright.text.kinds import Prose
from sdkwright.view.package import Page, Sdk

__all__ = ["render"]

_PYPROJECT = "pyproject.toml"


def render(sdk: Sdk, pages: Iterable[Page]) -> Mapping[str, bytes]:
    """Path to bytes of everything that is generated; raises `ProblemsError` when something must not be written."""
    files: dict[str, bytes] = {}
    wide: list[Source] = []
    known: set[str] = set()
    for row in rows(sdk):
        text = _text(row)
        if row.path.endswith(".py"):
            source = Source(row.path, text, judge_module(row.path, text))
            known |= source.judged.strings
            wide += [source] if needs_black(source) else []
        elif row.path == _PYPROJECT:
            judge_toml(row.path, text, expected_pyproject(PackageView.of(sdk)))
        files[row.path] = text.encode()
    _find_wire_names(sdk.wire_names, known)
    files.update((path, text.encode()) for path, text in format_all(wide).items())
    for page in pages:
        text = render_template(page.template, page=page.context)
        judge_text(page.path, text)
        files[page.path] = text.encode()
    files.update(runtime_files(sdk.project.folder))
    judge_paths(list(files))
    return files


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
