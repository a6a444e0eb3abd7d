"""The files that show some texts, made again from the plan that was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from sdkwright.docs.reader.text.hints import may_head
from sdkwright.output import Manifest, digest, read_regular
from sdkwright.revise.kept import Kept, Showing, plan_of, showing
from sdkwright.view.models import ModelModule, ModelRole, ObjectModel
from sdkwright.view.package import Resource, Sdk

_PROGRAM = "```python"
"""What begins a program on a page."""


def made_again(kept: Kept, texts: Mapping[int, str], out: Path, last: Manifest) -> Mapping[str, bytes] | None:
    """Every file that may show one of the texts; None where more than those may be others now.

    `out` is as the run of the manifest `last` has left it."""
    shown = showing(kept, texts)
    if kept.pages:
        return _of_reader(kept, texts, shown, out, last)
    if not (shown.rest or shown.resources or shown.modules):
        return {}
    return _published(kept, texts, shown, partial(_standing, out, last))


def _standing(out: Path, last: Manifest, path: str) -> str | None:
    """The module that the last run has left at a path; None where there is none."""
    content = read_regular(out / path)
    return content.decode() if content is not None and digest(content) == last.files.get(path) else None


def _published(
    kept: Kept, texts: Mapping[int, str], shown: Showing, standing: Callable[[str], str | None]
) -> Mapping[str, bytes]:
    from sdkwright.docs.pages import pages_of
    from sdkwright.render import render_again

    if not (shown.rest or shown.resources):
        sdk = plan_of(kept, texts, shown.modules)
        pages = pages_of(sdk, (), sdk.modules, front=False)
        return render_again(sdk, (), sdk.modules, pages, standing, errors=False)
    sdk = plan_of(kept, texts)
    classes, modules = _parts_that_show(sdk, shown)
    pages = pages_of(sdk, classes, modules, front=True)
    return render_again(sdk, classes, modules, pages, standing, errors=shown.rest)


def _of_reader(
    kept: Kept, texts: Mapping[int, str], shown: Showing, out: Path, last: Manifest
) -> Mapping[str, bytes] | None:
    """The modules that show them, the pages that do, and the one that holds all pages."""
    both = [text for number in texts for text in (texts[number], kept.texts[number])]
    if any(_PROGRAM in text or _has_headings(text) for text in both):
        return None  # Links lead to headings, and a program on a page is no longer one where another one begins in it.
    if not (shown.rest or shown.resources or shown.modules or shown.pages):
        return {}

    from sdkwright.docs.reader.pages import reader_pages_again
    from sdkwright.render import render_again

    sdk = plan_of(kept, texts)
    if sdk.reference is None:
        return None
    classes, modules = _parts_that_show(sdk, shown)
    pages = reader_pages_again(sdk, sdk.reference, shown.pages, tuple(kept.pages), kept.sections)
    made = render_again(sdk, classes, modules, pages, partial(_standing, out, last), errors=shown.rest)
    return _with_whole(made, kept, out, last)


def _parts_that_show(sdk: Sdk, shown: Showing) -> tuple[list[Resource], list[ModelModule]]:
    """The classes of calls and the modules of models that show a text.  The root class and the models whose pages tell
    of the client are also made from what belongs to no class and no module."""
    classes = [one for n, one in enumerate(sdk.resources) if n in shown.resources or (shown.rest and one.is_root)]
    modules = [one for n, one in enumerate(sdk.modules) if n in shown.modules or (shown.rest and _is_of_client(one))]
    return classes, modules


def _has_headings(text: str) -> bool:
    if not may_head(text):
        return False

    from sdkwright.docs.reader.text.sinks import anchors_in

    return any(anchors_in(text))


def _with_whole(made: Mapping[str, bytes], kept: Kept, out: Path, last: Manifest) -> Mapping[str, bytes] | None:
    """The same with the page that holds all of the reference, in which those that are new take the place of the old."""
    from sdkwright.docs.reader.where.places import LLMS_FULL
    from sdkwright.render.plain import plain_page

    listed = {*kept.listed}
    pages = [path for path in made if path in listed]
    whole = read_regular(out / LLMS_FULL)
    if not pages or LLMS_FULL not in last.files:
        return made
    for path in pages:
        old = read_regular(out / path)
        if old is None or whole is None or path not in last.files:
            return None
        part = plain_page(_part(path, old)).encode()
        if whole.count(part) != 1:
            return None
        whole = whole.replace(part, plain_page(_part(path, made[path])).encode())
    return made if whole is None else {**made, LLMS_FULL: whole}


def _part(path: str, page: bytes) -> str:
    """A page as `templates/docs/reader/llms_full.txt` shows it among others.  If it stood there otherwise it would not
    be found, and the whole run would follow."""
    return f"\nPage: {path}\n\n{page.decode()}"


def _is_of_client(module: ModelModule) -> bool:
    """Whether there is a model whose page tells of the client."""
    return any(isinstance(one, ObjectModel) and one.role is not ModelRole.PLAIN for one in module.models)
