"""The only maker of identifiers: id -> identifier, one table.

Classes may be called `List`, `Optional`, `datetime`, `str` or `Field`: whoever renders a module spells its imports so
that they do not meet the module's own names.  No name made here begins with an underscore, but for `Names.constants`,
so that every name with an underscore in front is free for that.
"""

from sdkwright.names.assign import allot, explained
from sdkwright.names.members import has_member_names, upper_names
from sdkwright.names.model import Alias, Former, GroupKey, GroupName, NameRow, Names, OldNames
from sdkwright.names.part import names_of_part
from sdkwright.names.published.migration import migration_text
from sdkwright.names.published.renaming import with_new_name
from sdkwright.names.stems import part_stem, requests_stem

__all__ = [
    "Alias",
    "Former",
    "GroupKey",
    "GroupName",
    "NameRow",
    "Names",
    "OldNames",
    "allot",
    "explained",
    "has_member_names",
    "migration_text",
    "names_of_part",
    "part_stem",
    "requests_stem",
    "upper_names",
    "with_new_name",
]
