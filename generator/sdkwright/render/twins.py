"""Methods that a module has twice, the second time for those who wait: one text of the two is parsed.

The async method stands behind the sync one, and is the same text but for two lines:

    def find(                           async def find_async(
        …                                   …
        return self._call(                  return await self._call_async(
        …                                   …
        )                                   )

Nobody trusts the templates for that: all other lines are compared, and the tree must say of the sync method that its
lines are those of a function which ends with the `return` of nothing but that call. Then the words of the second are
those of the first but for `async`, `await` and two names, which are names, as no word of the language ends like them.
So it parses where the first one does, says nothing else, and leaves what is around it as it is: whole lines, from one
statement to the next. Only of a plain module is that enough, since all others are left to the compiler.
"""

from __future__ import annotations

import ast
import re

from sdkwright.frozen import Frozen

_ANY = "\n    async def "
_SECOND = re.compile(rf"\n{_ANY}(\w+)_async\(\n")
_FIRST = re.compile(r"    def (\w+)\(\n((?:.*\n)?)        return self\.(\w+)\(\n((?:.*\n)?        \)\n)", re.DOTALL)


class Pair(Frozen):
    """A method whose second text was left out, by lines of what is left."""

    first: int
    call: int
    """The one with `return`."""
    last: int


class Once(Frozen):
    """A module in which one method of each pair stands."""

    text: str
    pairs: frozenset[Pair]


def single(text: str) -> Once:
    """`text` without the second method of each pair; `are_methods` has to confirm that they are some."""
    pairs: set[Pair] = set()
    kept: list[str] = []
    done, line = 0, 1
    for second in _SECOND.finditer(text) if _ANY in text else ():
        end = second.start() + 1
        start = text.rfind("\n\n    def ", done, end) + 2
        first = _FIRST.fullmatch(text, start, end)
        if first is None or first[1] != second[1]:
            continue
        _, before, call, after = first.groups()
        rest = f"{before}        return await self.{call}_async(\n{after}"
        if text.startswith(rest, second.end()):
            begins = line + text.count("\n", done, start)
            calls = begins + 1 + before.count("\n")
            line = calls + after.count("\n")
            pairs.add(Pair(begins, calls, line))
            kept.append(text[done : end - 1])
            done = second.end() + len(rest) - 1  # The last line ends here, as that of the first one does.
    return Once("".join((*kept, text[done:])), frozenset(pairs))


def are_methods(body: list[ast.stmt], pairs: frozenset[Pair]) -> bool:
    """Whether the lines of each pair are those of a method that ends with the call of another one."""
    return pairs <= {
        Pair(node.lineno, back.lineno, node.end_lineno or 0)
        for holder in body
        if isinstance(holder, ast.ClassDef)
        for node in holder.body
        if isinstance(node, ast.FunctionDef) and _calls(back := node.body[-1])
    }


def _calls(node: ast.stmt) -> bool:
    """Whether it is the `return` of nothing but the call of an attribute of a name."""
    return (
        isinstance(node, ast.Return)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and isinstance(node.value.func.value, ast.Name)
    )
