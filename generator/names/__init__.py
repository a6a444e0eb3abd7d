"""The only maker of identifiers: id -> identifier, one table.

Classes may be called `List`, `Optional`, `datetime`, `str` or `Field`: whoever renders a module spells its imports so
that they do not meet the module's own names.  No name made here begins with an underscore, but for `Names.constants`,
so that every name with an underscore in front is free for that.
"""

from generator.names.allot import allot
from generator.names.migration import migration_text
from generator.names.model import Alias, GroupKey, GroupName, NameRow, Names

__all__ = ["Alias", "GroupKey", "GroupName", "NameRow", "Names", "allot", "migration_text"]
