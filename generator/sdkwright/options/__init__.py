"""The options: what `gen.yaml` may say, and reading it."""
