"""The samples of the docs: what an example call passes."""
