"""Packages whose names are loaded on first use (PEP 562).

Importing such a package loads nothing; `package.Pet` loads the module `pet` and keeps what it finds, so that the next
look-up costs what any attribute costs.  Every use of an old name warns, and leads to the new one.  Safe in threads: the
import system locks, and keeping twice does no harm.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

__all__ = ["exports"]


def exports(
    package: str,
    modules: Mapping[str, Iterable[str]],
    submodules: Iterable[str] = (),
    *,
    renamed: Mapping[str, str] | None = None,
    others: str = "",
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of `package`.

    `modules` maps a module below the package (a dot in front leads up, as in import statements) to its exported names;
    `submodules` are modules that are attributes themselves; `renamed` maps old names to new ones, and `__dir__` does
    not list it.  What is none of these is looked for in the package `others`, as in `.models`.
    """
    former = renamed or {}
    homes = {name: module for module, names in modules.items() for name in names}
    homes.update((name, "") for name in submodules)

    def load(name: str) -> object:
        module = homes.get(name)
        if module is None and name in former:
            from .renamed import warn_of

            warn_of(name, former[name], 2)
            return getattr(sys.modules[package], former[name])
        if module is None and others and name[:1] != "_" and hasattr(import_module(others, package), name):
            module = others.removeprefix(".")
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value = getattr(import_module("." + module, package), name) if module else import_module("." + name, package)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *homes})

    return load, names
