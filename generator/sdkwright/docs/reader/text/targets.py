"""What a link inside of the document names: readers of documents each have a spelling of their own for it.

* Redoc: `#operation/createPet`, `#tag/Pets`, `#tag/Pets/operation/createPet`, `#tag/Pets/paths/~1pets/post`,
  `#section/Rate-limits`; blanks are hyphens.
* Swagger UI: `#/Pets/createPet`, `#/Pets`.
* References: `#/components/schemas/Pet`, `#/definitions/Pet`, `#/paths/~1pets/post` (RFC 6901 in a fragment).
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from sdkwright.docs.reader.where.anchors import slug
from sdkwright.view.reference import Target, TargetKind


def targets(href: str) -> Iterator[Target]:
    """What a link may name, the likeliest first."""
    if not href.startswith("#"):
        return
    match unquote(href[1:]).strip("/").split("/"):
        case ["operation", name] | ["tag", _, "operation", name]:
            yield TargetKind.OPERATION, name
        case ["tag", name]:
            yield tag(name)
        case ["components", "schemas", name] | ["definitions", name]:
            yield TargetKind.SCHEMA, _pointed(name)
        case ["paths", path, method] | ["tag", _, "paths", path, method]:
            yield route(method, _pointed(path))
        case ["section", *_, name]:
            yield section(name)
        case [_, name] if href.startswith("#/"):
            yield TargetKind.OPERATION, name
        case [name] if href.startswith("#/"):
            yield tag(name)
        case _:
            return


def tag(name: str) -> Target:
    """The operations of a tag."""
    return TargetKind.TAG, slug(name)


def section(heading: str) -> Target:
    """A heading of the description of the whole API."""
    return TargetKind.SECTION, slug(heading)


def route(method: str, path: str) -> Target:
    """An operation by where it is called."""
    return TargetKind.ROUTE, f"{method.upper()} {path}"


def _pointed(token: str) -> str:
    """A token of a pointer as it is meant (RFC 6901, section 4)."""
    return token.replace("~1", "/").replace("~0", "~")
