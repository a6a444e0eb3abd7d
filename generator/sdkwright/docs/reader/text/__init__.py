"""Descriptions of the document as Markdown that every tool reads alike, MDX too: parsed, and written anew."""
