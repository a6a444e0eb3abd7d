"""All packages of all cases in one folder, so that each type checker runs once.

The library inside the packages is the same in all of them: imports of it lead to `sdkwright.runtime`, of which it is a
copy, and neither checker reads it a hundred times.  The Python blocks of the docs stand beside the packages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from .folders import Made

RUNTIME = re.compile(r"^(\s*from )\.+_runtime\b", re.MULTILINE)
PLACEHOLDER = "/* values here */"
"""What pages of unions show in the place of a value (a fixed phrase of such docs): no Python."""


def lay_out(made: Made, folder: Path) -> None:
    """Writes the package and its samples below `folder/<name of the case>`."""
    place = folder / made.case.name
    for path, text in made.package.items():
        target = place / made.module / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(RUNTIME.sub(r"\1sdkwright.runtime", text), encoding="utf-8")
    for number, (_, source) in enumerate(samples(made)):
        (place / f"sample_{number}.py").write_text(_relocated(made, source), encoding="utf-8")


def _relocated(made: Made, source: str) -> str:
    """A sample that imports the package from below its case.  It may call what is deprecated."""
    source = re.sub(
        rf"^import {made.module}$", f"from {made.case.name} import {made.module}", source, flags=re.MULTILINE
    )
    source = re.sub(rf"^from {made.module}\b", f"from {made.case.name}.{made.module}", source, flags=re.MULTILINE)
    return f"# pyright: reportDeprecated=false\n{source}"


def samples(made: Made) -> Iterator[tuple[str, str]]:
    """Page and source of the programs in the docs: on pages of SDK classes, and on others that the case shows."""
    for path, text in sorted(made.files.items()):
        if path.endswith(".md") and (path.startswith("docs/sdks/") or made.case.shows(path)):
            yield from ((path, block) for block in blocks(text) if PLACEHOLDER not in block)


def blocks(page: str) -> Iterable[str]:
    """The fenced Python blocks of a page."""
    tokens = MarkdownIt().parse(page)
    return (token.content for token in tokens if token.type == "fence" and token.info.strip() == "python")
