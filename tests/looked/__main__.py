"""Builds the site of an SDK, and looks at it in headless Chromium.

    make test-site                      which is: PYTHONPATH=tests python -m looked generated
    make test-site SITE_ARGS="FOLDER --pictures FOLDER"

Five pages are shown, light and dark: each has one first heading and no level left out, its text stands out from its
ground, nothing is complained of and nothing fetched from elsewhere; the search finds a method.  Every link of the
whole site leads to a page and a place on it.  The exit status is 1 if something of this is not so, 2 without a browser.
"""

from __future__ import annotations

import argparse
import functools
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sdkwright.site import build_site

from .browser import Tab, browsing, found
from .links import links_of
from .scripts import CONTRAST, HEADINGS, SCHEME, SEARCH

_LOOKED_AT = 5


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def serving(site: Path) -> Generator[str]:
    """The address of the site on loopback."""
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def looked_at(site: Path) -> list[str]:
    """The front page, and of each depth of the site the largest page, as far as five reach."""
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    by_size = sorted(pages, key=lambda path: (-path.stat().st_size, str(path)))
    depths = {len(path.relative_to(site).parts): path for path in reversed(by_size)}
    chosen = dict.fromkeys([site / "index.html", *depths.values(), *by_size])
    return [path.relative_to(site).as_posix() for path in chosen][:_LOOKED_AT]


def look(tab: Tab, address: str, page: str, pictures: Path | None) -> list[str]:
    """What is wrong with a page."""
    wrong: list[str] = []
    for scheme in ("light", "dark"):
        tab.open(address + page, dark=scheme == "dark")
        wrong += [f"{page} is {shown} in {scheme}" for shown in [tab.run(SCHEME)] if shown != scheme]
        if pictures is not None:
            tab.picture(pictures / f"{page.removesuffix('.html').replace('/', '-')}-{scheme}.png")
        wrong += [f"{page}, {scheme}: {said}" for said in (*tab.run(CONTRAST), *tab.faults)]
        wrong += [f"{page} fetches {url}" for url in tab.asked if not url.startswith((address, "data:", "blob:"))]
    return [*wrong, *(f"{page}: {said}" for said in tab.run(HEADINGS))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("sdk", nargs="?", type=Path, default=Path("generated"), help="the output folder of sdkwright")
    parser.add_argument("--pictures", type=Path, help="keep the screenshots there")
    parser.add_argument("--search", default="list", help="what the search is asked for")
    typed = parser.parse_args()
    program = found()
    if program is None:
        print("There is no Chromium here (apt-get install chromium, or BROWSER_PATH=...).", file=sys.stderr)
        return 2
    if typed.pictures is not None:
        typed.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="site-") as work:
        site = Path(work).resolve() / "site"
        start = time.monotonic()
        build_site(typed.sdk, site)
        seconds = time.monotonic() - start
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        links = links_of(site)
        print(f"{links.pages} pages, {size / 1e6:.1f} MB, {seconds:.1f} s")
        print(f"links: {links.tried} tried, {len(links.dead)} dead; {links.elsewhere} to other sites")
        wrong = [f"dead: {one}" for one in links.dead]
        with serving(site) as address, browsing(program) as tab:
            for page in looked_at(site):
                print(f"looked at {page}")
                wrong += look(tab, address, page, typed.pictures)
            tab.open(address)
            wrong += tab.run(SEARCH.replace("WANTED", typed.search))
            if typed.pictures is not None:
                tab.picture(typed.pictures / "search.png")
    print("\n".join(wrong) or "Nothing is wrong.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
