"""The names of one rendered module: what it defines, what it imports, and how a helper is spelt where both meet.

A model called `List`, a field called `str` or a method called `models` takes the plain name; the helper that the
annotations need is then imported under another one (`from typing import List as _List`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sdkwright.plan.python.layout import import_line
from sdkwright.text.kinds import Code

BUILTIN_MODULE = "builtins"
_THIRD_PARTIES = frozenset({"pydantic", "typing_extensions"})


class Scope:
    """Collects the imports of one module while its annotations are written.

    `taken` are the names that the module defines; `shadowed` those that stand for something else inside of its classes
    (fields, methods)."""

    def __init__(self, taken: Iterable[str], shadowed: Iterable[str] = ()) -> None:
        self._shadowed = frozenset(shadowed)
        self._taken = {*taken, *self._shadowed}
        self._imports: dict[tuple[str, str], str] = {}
        self._aliases: dict[str, str] = {}
        self._packages: dict[str, str] = {}

    def use(self, module: str, name: str, spelling: str | None = None) -> str:
        """How `name` of `module` is spelt here; it is imported unless it is a builtin under its own name.

        No identifier of a document begins with an underscore, so the spare spelling is always free."""
        found = self._imports.get((module, name))
        if found is None:
            found = spelling or name
            while found in self._taken:
                found = "_" + found
            self._taken.add(found)
            self._imports[module, name] = found
        return found

    def meets(self, needs: Scope) -> bool:
        """Imports what `needs` has, and says whether all of it is spelt here as it is there."""
        here = self._imports
        return [here.get(key) or self.use(*key) for key in needs._imports] == [*needs._imports.values()]

    def package(self, folder: str) -> str:
        """The package in which classes are found, as it is spelt in a module at the root of the SDK."""
        found = self._packages.get(folder)
        if found is None:
            *above, name = folder.split("/")
            found = self._packages[folder] = self.use("." + ".".join(above), name)
        return found

    def own(self, name: str) -> str:
        """How a class of this module is spelt inside of a class: another name, where a field has its own."""
        if name not in self._shadowed:
            return name
        return self._aliases.setdefault(name, "_" + name)

    def aliases(self) -> tuple[Code, ...]:
        """The lines at the end of the module that give shadowed classes their other names."""
        return tuple(Code(f"{alias} = {name}") for name, alias in self._aliases.items())

    def builtin(self, name: str) -> str:
        """`str`, `int` … as they are spelt here."""
        return self.use(BUILTIN_MODULE, name)

    def typing(self, name: str) -> str:
        """A name of `typing`."""
        return self._imports.get(("typing", name)) or self.use("typing", name)

    def lines(self) -> tuple[Code, ...]:
        """The import statements: standard library, third parties, this package; sorted, groups split by blank lines."""
        by_module: dict[str, list[tuple[str, str]]] = {}
        for (module, name), spelling in self._imports.items():
            if module != BUILTIN_MODULE or spelling != name:
                by_module.setdefault(module, []).append((name, spelling))
        lines: list[Code] = []
        last = 0
        for block, _, module in sorted(map(_module_order, by_module)):
            if lines and block != last:
                lines.append(Code(""))
            pairs = by_module[module]
            if len(pairs) == 1 and pairs[0][0] == pairs[0][1]:
                lines.append(import_line(module, pairs[0][:1]))
            else:
                lines += _statements(module, tuple(pairs))
            last = block
        return tuple(lines)


@lru_cache(maxsize=4096)
def _statements(module: str, pairs: tuple[tuple[str, str], ...]) -> tuple[Code, ...]:
    """The imports of names, each with its spelling, from one module."""
    ordered = sorted(pairs, key=_name_order)
    plain = [name for name, spelling in ordered if name == spelling]
    others = [import_line(module, [f"{name} as {other}"]) for name, other in ordered if name != other]
    return (import_line(module, plain), *others) if plain else tuple(others)


@lru_cache(maxsize=4096)
def _module_order(module: str) -> tuple[int, int, str]:
    """By blocks: standard library, third parties, this package; then parents before siblings, then by name."""
    dots = len(module) - len(module.lstrip("."))
    return (2 if dots else 1 if module in _THIRD_PARTIES else 0, -dots, module)


def _name_order(pair: tuple[str, str]) -> tuple[int, str]:
    """Constants, classes, functions; each by name."""
    name = pair[0]
    if name.isupper() and len(name) > 1:
        return (0, name)
    return (1 if name[:1].isupper() else 2, name)
