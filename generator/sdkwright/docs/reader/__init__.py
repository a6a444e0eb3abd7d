"""The reader's docs: an index, a page for each resource and each component, and JSON beside every sample."""
