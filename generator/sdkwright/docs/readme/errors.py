"""What `README.md` says of errors: which there are, and what they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sdkwright.docs.readme.samples import Call
from sdkwright.docs.readme.voice import Voice
from sdkwright.docs.table_layout import Padding, table
from sdkwright.docs.tables import default_error
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, TypeView
from sdkwright.view.package import Client, ErrorRow

_PROPERTIES = (
    ("message", "str", "What went wrong"),
    ("status_code", "int", "The status of the answer"),
    ("headers", "{library}.Headers", "The header fields of the answer"),
    ("body", "str", "The body of the answer as text; empty where there is none"),
    ("raw_response", "{library}.Response", "The answer itself"),
    ("data", "", "The body as a model; only errors that the API declares have it"),
)


class ErrorLists(Frozen):
    """What later formats say: the properties of all errors, and their classes, those of most operations first."""

    properties: Code
    primary: Code
    others: Code
    count: Code
    """How many stand in `others`."""


def error_lists(client: Client, calls: Sequence[Call], voice: Voice, padding: Padding) -> ErrorLists:
    """All declared classes; those that at least half of the operations declare come first, else the default error."""
    rows = _rows(calls)
    counts = {error: sum(any(row.type == error for row in call.method.errors) for call in calls) for error in rows}
    primary = [error for error in rows if 2 * counts[error] >= len(calls)]
    others = [error for error in rows if error not in primary]
    default = f"* `{default_error(client)}`: what no class below stands for"
    return ErrorLists(
        properties=_properties(client, padding),
        primary=Code("\n".join([default, *(_item(error, rows, voice) for error in primary)])),
        others=Code("\n".join(_item(error, rows, voice) for error in others)),
        count=Code(str(len(others))),
    )


def _properties(client: Client, padding: Padding) -> Code:
    header = (Code("Property"), Code("Type"), Code("Description"))
    cells = [
        (
            Code(f"`{name}`"),
            Code(f"`{kind.format(library=client.http_library)}`") if kind else Code("-"),
            Code(told),
        )
        for name, kind, told in _PROPERTIES
    ]
    return table(header, cells, padding)


def _item(error: TypeView, rows: Mapping[TypeView, Sequence[ErrorRow]], voice: Voice) -> Code:
    return Code(f"* {voice.error(error)}: {', '.join(_statuses(rows[error]))}")


def error_classes(calls: Sequence[Call], voice: Voice, padding: Padding) -> Code:
    """The exception classes of declared errors, with the answers that raise them."""
    rows = _rows(calls)
    if not rows:
        return NO_CODE
    header = (Code("Error Type"), Code("Status Code"))
    cells = [(voice.error(error), Code(", ".join(_statuses(found)))) for error, found in rows.items()]
    return table(header, cells, padding)


def _rows(calls: Iterable[Call]) -> dict[TypeView, list[ErrorRow]]:
    rows: dict[TypeView, list[ErrorRow]] = {}
    for call in calls:
        for row in call.method.errors:
            rows.setdefault(row.type, []).append(row)
    return rows


def _statuses(rows: Iterable[ErrorRow]) -> list[Code]:
    return sorted({status for row in rows for status in row.statuses})
