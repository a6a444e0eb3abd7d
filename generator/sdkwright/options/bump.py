"""The text of `gen.yaml` with another version: no other character changes."""

from __future__ import annotations

from pathlib import Path

import yaml

from sdkwright.openapi.data import Json
from sdkwright.openapi.syntax.source import decode
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.release import NO_VERSION

_MARK = b"\xef\xbb\xbf"
_SECTION, _KEY = "python", "version"


def with_version(content: bytes, version: str, path: Path) -> bytes:
    """The bytes of the options' file at `path`, which a run has read, with this `python.version`.

    Quotes, anchors, tags, comments, order and ends of lines stay.

    Raises ProblemsError where there is no such key, or where the version is hidden (an alias, an escape), so that other
    characters would have to change.
    """
    text = content.removeprefix(_MARK).decode("utf-8")
    node = _node(text)
    if node is None:
        message = f"There is no `{_SECTION}.{_KEY}` to write the next version to"
        raise ProblemsError([Problem(Severity.ERROR, NO_VERSION, message, position=Position(str(path)))])
    start, end = node.start_mark.index, node.end_mark.index
    at = text.rfind(node.value, start, end)
    bumped = f"{text[:at]}{version}{text[at + len(node.value) :]}".encode()
    if at < 0 or not _differs_there(text.encode(), bumped, version, path):
        message = f"`{_SECTION}.{_KEY}` is written in a way in which it cannot be changed alone"
        position = Position(str(path), node.start_mark.line + 1, node.start_mark.column + 1)
        raise ProblemsError([Problem(Severity.ERROR, NO_VERSION, message, position=position)])
    return (_MARK if content.startswith(_MARK) else b"") + bumped


def _node(text: str) -> yaml.ScalarNode | None:
    """The node of the version; None where there is none, or the text is what only our own reader takes."""
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return None
    for key in (_SECTION, _KEY):
        entries: list[tuple[yaml.Node, yaml.Node]] = root.value if isinstance(root, yaml.MappingNode) else []
        root = next((value for name, value in entries if name.value == key), None)
    return root if isinstance(root, yaml.ScalarNode) and root.value else None


def _differs_there(old: bytes, new: bytes, version: str, path: Path) -> bool:
    """Whether the new text says the same but for the version."""
    before, after = (read_yaml(decode(content, path, str(path))).root for content in (old, new))
    assert isinstance(before, dict)
    section = before[_SECTION]
    assert isinstance(section, dict)
    return after == {**before, _SECTION: {**section, _KEY: _as_written(after, version)}}


def _as_written(root: Json, version: str) -> Json:
    """What the text `version` is read as: `2.0` may be a number."""
    section = root.get(_SECTION) if isinstance(root, dict) else None
    value = section.get(_KEY) if isinstance(section, dict) else None
    return value if str(value) == version else version
