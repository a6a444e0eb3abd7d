"""What changed between two surfaces, and what of it breaks callers."""
