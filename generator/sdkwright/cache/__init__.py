"""What is kept on this machine between runs, so that the next one does no work twice; all of it is safe to delete.

It stands in the user's own folder of caches and never in a project: a project is cloned, and what somebody else put
into one must not stand in for what this generator makes.
"""

from __future__ import annotations

from sdkwright.cache.generator import generator_changed, generator_digest
from sdkwright.cache.place import keep_sealed, read_sealed
from sdkwright.cache.record import Record, digest_of, read_record, still_holds, still_stands, write_record

__all__ = [
    "Record",
    "digest_of",
    "generator_changed",
    "generator_digest",
    "keep_sealed",
    "read_record",
    "read_sealed",
    "still_holds",
    "still_stands",
    "write_record",
]
