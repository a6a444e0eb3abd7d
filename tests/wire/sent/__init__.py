"""Requests read back with other parsers than the client's."""
