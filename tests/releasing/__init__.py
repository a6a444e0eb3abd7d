"""From a changed document to a published release, against an index on loopback."""
