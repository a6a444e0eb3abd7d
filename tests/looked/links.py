"""Every link of a site: whether there is a page, and on it the place."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for key in ("href", "src"):
            if given.get(key):
                self.links.append(str(given[key]))
        for key in ("id", "name") if tag == "a" else ("id",):
            if given.get(key):
                self.ids.append(str(given[key]))


@dataclass
class Links:
    """What was found."""

    pages: int = 0
    tried: int = 0
    elsewhere: int = 0
    """Links to other sites, which nobody follows here."""
    dead: list[str] = field(default_factory=list[str])


def links_of(site: Path) -> Links:
    """All links of all pages."""
    read: dict[Path, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        page = read[path] = _Page()
        page.feed(path.read_text("utf-8"))
    found = Links(len(read))
    for path, page in read.items():
        if path.name == "404.html":
            continue  # its links are meant for wherever it is shown
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                found.elsewhere += 1
                continue
            found.tried += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            is_there = target in read or target.is_file()
            anchor = unquote(parts.fragment)
            if not is_there or (anchor and anchor != "__top" and target in read and anchor not in read[target].ids):
                found.dead.append(f"{path.relative_to(site)}: {link}")
    return found
