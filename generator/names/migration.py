"""What users of the SDK must know of renames, as the text of `MIGRATION.md`."""

from __future__ import annotations

from generator.ledger import Section
from generator.names.model import Alias, Names

_HEAD = """\
# Migration

The names below were changed on request. The old ones still work, and warn; please use the new ones.

"""


def migration_text(names: Names) -> str:
    """The page of all renames whose old names still work; "" if there are none."""
    lines = sorted(f"- the {alias.scope} {_told(alias, names)}\n" for alias in names.aliases)
    return _HEAD + "".join(lines) if lines else ""


def _told(alias: Alias, names: Names) -> str:
    client = names.variable
    place = f"{client}.{alias.place}".removesuffix(".")
    match alias.scope:
        case Section.CLASS:
            return f"`models.{alias.old}` is now `models.{alias.new}`"
        case Section.GROUP:
            return f"`{alias.old}` is now `{alias.new}`"
        case Section.FIELD | Section.MEMBER:
            return f"`{alias.place}.{alias.old}` is now `{alias.place}.{alias.new}`"
        case Section.METHOD:
            return f"`{place}.{alias.old}()` is now `{place}.{alias.new}()`"
        case Section.ATTRIBUTE:
            return f"`{place}.{alias.old}` is now `{place}.{alias.new}`"
        case Section.ARGUMENT:
            return f"`{alias.old}` of `{place}()` is now `{alias.new}`"
        case _:
            return f"`{alias.old}` of the client is now `{alias.new}`"
