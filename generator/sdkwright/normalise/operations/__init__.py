"""From a path item to operations."""
