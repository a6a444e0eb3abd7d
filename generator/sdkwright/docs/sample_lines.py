"""How a sample is spelt: the one place that turns trees of values into Python, line by line.

Code under way is a list of lines, so that nobody has to cut text up to indent it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from sdkwright.text.escape import literal, string_literal
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder
from sdkwright.view.samples import (
    CallSample,
    DataSample,
    DictSample,
    FileSample,
    Given,
    Import,
    ListSample,
    MemberSample,
    ModelSample,
    NameSample,
    Sample,
    parts,
)

STEP = "    "


def joined(lines: Iterable[str]) -> Code:
    """Lines as code."""
    return Code("\n".join(lines))


def deeper(lines: Iterable[str]) -> list[str]:
    """Lines one level deeper; blank lines stay blank."""
    return [STEP + line if line else line for line in lines]


def spliced(*pieces: list[str]) -> list[str]:
    """Pieces one behind the other, each going on where the last line of the one before ends."""
    lines = [""]
    for piece in pieces:
        lines[-1] += piece[0]
        lines += piece[1:]
    return lines


def bracketed(head: str, items: Iterable[list[str]], tail: str) -> list[str]:
    """One item a line with a comma after each; brackets alone when there is none."""
    inner: list[str] = []
    for *before, last in items:
        inner += [*deeper(before), f"{STEP}{last},"]
    return [head, *inner, tail] if inner else [head + tail]


def call_lines(function: str, arguments: Iterable[list[str]]) -> list[str]:
    """A call on one line, which a value of several lines keeps going."""
    given = list(arguments)
    if all(len(argument) == 1 for argument in given):
        return [f"{function}({', '.join([argument[0] for argument in given])})"]
    pieces = [piece for argument in given for piece in ([", "], argument)][1:]
    return spliced([f"{function}("], *pieces, [")"])


def given_lines(given: Given) -> list[str]:
    """`name=value`."""
    first, *rest = value_lines(given.value)
    return [f"{given.name}={first}", *rest]


def value_lines(sample: Sample) -> list[str]:
    """The lines of one value, from the margin."""
    match sample:
        case DataSample():
            return [literal(sample.value)]
        case ListSample():
            return bracketed("[", map(value_lines, sample.items), "]")
        case DictSample():
            pairs = (spliced([f"{string_literal(key)}: "], value_lines(value)) for key, value in sample.entries)
            return bracketed("{", pairs, "}")
        case ModelSample():
            return bracketed(f"{sample.folder.name}.{sample.class_name}(", map(given_lines, sample.fields), ")")
        case MemberSample():
            return [f"{sample.folder.name}.{sample.class_name}.{sample.member}"]
        case CallSample():
            return call_lines(sample.function, map(value_lines, sample.arguments))
        case FileSample():
            return call_lines("open", [[string_literal(sample.name)], [string_literal("rb")]])
        case NameSample():
            return [sample.name]
        case _:
            assert_never(sample)


def imports_of(sample: Sample, package: Code) -> Iterator[Import]:
    """What a sample needs of other modules; `package` is the import package of the SDK."""
    for part in parts(sample):
        if isinstance(part, CallSample):
            yield part.source
        elif isinstance(part, ModelSample | MemberSample):
            yield import_of(part.folder, package)


def import_of(folder: Folder, package: Code) -> Import:
    """How the package of some classes is imported: `from acme import models`, `from acme.models import shared`."""
    return Import(Code(".".join((package, *folder.above.segments))), folder.name)
