"""Text and its two kinds, the doors between them, and words."""
