"""YAML and JSON, read strictly: text in, plain data with positions out."""
