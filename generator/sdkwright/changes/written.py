"""The surface as a file beside the manifest: one part a line, sorted, so that two branches merge.

What both sides of a merge have changed, what marks a conflict, or is of another version, makes the whole unreadable:
what changed is then not known, and nobody is told half of it.
"""

from __future__ import annotations

import msgspec

from sdkwright.changes.surface import Class, Hook, Method, Package, Surface

SURFACE = ".sdkwright-surface"
"""The name of the file at the top of the output folder."""
_HEADER = """\
# What users of this SDK can name. Written by `sdkwright generate`; `sdkwright diff` compares it.
# After a merge conflict in here: run `sdkwright generate`.
"""
_LINE: msgspec.json.Decoder[Package | Method | Class | Hook] = msgspec.json.Decoder(Package | Method | Class | Hook)


class UnreadableSurfaceError(ValueError):
    """The text is no surface that this version can read; says why."""


def surface_bytes(surface: Surface) -> bytes:
    """The lines of a surface, sorted."""
    lines = sorted(map(msgspec.json.encode, surface.parts()))
    return _HEADER.encode() + b"\n".join(lines) + b"\n"


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
