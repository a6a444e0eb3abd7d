"""A small stateful sessions API: what the loopback server answers.  Plain functions over a dictionary of sessions."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

NOT_FOUND = {"code": "404", "message": "No session found in the database"}
CREATED_AT = "2025-04-20T01:02:03.004Z"


@dataclass
class Answer:
    """One HTTP answer; a body of None sends none."""

    status: int
    body: Any = None
    content_type: str = "application/json"


@dataclass
class SessionsApi:
    """The store behind the five operations."""

    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    def answer(self, method: str, path: str, body: Mapping[str, Any] | None) -> Answer:
        """The answer to a request that the document allows."""
        last = unquote(path.rsplit("/", 1)[-1])
        match method, last:
            case "POST", "sessions":
                return self.create(body or example_session())
            case "POST", "query":
                return Answer(200, {"object": "list", "data": self.selected(body or {}), "has_more": False})
            case _ if last not in self.sessions:
                return Answer(404, NOT_FOUND)
            case "GET", _:
                return Answer(200, self.sessions[last])
            case "PATCH", _:
                self.sessions[last].update(body or {})
                return Answer(200, self.sessions[last])
            case "DELETE", _:
                del self.sessions[last]
                return Answer(204)
        raise AssertionError(f"no such operation: {method} {path}")

    def create(self, body: Mapping[str, Any]) -> Answer:
        """A new session, or 409 when its external id is taken."""
        if any(known["external_id"] == body["external_id"] for known in self.sessions.values()):
            return Answer(409)
        identifier = f"session-{next(self.numbers)}"
        session = {"_id": identifier, "workspace_id": "workspace", "started_at": CREATED_AT, **body}
        self.sessions[identifier] = session
        return Answer(200, session)

    def selected(self, body: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The sessions that pass every one of the body's `filters`, in the order of their creation."""
        return [s for s in self.sessions.values() if all(passes(s, f) for f in body.get("filters", ()))]


def passes(session: Mapping[str, Any], condition: Mapping[str, Any]) -> bool:
    """Whether a session passes one filter of the list operation's body."""
    match condition["type"]:
        case "id":
            return bool(session[condition["path"]] == condition["id"])
        case "search":
            return any(condition["value"] in str(session.get(path)) for path in condition["searchPaths"])
        case "string" if condition["operator"] == "equals":
            return bool(session.get(condition["path"]) == condition["value"])
        case "string":
            return condition["value"] in str(session.get(condition["path"]))
        case "string_array":
            return not set(condition["values"]).isdisjoint(session.get(condition["path"]) or ())
        case other:
            raise AssertionError(f"no such filter: {other}")


def example_session(external_id: str = "external-1", **changes: Any) -> dict[str, Any]:
    """A complete body of the create operation, as JSON."""
    return {
        "external_id": external_id,
        "duration": 12.5,
        "contact_ids": ["contact-1"],
        "billing": {"input_cost": 1.0, "output_cost": 2.0, "total_cost": 3.0},
        "usage": {"prompt_tokens": 10, "completion_tokens": 20, "total_tokens": 30},
        "traces_count": 1,
        "tags": ["a", "b"],
        **changes,
    }
