"""Measures what a generated SDK costs: its import, its first call, its calls, its streams, its memory.

Everything is a ratio to a floor that is measured beside it in the same run: the bare interpreter, the HTTP library
alone, hand-written code with plain pydantic models.  See `__main__` for the command.
"""
