"""What zensical is told, as TOML.

Only such parts of Markdown are on as GitHub has, too: where an extension reads signs of its own, a text of a document
could say what it must not, such as an attribute of an element.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from sdkwright.site.pages import Entry, Pages

_FIXED = """\
docs_dir = "pages"
site_dir = "site"
use_directory_urls = false
extra_css = ["{style}"]
nav = {nav}

[project.theme]
language = "en"
font = false
features = [
  "content.code.copy", "content.tabs.link", "navigation.indexes", "navigation.path", "navigation.prune",
  "navigation.top", "navigation.tracking", "search.highlight", "toc.follow",
]

[[project.theme.palette]]
media = "(prefers-color-scheme: light)"
scheme = "default"
toggle.icon = "lucide/sun"
toggle.name = "Switch to dark mode"

[[project.theme.palette]]
media = "(prefers-color-scheme: dark)"
scheme = "slate"
toggle.icon = "lucide/moon"
toggle.name = "Switch to light mode"

[project.markdown_extensions]
tables = {{}}
sane_lists = {{}}
toc.permalink = true
"pymdownx.highlight" = {{}}
"pymdownx.superfences" = {{}}
"pymdownx.tabbed".alternate_style = true

[project.extra]
generator = false
"""


STYLE = "assets/site.css"
"""Where `CSS` stands among the pages."""
CSS = """\
/* The theme's own colour of the page that is shown is hard to read on its ground. */
.md-nav__link--active, .md-nav__link--active code { color: var(--md-default-fg-color) !important; font-weight: 600; }
/* Names of usual length are read in one piece, and beside long ones there is room for what is said of them. */
.md-typeset td:first-child { min-width: 10rem; }
.md-typeset td:nth-child(2):nth-last-child(3) { min-width: 7rem; }
.md-typeset td:nth-child(4) { min-width: 12rem; }
"""


def settings(pages: Pages) -> str:
    """The text of `zensical.toml`."""
    resources = [("Resources", pages.resources)] if pages.resources else []
    lines = [*map(_entry, pages.first), *(f"{{ {_text(name)} = [{_entries(below)}] }}" for name, below in resources)]
    head = f"[project]\nsite_name = {_text(escape(pages.title))}\n"
    return head + _FIXED.format(style=STYLE, nav="[\n  " + ",\n  ".join(lines) + ",\n]")


def _entries(entries: Sequence[Entry]) -> str:
    return ", ".join(map(_entry, entries))


def _entry(entry: Entry) -> str:
    """A page, or with what stands below it a section whose index it is."""
    title = _text(escape(entry.title))
    if not entry.below:
        return f"{{ {title} = {_text(entry.path)} }}"
    return f"{{ {title} = [{_text(entry.path)}, {_entries(entry.below)}] }}"


def _text(value: str) -> str:
    """A basic string of TOML, which has the escapes of JSON (TOML 1.0, section String)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
