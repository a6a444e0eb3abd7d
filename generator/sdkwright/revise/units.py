"""A part of a plan as bytes, by itself, with the numbers of the texts that it shows; and what is read back from them.

Those are frozen values of the view and plain data, and nothing else: no other class is looked up, and no function.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copyreg import dispatch_table
from functools import cache
from sys import modules
from typing import Any

from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.text.escape import docstring
from sdkwright.text.kinds import Code, Docstring, Parameters, Prose
from sdkwright.text.told import Told
from sdkwright.view.models import EnumModel, EnumValue

Makers = Mapping[str, Callable[..., Any]]
"""What is called in the place of what stands for it."""
_MANY = 4
"""From how many values on those of an enum are kept as columns, which are a fifth of what as many records are."""
_text = str.__str__


class Unit(Frozen):
    """From where to where a part of the plan, or the document, stands among others."""

    start: int
    end: int
    shows: frozenset[int] = frozenset()
    """The numbers of the texts in it."""


# ------------------------------------------------------------------------------------------------------------- written


def unit(value: object, numbers: Mapping[int, int]) -> tuple[bytes, frozenset[int]]:
    """A part of the plan, and the numbers of the texts that it shows; `numbers` has those by the texts' identities."""
    shown: set[int] = set()

    def told(text: Told) -> tuple[Any, ...]:
        number = numbers[id(text)]
        shown.add(number)
        return told_text, (number,)

    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 5)
    pickler.dispatch_table = {**dispatch_table, **_REDUCED, Told: told}
    pickler.dump(value)
    return buffer.getvalue(), frozenset(shown)


def _code(code: Code) -> tuple[Any, ...]:
    return Code, (_text(code),)  # The same as without it, in half the time.


def _docstring(told: Docstring) -> tuple[Any, ...]:
    return told_docstring, (_text(told), told.parts, told.indent)


def _enum(model: EnumModel) -> Any:
    if len(model.values) < _MANY:
        return model.__reduce__()
    values = model.values
    names, codes = [_text(one.name) for one in values], [_text(one.value) for one in values]
    raws, docstrings = [one.raw.raw for one in values], [one.docstring for one in values]
    return told_enum, (replace(model, values=()), names, codes, raws, docstrings)


_REDUCED: Mapping[type, Callable[[Any], Any]] = {Code: _code, Docstring: _docstring, EnumModel: _enum}


def told_text(number: int) -> str:
    """Stands in what is kept for the text of that number.  It is a name and nothing else: who reads it knows the texts,
    and calls what gives them in its place (`makers`)."""
    raise NotImplementedError(number)


def told_docstring(text: str, parts: tuple[str | Prose | Parameters, ...], indent: int) -> Docstring:
    """Stands in the same way for a docstring, which is made anew where it shows a text that changed."""
    raise NotImplementedError(text, parts, indent)


def told_enum(
    model: EnumModel, names: list[str], values: list[str], raws: list[str], docstrings: list[Code]
) -> EnumModel:
    """Stands in the same way for an enum with these values."""
    raise NotImplementedError(model, names, values, raws, docstrings)


# --------------------------------------------------------------------------------------------------------------- read


def read(content: bytes | memoryview, made: Makers) -> Any:
    """The part, with what `made` gives in its places.  Raises UnpicklingError for what is no value of a view."""
    return _Reader(content, made).load()


def makers(texts: Sequence[str], changed: Collection[int]) -> Makers:
    """What puts the texts in their places."""
    new = {id(texts[number]) for number in changed}

    def again(text: str, parts: tuple[str | Prose | Parameters, ...], indent: int) -> Docstring:
        is_new = any(id(told) in new for told in _texts(parts))
        return Docstring.of(_text(docstring(parts, indent)) if is_new else text, parts, indent)

    return {
        told_text.__name__: texts.__getitem__,
        told_docstring.__name__: again if new else Docstring.of,
        told_enum.__name__: _with_values,
    }


def _texts(parts: tuple[str | Prose | Parameters, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Prose):
            yield part.raw
        elif isinstance(part, Parameters):
            yield from (text.raw for _, text in part.rows if text is not None)


def _with_values(
    model: EnumModel, names: list[str], values: list[str], raws: list[str], docstrings: list[Code]
) -> EnumModel:
    each = map(EnumValue, map(Code, names), map(Code, values), map(Prose, raws), docstrings)
    return replace(model, values=tuple(each))


class _Reader(pickle.Unpickler):
    """Reads plain data and the frozen values of the view, and refuses all else."""

    def __init__(self, content: bytes | memoryview, made: Makers) -> None:
        super().__init__(io.BytesIO(content))
        self._made = made

    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name.startswith("sdkwright.revise."):
            return self._made[global_name]
        return _class(module_name, global_name)


_PLAIN: tuple[type, ...] = (frozenset, set, str, WrittenFloat)


@cache
def _class(module_name: str, global_name: str) -> type:
    """A class of plain data or of the view, which each part of a plan names.  Raises UnpicklingError for all else."""
    if module_name.startswith(("sdkwright.view.", "sdkwright.text.")):
        found = getattr(modules.get(module_name), global_name, None)
    else:
        found = next((one for one in _PLAIN if (one.__module__, one.__name__) == (module_name, global_name)), None)
    if not isinstance(found, type) or found.__module__ != module_name:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value of a view")
    return found
