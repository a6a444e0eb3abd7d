"""The classes of files to upload, each called like any other class of its place."""

from __future__ import annotations

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import FileType, ObjectDef, Property, ScalarType, TypeId
from sdkwright.normalise.nodes import Site
from sdkwright.normalise.schemas.recursion import Recursion

_FIELDS = (("file_name", Scalar.STRING, True), ("content", Scalar.BINARY, True), ("content_type", Scalar.STRING, False))


def file_of(walk: Recursion, site: Site, *, nullable: bool) -> FileType:
    """The file that a schema of bytes in a multipart body is, and its class; of a reference its component."""
    while (alias := walk.alias(site)) is not None:
        site = Site(alias.part.pointer, (alias.part,), alias.part.origin)
    id = TypeId(site.pointer)
    fields = (Property(f"{id}/{name}", name, ScalarType(scalar), required) for name, scalar, required in _FIELDS)
    walk.add(ObjectDef(id, site.origin, tuple(fields), is_file=True))
    return FileType(id, nullable)
