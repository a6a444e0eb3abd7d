"""Hooks of this SDK: `registration` is yours."""
