"""What is measured: an SDK with a few calls, written as Python expressions, and the answers that they get.

A subject file is YAML:

    package: orq_ai_sdk
    client: Orq
    arguments: api_key="key"           # of the constructor
    calls:
      - role: write                     # read, write, large, stream ...: of those with one role the first that works
        call: sdk.sessions.update(session_id="1", tags=["a"])
        await: sdk.sessions.update_async(session_id="1", tags=["a"])
        answer: {_id: "1"}              # or `events`, a list of the data of server-sent events
"""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

LARGE_BYTES = 1_000_000
EVENTS = 1_000


@dataclass(frozen=True)
class Call:
    """One call: the expression of `sdk` and `models`, its async twin without `await`, and the answer."""

    role: str
    sync: str
    asynchronous: str | None = None
    answer: Any = None
    """The body, as plain data."""
    events: list[Any] | None = None
    """The data of each event; then the answer is a stream."""
    imports: list[str] = field(default_factory=list[str])
    status: int = 200

    @property
    def label(self) -> str:
        """The method's name, without its arguments; `?` where they are a query."""
        name = (self.sync or self.asynchronous or "").partition("(")[0].removeprefix("sdk.")
        return f"{name}?" if self.role == "query" else name


@dataclass(frozen=True)
class Subject:
    """An SDK and its calls.  `path` goes to the front of `sys.path`."""

    name: str
    package: str
    client: str
    arguments: str = ""
    path: str | None = None
    calls: list[Call] = field(default_factory=list[Call])
    library: str = "httpx2"
    """The HTTP library of the SDK's own clients, which the floor uses too."""

    def to_json(self) -> str:
        """The subject as a child process reads it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Subject:
        """The subject that `to_json` wrote."""
        data: dict[str, Any] = json.loads(text)
        calls = [Call(**call) for call in data.pop("calls")]
        return cls(**data, calls=calls)

    @property
    def plain_calls(self) -> list[Call]:
        """The calls whose answer is one JSON value."""
        return [call for call in self.calls if call.events is None and call.answer is not None]

    def call(self, role: str) -> Call | None:
        """The first call of a role."""
        return next((call for call in self.calls if call.role == role), None)


def read_subject(file: Path, path: Path, name: str) -> Subject:
    """The subject of a YAML file; `path` is where its package lies."""
    data: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    calls = [
        Call(
            role=each["role"],
            sync=each["call"],
            asynchronous=each.get("await"),
            answer=each.get("answer"),
            events=each.get("events"),
            imports=each.get("imports", []),
        )
        for each in data["calls"]
    ]
    return Subject(
        name,
        data["package"],
        data["client"],
        data.get("arguments", ""),
        str(path),
        [grown(call) for call in calls],
        data.get("library", "httpx2"),
    )


def installed_subject(text: str, answer: Any) -> Subject:
    """The subject of `package:Class:expression` or `package:Class(arguments):expression`, an SDK that is installed.

    The expression uses `sdk`; one that begins with `await` is measured with an async client.
    Raises ValueError if it is written otherwise.
    """
    package, _, rest = text.partition(":")
    made, _, expression = _split_after_call(rest)
    if not package or not made or not expression:
        raise ValueError(f"not package:Class:expression: {text!r}")
    client, _, arguments = made.partition("(")
    awaited = expression.strip().startswith("await ")
    source = expression.strip().removeprefix("await ")
    call = Call("write", "" if awaited else source, source if awaited else None, answer)
    return Subject(package.replace("_", "-"), package, client, arguments.removesuffix(")"), None, [call])


def _split_after_call(text: str) -> tuple[str, str, str]:
    """Cut `Class(arguments):expression` at the first colon that leaves an expression before it."""
    for index, character in enumerate(text):
        if character == ":":
            try:
                ast.parse(text[:index], mode="eval")
            except SyntaxError:
                continue
            return text[:index], ":", text[index + 1 :]
    return text, "", ""


def grown(call: Call) -> Call:
    """A call whose answer has the size of its role: a long list, many events."""
    if call.events is not None:
        times = -(-EVENTS // len(call.events))
        return replace(call, events=(call.events * times)[:EVENTS])
    if call.role == "large":
        return replace(call, answer=_longer(call.answer))
    return call


def _longer(answer: Any) -> Any:
    """The answer with its longest array repeated until the whole has about LARGE_BYTES bytes."""
    whole: Any = answer
    if isinstance(answer, list) and answer:
        items: list[Any] = whole
        return items * max(1, LARGE_BYTES // len(json.dumps(items)))
    if isinstance(answer, dict):
        members: dict[str, Any] = whole
        sizes = {name: len(json.dumps(value)) for name, value in members.items() if isinstance(value, list) and value}
        if sizes:
            largest = max(sizes, key=lambda name: sizes[name])
            return {**members, largest: _longer(members[largest])}
    return whole
