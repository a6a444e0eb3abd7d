"""Sdk and pages to files: rendered, judged, formatted where needed, complete in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.output import LOST_NAME
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, format_all
from sdkwright.render.gate import judge_module, judge_paths, judge_text, judge_toml
from sdkwright.render.package import PackageView, expected_pyproject
from sdkwright.render.runtime import runtime_files
from sdkwright.render.table import Row, rows
from sdkwright.text.kinds import Prose
from sdkwright.view.package import Page, Sdk

__all__ = ["render"]


def render(sdk: Sdk, pages: Iterable[Page]) -> Mapping[str, bytes]:
    """Path to bytes of everything that is generated; raises `ProblemsError` when something must not be written."""
    texts = {row.path: _text(row) for row in rows(sdk)}
    sources = [Source(path, text, judge_module(path, text)) for path, text in texts.items() if path.endswith(".py")]
    _find_wire_names(sdk.wire_names, sources)
    texts.update(format_all(sources))
    judge_toml("pyproject.toml", texts["pyproject.toml"], expected_pyproject(PackageView.of(sdk)))
    for page in pages:
        texts[page.path] = render_template(page.template, page=page.context)
        judge_text(page.path, texts[page.path])
    files = {path: text.encode() for path, text in texts.items()}
    files.update(runtime_files(sdk.project.folder))
    judge_paths(list(files))
    return files


def _text(row: Row) -> str:
    """The text of one file."""
    return row.head + render_template(row.template, page=row.view)


def _find_wire_names(names: Iterable[Prose], sources: Iterable[Source]) -> None:
    """Nothing is silently dropped: each wire name is a text or a field of some module."""
    known = frozenset[str]().union(*(source.judged.strings for source in sources))
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
