"""Older versions in the terms of OpenAPI 3.1."""
