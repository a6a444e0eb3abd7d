"""What was released last, in a file beside the SDK, so that the next release has something to be compared with.

However often the SDK was generated in between, and with or without git, that is what users have.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from sdkwright.changes.surface import Surface
from sdkwright.changes.written import UnreadableSurfaceError, parse_surface, surface_bytes
from sdkwright.frozen import Frozen

RELEASED = ".sdkwright-released"
"""The name of the file at the top of the output folder.  No other run writes it, and none removes it."""
_HEADER = (
    b"# What users of the last release can name. Written by `sdkwright release`, which compares the next one with it.\n"
)
_FACTS = re.compile(rb"(?m)^(version|content) (\S+)$")


class Release(Frozen):
    """One release."""

    version: str
    surface: Surface
    content: str = ""
    """The digest of all that was packed (`content_digest`); empty: not known."""


def content_digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over paths and bytes, in hexadecimal."""
    running = hashlib.sha256()
    for path in sorted(files):
        running.update(f"{path}\0{hashlib.sha256(files[path]).hexdigest()}\n".encode("utf-8", "surrogateescape"))
    return running.hexdigest()


def released_bytes(release: Release) -> bytes:
    """The file."""
    facts = f"version {release.version}\ncontent {release.content}\n".encode()
    parts = [line for line in surface_bytes(release.surface).splitlines(keepends=True) if not line.startswith(b"#")]
    return b"".join([_HEADER, facts, *parts])


def parse_released(content: bytes) -> Release:
    """Reads the file; raises UnreadableSurfaceError."""
    found: dict[bytes, set[bytes]] = {}
    for name, value in _FACTS.findall(content):
        found.setdefault(name, set()).add(value)
    if {name: len(values) for name, values in found.items()} != {b"version": 1, b"content": 1}:
        raise UnreadableSurfaceError("it does not say one version and one content")
    (version,), (digest,) = found[b"version"], found[b"content"]
    return Release(version.decode("ascii", "replace"), parse_surface(_FACTS.sub(b"", content)), digest.decode())
