"""Model modules: which classes share a file, and what each says."""
