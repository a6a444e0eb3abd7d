"""Reading an OpenAPI document: files, references, overlays, older versions, and what is wrong with it."""
