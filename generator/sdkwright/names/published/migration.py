"""What users of the SDK must know of renames, as the text of `MIGRATION.md`."""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.names.model import Alias, Names
from sdkwright.names.project import CLASS
from sdkwright.names.published.ledger import MODULE, PACKAGE, Section

_KEPT = """\
The names below have changed. The old ones still work, and warn; please use the new ones.
"""
_LOST = """\
These have changed, too, and there is no place any more at which the old names could work:
"""


def migration_text(names: Names) -> str:
    """The page of all renames; "" if there are none."""
    kept = _lines((alias for alias in names.aliases if alias.works), names)
    lost = _lines((alias for alias in names.aliases if not alias.works), names)
    parts = [*([_KEPT, kept] if kept else []), *([_LOST, lost] if lost else [])]
    return "\n".join(["# Migration\n", *parts]) if parts else ""


def _lines(aliases: Iterable[Alias], names: Names) -> str:
    return "".join(sorted(f"- {_told(alias, names)}\n" for alias in aliases))


def _told(alias: Alias, names: Names) -> str:
    client = names.variable
    place = f"{client}.{alias.place}".removesuffix(".")
    new_place = place if alias.new_place is None else f"{client}.{alias.new_place}".removesuffix(".")
    match alias.scope:
        case Section.SDK if alias.key == PACKAGE:
            return f"the package `{alias.old}` is now `{alias.new}`"
        case Section.SDK if alias.key == MODULE:
            return f"the module `{alias.old}` is now `{alias.new}`"
        case Section.SDK if alias.key == CLASS:
            return f"the class `{alias.old}` is now `{alias.new}`"
        case Section.SDK | Section.CLASS | Section.TWIN:
            namespace = alias.place or "models"
            return f"the class `{namespace}.{alias.old}` is now `{namespace}.{alias.new}`"
        case Section.FIELD | Section.MEMBER:
            return f"the {alias.scope} `{alias.place}.{alias.old}` is now `{alias.place}.{alias.new}`"
        case Section.METHOD:
            return f"the method `{place}.{alias.old}()` is now `{new_place}.{alias.new}()`"
        case Section.ATTRIBUTE:
            return f"the attribute `{place}.{alias.old}` is now `{new_place}.{alias.new}`"
        case Section.ARGUMENT:
            return f"the argument `{alias.old}` of `{place}()` is now `{alias.new}`"
        case _:
            variable = ", and so is its environment variable" if names.environment_prefix else ""
            return f"the argument `{alias.old}` of the client is now `{alias.new}`{variable}"
