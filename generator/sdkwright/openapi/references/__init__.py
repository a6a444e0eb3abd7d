"""References: every `$ref` of every file followed, and circles found."""
