"""Servers (OpenAPI 3.1, sections 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re
from typing import Final

from sdkwright.ir.service import Server, ServerVariable
from sdkwright.ir.types import Json
from sdkwright.normalise.extensions import Features
from sdkwright.normalise.nodes import mapping, sequence, text
from sdkwright.normalise.report import Report
from sdkwright.problems import shown
from sdkwright.problems.codes.document import MISSING, SERVER_VARIABLE

_PLACE: Final = re.compile(r"\{([^{}]+)\}")


def servers(features: Features, report: Report, at: str, node: Json) -> tuple[Server, ...]:
    """The servers of a document, a path item or an operation, in order."""
    found: list[Server] = []
    for index, entry in enumerate(sequence(node)):
        own = mapping(entry)
        place = f"{at}/{index}"
        url = text(own.get("url"))
        if url is None:
            report.skipped("keyword", MISSING, "A server without `url` is left out", place, remedy="Add `url`.")
            continue
        if (reason := features.ignored(own)) is not None:
            report.left_out("keyword", place, reason)
            continue
        found.append(
            Server(
                url,
                features.doc_text(own, "description"),
                features.server_id(own),
                _variables(report, place, url, mapping(own.get("variables"))),
            )
        )
    return tuple(found)


def _variables(report: Report, at: str, url: str, written: dict[str, Json]) -> tuple[ServerVariable, ...]:
    found: list[ServerVariable] = []
    for name in dict.fromkeys(_PLACE.findall(url)):
        own = mapping(written.get(name))
        if "default" not in own:
            report.warn(
                SERVER_VARIABLE,
                f"The server variable {shown(name)} has no default; it is empty unless the caller sets it",
                f"{at}/url",
            )
        values = tuple(_text(value) for value in sequence(own.get("enum")))
        found.append(ServerVariable(name, _text(own.get("default", "")), values, text(own.get("description"))))
    return tuple(found)


def _text(value: Json) -> str:
    """A variable's value is text; a number of YAML is taken as it was written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(getattr(value, "text", value))
