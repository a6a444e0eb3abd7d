"""One fault in a sound document: what it must not change, and what must be said of it."""
