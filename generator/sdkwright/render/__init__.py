"""Sdk and pages to files: rendered, judged, formatted where needed, complete in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sdkwright.frozen import Frozen, replace
from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.output import LOST_NAME
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, format_all, needs_black
from sdkwright.render.gate import judge_module, judge_paths, judge_text, judge_toml
from sdkwright.render.last import NOTHING_STANDS, File, Rendered
from sdkwright.render.package import PackageView, expected_pyproject
from sdkwright.render.plain import plain_page
from sdkwright.render.proofs import Proof, Proofs, digest_of
from sdkwright.render.retold import retold
from sdkwright.render.runtime import runtime_files
from sdkwright.render.table import Row, errors_row, own_rows, rows
from sdkwright.render.walk import Judged
from sdkwright.text.kinds import Code
from sdkwright.view.models import ModelModule
from sdkwright.view.package import Page, Resource, Sdk

__all__ = ["page_text", "render", "render_again"]

_PYPROJECT = "pyproject.toml"


def _nobody(_: int) -> None:
    """Nobody wants to hear how far it is."""


def _nothing(_: str) -> None:
    """Nothing stands anywhere."""


def render(
    sdk: Sdk,
    pages: Iterable[Page],
    tell: Callable[[int], None] = _nobody,
    proofs: Proofs | None = None,
    last: Rendered | None = None,
) -> Mapping[str, bytes]:
    """Path to bytes of everything that is generated; `tell` hears how many files there are so far.

    What is among the `proofs` is not judged again, and what stands from the `last` run not even rendered; `pages` are
    all but those that stand.

    Raises ProblemsError when something must not be written.
    """
    proofs, standing = proofs or Proofs(), last.standing if last is not None else NOTHING_STANDS
    files = {path: file for part in standing.values() for path, file in part.files.items()}
    for proof in (file.proof for file in files.values() if file.proof is not None):
        proofs.add(proof)
    files |= _modules(sdk, rows(sdk, standing), tell, proofs)
    _find_wire_names(sdk, files, proofs)
    for page in pages:
        files[page.path] = File(_page(page, files), page.of)
        tell(len(files))
    if last is not None:
        last.take(sdk, files)
    made = {**{path: file.content for path, file in files.items()}, **runtime_files(sdk.project.folder)}
    judge_paths(list(made))
    return made


def render_again(
    sdk: Sdk,
    resources: Iterable[Resource],
    modules: Iterable[ModelModule],
    pages: Iterable[Page],
    standing: Callable[[str], str | None],
    *,
    errors: bool,
) -> Mapping[str, bytes]:
    """The modules of some classes and models of `sdk`, the `errors` if wanted, and some pages, judged like all.

    `standing` gives what stands at a path as this generator has judged and written it, if that is so."""
    listed = (*own_rows(sdk, resources, modules), *([errors_row(sdk)] if errors else []))
    files = _modules(sdk, listed, _nobody, Proofs(), standing)
    for page in pages:
        files[page.path] = File(_page(page, files))
    return {path: file.content for path, file in files.items()}


def _modules(
    sdk: Sdk,
    listed: Iterable[Row],
    tell: Callable[[int], None],
    proofs: Proofs,
    standing: Callable[[str], str | None] = _nothing,
) -> dict[str, File]:
    """Files that are no pages; proofs tell in which of the modules among them the names of the document are."""
    files: dict[str, File] = {}
    wanted = _wire_names(sdk)
    wide: list[Source] = []
    for row in listed:
        text, proof = _text(row), None
        if row.path.endswith(".py") and not _is_retold(row.path, standing(row.path), text):
            digest = digest_of(text)
            if (proof := proofs.of(digest)) is None:
                source = Source(row.path, text, judge_module(row.path, text))
                proof = proofs.add(Proof(digest, _names(source.judged, wanted)))
                wide += [source] if needs_black(source) else []
            text = text if proof.formatted is None else proof.formatted
        elif isinstance(row.view, PackageView) and row.path == _PYPROJECT:
            judge_toml(row.path, text, expected_pyproject(row.view))
        files[row.path] = File(text.encode(), row.of, proof)
        tell(len(files))
    formatted = format_all(wide)
    for source in wide:
        text = formatted[source.path]
        proof = proofs.add(Proof(digest_of(source.text), _names(source.judged, wanted), text))
        files[source.path] = replace(files[source.path], content=text.encode(), proof=proof)
    return files


def _is_retold(path: str, before: str | None, text: str) -> bool:
    """Whether a module is the one that stands there, but for its docstrings, which are judged."""
    told = None if before is None else retold(before, text)
    if told is not None:
        judge_text(path, "".join(told))
    return told is not None


class _Part(Frozen):
    """A page that stands in another one."""

    path: Code
    text: Code


def page_text(page: Page, text_of: Callable[[Code], str]) -> str:
    """The text of one page; `text_of` has those of the pages that come before it, by their paths."""
    parts = [_Part(path, Code(text_of(path))) for path in page.parts]
    return render_template(page.template, page=page.context, parts=parts)


def _page(page: Page, files: Mapping[str, File]) -> bytes:
    """The same, judged."""
    text = page_text(page, lambda path: files[path].content.decode())
    text = plain_page(text) if page.path.endswith(".txt") else text
    return judge_text(page.path, text)


def _text(row: Row) -> str:
    """The text of one file."""
    return row.head + render_template(row.template, page=row.view)


def _wire_names(sdk: Sdk) -> frozenset[str]:
    """The names of the document that the output must hold."""
    return frozenset(name.raw for name in sdk.wire_names)


def _names(judged: Judged, wanted: frozenset[str]) -> tuple[str, ...]:
    """Which of the names are in a module: sets of them would take as much room as an eighth of all files."""
    return tuple(sorted(judged.strings & wanted))


def _find_wire_names(sdk: Sdk, files: dict[str, File], proofs: Proofs) -> None:
    """Nothing is silently dropped: each wire name is a text or a field of some module.

    A text of the last run may hold what was no name of the document then, so that is looked for once more."""
    if _missing(sdk, files):
        wanted = _wire_names(sdk)
        for path, file in files.items():
            if file.proof is not None:
                found = _names(judge_module(path, file.content.decode()), wanted)
                files[path] = replace(file, proof=proofs.add(replace(file.proof, names=found)))
    if missing := _missing(sdk, files):
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


def _missing(sdk: Sdk, files: Mapping[str, File]) -> list[str]:
    """The names of the document that are in no module."""
    known = {name for file in files.values() if file.proof is not None for name in file.proof.names}
    return [name.raw for name in sdk.wire_names if name.raw not in known]
