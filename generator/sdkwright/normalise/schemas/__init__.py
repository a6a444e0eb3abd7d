"""From a schema to its type."""
