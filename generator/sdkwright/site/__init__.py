"""The Markdown of an SDK as a site: what of it are pages, how they hang together, and the program that builds it.

The site is made from the files in the output folder, which are the same that GitHub shows: nothing is said twice.
Whoever looks at it fetches nothing from elsewhere: fonts, icons and the search's index lie in it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sdkwright.output import read_manifest, read_regular, safe_join
from sdkwright.problems import Position, Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.site import NO_SDK, NOT_EMPTY, SITE_FAILED, SITE_TOOL
from sdkwright.publish.programs import run
from sdkwright.site.pages import Pages
from sdkwright.site.settings import CSS, STYLE, settings
from sdkwright.site.tabs import tabbed

TOOL: Final = "zensical"
"""What builds it."""
MARK: Final = "sitemap.xml"
"""What every site has, and hardly another folder: one with it may be replaced."""


def build_site(folder: Path, site: Path) -> Pages:
    """Writes the site of the SDK in `folder` to `site`, which is replaced as a whole.

    Raises ProblemsError: there is no SDK, the program that builds it is not there or fails, or something else stands
    in the place of the site.
    """
    if find_spec(TOOL) is None:
        raise ProblemsError([Problem(Severity.ERROR, SITE_TOOL, f"Building a site needs {TOOL}, not installed here")])
    if site.exists() and not (site / MARK).is_file() and (not site.is_dir() or any(site.iterdir())):
        message = f"`{site}` holds files of others"
        raise ProblemsError([Problem(Severity.ERROR, NOT_EMPTY, message, position=Position(str(site)))])
    pages = _pages(folder)
    with tempfile.TemporaryDirectory(prefix="sdkwright-site-") as name:
        work = Path(name).resolve()
        for path, text in {**pages.texts, STYLE: CSS}.items():
            target = safe_join(work / "pages", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(tabbed(text) if path.endswith(".md") else text, "utf-8")
        (work / "zensical.toml").write_text(settings(pages), "utf-8")
        command = [sys.executable, "-m", TOOL, "build", "--config-file", str(work / "zensical.toml")]
        run(command, "building the site", folder=work, code=SITE_FAILED)
        if site.exists():
            shutil.rmtree(site)
        site.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(work / "site", site)
    return pages


def _pages(folder: Path) -> Pages:
    """The Markdown files that the last run wrote, as they are now, and the texts beside them for other readers."""
    manifest = read_manifest(folder)
    if manifest is None:
        message = f"There is no SDK in {shown(str(folder), 80)}"
        raise ProblemsError([Problem(Severity.ERROR, NO_SDK, message, position=Position(str(folder)))])
    found = {
        path: read_regular(safe_join(folder, path)) for path in sorted(manifest.files) if path.endswith((".md", ".txt"))
    }
    return Pages({path: text.decode("utf-8", "replace") for path, text in found.items() if text is not None})
