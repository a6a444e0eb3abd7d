"""Reading YAML 1.2, strictly: line by line where that is enough, which takes a third of the time, and by a whole
parser, which is imported for that."""

from __future__ import annotations

from sdkwright.openapi.syntax.source import Source, Tree
from sdkwright.openapi.syntax.yaml_lines import Apart, LineReader, OddError


def read_yaml(source: Source) -> Tree:
    """The tree of a YAML text; raises ProblemsError where it is not strict YAML or passes a limit."""
    try:
        read = LineReader(source.text, lambda text, depth: _apart(source, text, depth))
    except OddError:
        from sdkwright.openapi.syntax.yaml_events import read_events

        return read_events(source)
    return Tree(source, read.root, read.containers, read.places.marks, key=read.places.key)


def _apart(source: Source, text: str, depth: int) -> Apart:
    from sdkwright.openapi.syntax.yaml_events import read_apart

    return read_apart(source, text, depth)
