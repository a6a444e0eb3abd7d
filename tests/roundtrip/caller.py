"""Calls the methods of an SDK against the server on loopback, with values of every kind."""

from __future__ import annotations

from typing import Any

from sdkwright.ir.service import Content, Operation, Parameter, SecurityKind, SecurityScheme
from sdkwright.ir.types import Location
from wire.calls import Caller, Plan, Target, Variant
from wire.data import Json
from wire.made.schemas import Schema, UnmakeableError
from wire.made.variety import Variety
from wire.made.wide import Wide
from wire.sent.items import essence_of, in_text
from wire.sent.request import Given

from .answers import of_items
from .events import event_of, event_schema
from .loopback import TOKEN_PATH, Loopback

_ATTEMPTS = 4
PLAIN = Variant("required", 0.0, supplied=False)
WIDE = Variant("wide", 1.0, supplied=False)


def label_of(operation: Operation) -> str:
    """Method and path."""
    return f"{operation.http_method} {operation.path}"


class LoopbackCaller(Caller):
    """A caller whose client connects; with `variety` it makes other arguments at each call, else plain ones."""

    def __init__(self, target: Target, loopback: Loopback, seed: int, variety: Variety | None) -> None:
        super().__init__(target, PLAIN if variety is None else WIDE, seed)
        self._loopback = loopback
        if variety is not None:
            self._maker = Wide(target.document.root, seed, variety=variety)
            self._header_maker = Wide(target.document.root, seed, variety=variety, plain=True)

    def _connection(self) -> dict[str, Any]:
        return {"server_url": self._loopback.url, "retry_config": None}

    def _server(self, operation: Operation, plan: Plan) -> dict[str, Any]:
        return {"server_url": self._loopback.url}

    def _given(
        self, operation: Operation, parameters: list[tuple[Parameter, Json]], body: tuple[Content, Json | bytes] | None
    ) -> Given:
        return self._given_to(self._loopback.url, operation, parameters, body)

    def _credential(self, scheme: SecurityScheme) -> Any:
        made = super()._credential(scheme)
        if scheme.kind is SecurityKind.OAUTH2_CLIENT_CREDENTIALS:
            return {**made, "token_url": self._loopback.url + TOKEN_PATH}
        return made

    def _can_be_nested(self, parameter: Parameter) -> bool:
        return parameter.location in (Location.QUERY, Location.COOKIE)

    def _lines(self, schema: Schema, content: Content) -> Json:
        if essence_of(content.media_type) == "text/event-stream":
            made = self._maker.make(of_items(event_schema(content, schema)), content.id)
            return [event_of(content, each) for each in made]
        made = self._maker.make(of_items(schema), content.id)
        return [each if isinstance(each, str) else "text" for each in made] if in_text(content) else made

    def _made(self, parameter: Parameter) -> Json:
        """Of the values that a schema allows not each one has a form in a URL."""
        for _ in range(_ATTEMPTS):
            try:
                return super()._made(parameter)
            except UnmakeableError:
                continue
        return super()._made(parameter)
