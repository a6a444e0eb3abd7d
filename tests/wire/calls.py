"""Calls every method of a generated SDK and catches the requests on their way out."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, cast

from sdkwright.ir.arguments import ArgumentSpec, Role, arguments, unfolded
from sdkwright.ir.service import (
    Api,
    Content,
    MediaKind,
    Operation,
    Parameter,
    Response,
    SecurityKind,
    SecurityScheme,
    Style,
)
from sdkwright.ir.types import Location
from sdkwright.names import Names
from sdkwright.openapi.document import Document
from sdkwright.options.model import Brackets, Config
from sdkwright.plan.context import Context
from sdkwright.plan.lookups import Lookups
from sdkwright.plan.operation.bodies import content_type_argument
from sdkwright.plan.security import flattened
from sdkwright.text.fixed import EXTRA_BODY

from .arguments import Converter
from .compare import members
from .data import Json, Object, is_list, is_nested, is_object, object_of
from .hosts import absolute_url, filled_url
from .judge import Request
from .made.instances import Maker
from .made.scalars import Words
from .made.schemas import Schema, UnmakeableError
from .sent.request import Given

TOKEN_HOST = "token.example"
_OF_BODY = (Role.BODY, Role.REQUEST, Role.FIELD)
_ATTEMPTS = 8
"""How often another value of a form is made, where a property that must be there is null."""
TOKEN = b'{"access_token":"token","token_type":"bearer","expires_in":3600}'


@dataclass(frozen=True)
class Variant:
    """One way to call every operation."""

    name: str
    share: float
    """Of the optional properties and parameters."""
    supplied: bool
    """Whether the caller brings the HTTP client, whose requests are built another way."""


VARIANTS = (
    Variant("required", 0.0, supplied=False),
    Variant("optional", 0.6, supplied=True),
    Variant("everything", 1.0, supplied=False),
)


@dataclass(frozen=True)
class Target:
    """A generated SDK: what it was made from, and its import package."""

    document: Document = field(repr=False)
    api: Api = field(repr=False)
    names: Names = field(repr=False)
    config: Config = field(repr=False)


@dataclass(frozen=True)
class Plan:
    """The arguments of one call, as JSON values and as Python ones."""

    values: Mapping[str, Json]
    """By argument, before the conversion: for the report."""
    arguments: Mapping[str, object]
    content_type: str | None
    given: Given


class Caller:
    """Calls the methods of one SDK in one variant."""

    def __init__(self, target: Target, variant: Variant, seed: int = 0, words: Words | None = None) -> None:
        self._target = target
        self._variant = variant
        self._maker = Maker(target.document.root, variant.share, seed, words=words)
        self._header_maker = Maker(
            target.document.root, variant.share, seed, words=None if words is None else _field_values(words)
        )
        self._converter = Converter(target.api, target.names)
        self._context = Context(target.api, target.names, target.config, {}, Lookups.of(target.api, target.names))
        self._library: Any = importlib.import_module(target.config.http_library)
        self._seen: list[Request] = []
        self._answer: tuple[int, str] = (200, "application/json")
        self._sdk: Any = None
        self._global_values: dict[str, Json] = {}
        self.errors: Any = importlib.import_module(f"{target.names.module}._runtime.errors").SDKError

    # ---------------------------------------------------------------------------------------------------- the client

    def open(self) -> None:
        """Makes the client.  Raises `UnmakeableError` where a global has no value."""
        target = self._target
        client = getattr(importlib.import_module(target.names.module), target.names.sdk_class)
        given: dict[str, Any] = {**self._credentials(), **self._globals()}
        if self._needs_server:
            given["server_url"] = absolute_url(target.api.servers[0])
        self._sdk = client(**(given | self._connection()), allow_insecure_http=True, response_validation="strict")

    def close(self) -> None:
        """Closes the client."""
        self._sdk.close()

    def _connection(self) -> dict[str, Any]:
        """The arguments with which the client reaches us."""
        if self._variant.supplied:
            return {"client": self._library.Client(transport=self._library.MockTransport(self._respond))}
        self._library.HTTPTransport.handle_request = self._handle
        return {}

    def _handle(self, request: Any) -> Any:
        """In the place of the transport's own method; bound to us, so that it is not bound to the transport."""
        return self._respond(request)

    def _respond(self, request: Any) -> Any:
        request.read()
        if request.url.host == TOKEN_HOST:
            return self._library.Response(200, headers={"content-type": "application/json"}, content=TOKEN)
        url = request.url
        target = url.raw_path.decode("ascii")
        headers = tuple((name.decode("ascii"), value.decode("utf-8")) for name, value in request.headers.raw)
        self._seen.append(
            Request(request.method, f"{url.scheme}://{url.netloc.decode('ascii')}{target}", headers, request.content)
        )
        status, media_type = self._answer
        return self._library.Response(status, headers={"content-type": media_type}, content=b"")

    @property
    def _needs_server(self) -> bool:
        """Whether no client can be made without another server: the document's is no URL and no path."""
        servers = self._target.api.servers
        return bool(servers) and not re.match(r"https?:|/", filled_url(servers[0]))

    def _has_own_url(self, operation: Operation) -> bool:
        """Whether the client knows where an operation is."""
        servers = operation.servers or self._target.api.servers
        return bool(servers) and filled_url(servers[0]).startswith(("http://", "https://"))

    def _server(self, operation: Operation, plan: Plan) -> dict[str, Any]:
        """The argument that says where an operation is, where the client does not know."""
        known = self._has_own_url(operation) and not self._needs_server
        return {} if known else {"server_url": plan.given.server}

    def _values(self) -> dict[str, Any]:
        """The values of all credentials by their names."""
        schemes = [s for s in self._target.api.security_schemes if s.kind is not SecurityKind.MUTUAL_TLS]
        return {self._target.names.security[scheme.key]: self._credential(scheme) for scheme in schemes}

    def _credentials(self) -> dict[str, Any]:
        """The constructor's arguments."""
        target, values = self._target, self._values()
        alone = flattened(self._context)
        if alone is not None:
            name = target.names.security[alone.key]
            return {name: values[name]}
        return {"security": values} if values and target.api.security_type is not None else {}

    def _credential(self, scheme: SecurityScheme) -> Any:
        match scheme.kind:
            case SecurityKind.BASIC:
                return ("user", "password")
            case SecurityKind.OAUTH2_CLIENT_CREDENTIALS:
                return {"client_id": "id", "client_secret": "secret", "token_url": f"https://{TOKEN_HOST}/token"}
            case SecurityKind.HTTP_OTHER:
                node = object_of(self._target.document.at(scheme.id))
                return f"{node['scheme']} value"
            case SecurityKind.BEARER | SecurityKind.API_KEY | SecurityKind.OAUTH2_TOKEN | SecurityKind.MUTUAL_TLS:
                return "key"

    def _globals(self) -> dict[str, Any]:
        wanted = [p for p in self._target.api.globals if p.required or self._variant.share]
        self._global_values = {p.id: self._made(p) for p in wanted}
        names, values = self._target.names.globals, self._global_values
        return {names[p.id]: self._converter.value(values[p.id], p.type) for p in wanted}

    # ----------------------------------------------------------------------------------------------------- arguments

    def plans(self, operation: Operation) -> Iterator[Plan | UnmakeableError]:
        """The arguments of a call for each media type of the body; the error where none can be made."""
        contents: tuple[Content | None, ...] = (None,)
        specs = unfolded(arguments(operation, self._target.api, self._target.config), operation, self._target.config)
        if operation.body is not None and any(spec.role in _OF_BODY for spec in specs):
            contents = operation.body.contents
        for content in contents:
            try:
                yield self._plan(operation, specs, content, several=len(contents) > 1)
            except UnmakeableError as error:
                yield error

    def _plan(
        self, operation: Operation, specs: tuple[ArgumentSpec, ...], content: Content | None, *, several: bool
    ) -> Plan:
        values: dict[str, Json] = {}
        made: dict[str, object] = {}
        parameters: list[tuple[Parameter, Json]] = []
        sent: tuple[Content, Json | bytes] | None = None
        name_of = {spec.key: self._target.names.arguments[operation.id, spec.key] for spec in specs}
        for spec in specs:
            if spec.parameter is not None and (
                spec.required or spec.parameter.required or self._wants(operation, spec)
            ):
                try:
                    value = self._made(spec.parameter)
                except UnmakeableError:
                    if spec.parameter.required:
                        raise
                    continue
                values[name_of[spec.key]] = value
                parameters.append((spec.parameter, value))
                made[name_of[spec.key]] = self._converter.value(value, spec.parameter.type)
        converter = self._converter.of_body(None if content is None else content.kind)
        fields = [spec for spec in specs if spec.role is Role.FIELD]
        wanted = self._variant.share > 0 or (operation.body is not None and operation.body.required)
        if fields and content is not None and (wanted or any(spec.required for spec in fields)):
            body = self._body(operation, content)
            for spec in fields:
                if spec.property is not None and is_object(body) and spec.property.name in body:
                    value = body[spec.property.name]
                    values[name_of[spec.key]] = value
                    made[name_of[spec.key]] = converter.value(value, spec.property.type)
                    sent = (content, body)
            if operation.body is not None and operation.body.required:
                sent = (content, body)
            named = {spec.property.name for spec in fields if spec.property is not None}
            if is_object(body) and (more := {name: body[name] for name in body if name not in named}):
                made[EXTRA_BODY] = values[EXTRA_BODY] = more
                sent = (content, body)
        for spec in specs:
            if spec.role in (Role.BODY, Role.REQUEST) and content is not None and wanted:
                value = self._body(operation, content)
                sent = (content, value)
                values[name_of[spec.key]] = value if not isinstance(value, bytes) else value.decode()
                made[name_of[spec.key]] = value if isinstance(value, bytes | str) else converter.body(value, content)
        content_type = content.media_type if content is not None and several and sent is not None else None
        folded = [spec for spec in arguments(operation, self._target.api, self._target.config) if spec.folded]
        if folded:
            made = {self._target.names.arguments[operation.id, folded[0].key]: made}
        chooses = content_type_argument(self._context, operation, specs)
        if chooses is not None and content_type is not None:
            made[chooses], content_type = content_type, None
        parameters += self._filled(operation, {parameter.id for parameter, _ in parameters})
        return Plan(values, made, content_type, self._given(operation, parameters, sent))

    def _given(
        self, operation: Operation, parameters: list[tuple[Parameter, Json]], body: tuple[Content, Json | bytes] | None
    ) -> Given:
        server = absolute_url(next(iter(operation.servers or self._target.api.servers), None))
        return self._given_to(server, operation, parameters, body)

    def _given_to(
        self,
        server: str,
        operation: Operation,
        parameters: list[tuple[Parameter, Json]],
        body: tuple[Content, Json | bytes] | None,
    ) -> Given:
        brackets = self._target.config.brackets is Brackets.EMPTY, self._target.config.multipart_brackets
        return Given(operation.http_method, server, operation.path, tuple(parameters), body, self._keys(), *brackets)

    def _filled(self, operation: Operation, given: set[str]) -> Iterator[tuple[Parameter, Json]]:
        """The parameters that no argument was passed for and a global fills."""
        by_place = {(p.location, p.name): p.id for p in self._target.api.globals}
        for parameter in operation.parameters:
            id = by_place.get((parameter.location, parameter.name))
            if parameter.is_global and parameter.id not in given and id in self._global_values:
                yield parameter, self._global_values[id]

    def _keys(self) -> frozenset[str]:
        """The names of credentials that may stand in the query or among the cookies."""
        schemes = [s for s in self._target.api.security_schemes if s.kind is SecurityKind.API_KEY]
        return frozenset(str(object_of(self._target.document.at(scheme.id)).get("name")) for scheme in schemes)

    def _wants(self, operation: Operation, spec: ArgumentSpec) -> bool:
        return self._maker.random(operation.id, spec.key).random() < self._variant.share

    def _made(self, parameter: Parameter) -> Json:
        """The value of a parameter."""
        schema = self._schema(parameter)
        if parameter.location is Location.PATH:
            schema = {"allOf": [schema], "minLength": 1, "minItems": 1, "minProperties": 1}
        maker = self._header_maker if parameter.location is Location.HEADER else self._maker
        value = maker.make(schema, parameter.id)
        if value is None or (is_list(value) and None in value):
            raise UnmakeableError("null, which no parameter can hold")
        if parameter.location is Location.PATH and is_list(value) and "" in value:
            raise UnmakeableError("empty text, which no part of a path can hold")
        if parameter.media_type is None and is_nested(value) and not self._can_be_nested(parameter):
            raise UnmakeableError(f"an array or object inside a parameter of style {parameter.style.value}")
        return value

    def _can_be_nested(self, parameter: Parameter) -> bool:
        """Whether the judge reads structures within each other in a parameter."""
        return parameter.style is Style.DEEP_OBJECT

    def _schema(self, parameter: Parameter) -> Schema:
        if "!" in parameter.id:
            return {"type": "string"}
        node = object_of(self._target.document.at(parameter.id))
        node = next(iter(object_of(node.get("content")).values()), node)
        return cast("Schema", node.get("schema", {}))

    def _body(self, operation: Operation, content: Content) -> Json | bytes:
        node = object_of(self._target.document.at(content.id))
        schema = cast("Schema", node.get("schema", node.get("itemSchema", {})))
        match content.kind:
            case MediaKind.JSON:
                return self._maker.make(schema, content.id)
            case MediaKind.FORM | MediaKind.MULTIPART:
                return self._form(schema, content.id) if schema else {"key": "text"}
            case MediaKind.TEXT:
                value = self._maker.make(schema, content.id)
                return value if isinstance(value, str) else "text"
            case MediaKind.BINARY | MediaKind.SSE:
                return b"bytes"
            case MediaKind.JSON_LINES:
                return self._lines(schema, content)

    def _lines(self, schema: Schema, content: Content) -> Json | bytes:
        """The body of JSON lines, events or parts; bytes where the judge does not read them."""
        return b"bytes"

    def _form(self, schema: Schema, place: str) -> Object:
        """The value of a form, which has no text for null: where a property must be there, it is another value."""
        made = (self._maker.make(schema, f"{place}{'!' * attempt}") for attempt in range(_ATTEMPTS))
        for value in made:
            if not is_object(value):
                raise UnmakeableError("a form that is no object")
            filled = dict(members(value))
            if self._maker.problem(schema, filled) is None:
                return filled
        raise UnmakeableError("null, which no form can hold")

    # ---------------------------------------------------------------------------------------------------------- call

    def call(self, operation: Operation, plan: Plan) -> Request:
        """The request that a call sends.  Whatever the client raises before that goes through."""
        self._seen.clear()
        self._answer = _answer(operation.responses)
        try:
            result = self.invoke(operation, plan)
            close = getattr(result, "close", None)
            if callable(close):
                close()
        except self.errors:
            pass  # of the answer, which is empty
        return self._seen[0]

    def invoke(self, operation: Operation, plan: Plan) -> Any:
        """What the method returns.  Whatever it raises goes through."""
        names = self._target.names
        owner = self._sdk
        group = operation.groups[0]
        for part in filter(None, names.groups[group].accessor.split(".")):
            owner = getattr(owner, part)
        options: dict[str, Any] = {}
        if plan.content_type is not None:
            options["http_headers"] = {"Content-Type": plan.content_type}
        options |= self._server(operation, plan)
        if operation.security_type is not None:
            options["security"] = self._values()
        return getattr(owner, names.methods[operation.id, group])(**plan.arguments, **options)


def _field_values(words: Words) -> Words:
    """Texts that a header can hold: visible characters of ASCII, spaces between them (RFC 9110, section 5.5)."""

    def made(random: Random) -> str:
        return "".join(char for char in words(random) if " " <= char <= "~").strip() or "text"

    return made


def _answer(responses: tuple[Response, ...]) -> tuple[int, str]:
    """Status and media type of the first success."""
    for response in responses:
        if response.is_success:
            status = int(response.status) if response.status.isdigit() else 200
            media = response.contents[0].media_type if response.contents else "application/json"
            return status, media if "*" not in media else "application/json"
    return 200, "application/json"
