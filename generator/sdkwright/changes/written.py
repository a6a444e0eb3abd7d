"""The surface as a file beside the manifest: one part a line, sorted, so that two branches merge.

What both sides of a merge have changed, what marks a conflict, or is of another version, makes the whole unreadable:
what changed is then not known, and nobody is told half of it.
"""

from __future__ import annotations

import re

import msgspec

from sdkwright.changes.surface import Class, Hook, Method, Package, Surface
from sdkwright.text.escape import printable

SURFACE = ".sdkwright-surface"
"""The name of the file at the top of the output folder."""
_HEADER = """\
# What users of this SDK can name. Written by `sdkwright generate`; `sdkwright diff` compares it.
# After a merge conflict in here: run `sdkwright generate`.
"""
_ODD = re.compile(r"[^\x20-\x7e]")
_LINE: msgspec.json.Decoder[Package | Method | Class | Hook] = msgspec.json.Decoder(Package | Method | Class | Hook)


class UnreadableSurfaceError(ValueError):
    """The text is no surface that this version can read; says why."""


def surface_bytes(surface: Surface) -> bytes:
    """The lines of a surface, sorted."""
    lines = sorted(_readable(msgspec.json.encode(part)) for part in surface.parts())
    return _HEADER.encode() + b"\n".join(lines) + b"\n"


def _readable(line: bytes) -> bytes:
    """A line of JSON in which everything that an editor shows otherwise, or as nothing, is escaped."""
    if line.isascii() and b"\x7f" not in line:  # JSON itself escapes all other signs of ASCII that cannot be read.
        return line
    return _ODD.sub(_escaped, line.decode()).encode()


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    if printable(sign):
        return sign
    units = sign.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def parse_surface(content: bytes) -> Surface:
    """Reads a surface; raises UnreadableSurfaceError."""
    try:
        parts = [_LINE.decode(line) for line in content.splitlines() if line and not line.startswith(b"#")]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableSurfaceError(str(error)) from error
    packages = [one for one in parts if isinstance(one, Package)]
    if len(packages) != 1:
        raise UnreadableSurfaceError(f"{len(packages)} packages")
    surface = Surface(
        package=packages[0],
        methods={one.call: one for one in parts if isinstance(one, Method)},
        classes={one.name: one for one in parts if isinstance(one, Class)},
        hooks={one.name: one for one in parts if isinstance(one, Hook)},
    )
    if len(list(surface.parts())) != len(parts):
        raise UnreadableSurfaceError("a part stands twice, as both sides of a merge have it")
    return surface
