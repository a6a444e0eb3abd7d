"""Small trees for the tests of the output folder."""

from __future__ import annotations

from sdkwright.output import Stamp, Tree

STAMP = Stamp("0.1.0", "d" * 64, "o" * 64)


def tree(stamp: Stamp = STAMP, **files: str) -> Tree:
    """A tree of `a/b.py`-like paths, with `__` for the slash and `_py` for the suffix."""
    made = {name.replace("__", "/").replace("_py", ".py"): text.encode() for name, text in files.items()}
    return Tree(made, stamp, frozenset(path for path in made if path == "hooks.py"))
