"""Samples: the values that the examples of the docs pass, as trees.

A sample is data until `docs/sample_lines.py` prints it, once.  What the docs ask about it (which imports it needs,
whether it opens a file) is asked of the tree, so that no text of a document can be taken for code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder


class Import(Frozen):
    """Something that a sample imports: `import module`, or `from module import name`."""

    module: Code
    name: Code | None = None


class DataSample(Frozen):
    """A literal."""

    value: str | float | bool | bytes | None


class ListSample(Frozen):
    items: tuple[Sample, ...]


class DictSample(Frozen):
    """A dict with text as its keys, each once."""

    entries: tuple[tuple[str, Sample], ...]


class ModelSample(Frozen):
    """An object of a class, made by its constructor."""

    folder: Folder
    """Where the class is found: `models` …"""
    class_name: Code
    fields: tuple[Given, ...]


class MemberSample(Frozen):
    """A member of an enum class."""

    folder: Folder
    class_name: Code
    member: Code


class CallSample(Frozen):
    """A call of something imported, on one line: a date, a decimal number, an environment variable."""

    function: Code
    source: Import
    arguments: tuple[Sample, ...]


class FileSample(Frozen):
    """A file that the sample opens; its name stands for one of the reader's own."""

    name: str = "example.file"


class NameSample(Frozen):
    """A variable that the sample has bound before."""

    name: Code


class Given(Frozen):
    """`name=value` in a call."""

    name: Code
    value: Sample


Sample: TypeAlias = (
    DataSample | ListSample | DictSample | ModelSample | MemberSample | CallSample | FileSample | NameSample
)


def parts(sample: Sample) -> Iterator[Sample]:
    """The sample, and everything in it."""
    yield sample
    for child in _children(sample):
        yield from parts(child)


def _children(sample: Sample) -> tuple[Sample, ...]:
    """What stands right in a sample."""
    match sample:
        case ListSample():
            return sample.items
        case DictSample():
            return tuple(value for _, value in sample.entries)
        case ModelSample():
            return tuple(field.value for field in sample.fields)
        case CallSample():
            return sample.arguments
        case DataSample() | MemberSample() | FileSample() | NameSample():
            return ()
        case _:
            assert_never(sample)


def opens_file(sample: Sample) -> bool:
    """Whether the sample opens a file."""
    return any(isinstance(part, FileSample) for part in parts(sample))
