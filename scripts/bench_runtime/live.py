"""A subject inside the process that measures it: its client objects, its calls as functions, its floors."""

from __future__ import annotations

import json
import os
import sys
import typing
from collections.abc import Callable
from importlib import import_module
from typing import Any, cast

from pydantic import BaseModel, TypeAdapter

from .nothing import Nothing
from .plain import plain_type
from .subjects import Call, Subject

Function = Callable[[], Any]


class Live:
    """The subject's package, imported.  From now on the HTTP libraries answer from `nothing`."""

    def __init__(self, subject: Subject) -> None:
        if subject.path is not None:
            sys.path.insert(0, subject.path)
        self.subject = subject
        self.package: Any = import_module(subject.package)
        self.nothing = Nothing()
        self.nothing.install()
        self.library: Any = import_module(subject.library)

    def sdk(self, **options: Any) -> Any:
        """A client object; `options` go to its constructor beside the subject's own arguments."""
        names = "".join(f", {name}={name}" for name in options)
        arguments = f"{self.subject.arguments}{names}".removeprefix(", ")
        return eval(  # noqa: S307 - the subject is the caller's own code
            f"package.{self.subject.client}({arguments})", {"package": self.package, "os": os, **options}
        )

    def function(self, call: Call, sdk: Any, *, asynchronous: bool = False) -> Function:
        """A call as a function without arguments.  Its arguments are made anew each time, as a program does."""
        source = f"lambda: {call.asynchronous if asynchronous else call.sync}"
        return cast("Function", self._evaluated(source, call, sdk))

    def _evaluated(self, source: str, call: Call, sdk: Any) -> Any:
        names: dict[str, Any] = {"sdk": sdk, "models": getattr(self.package, "models", None), "os": os}
        for line in call.imports:
            exec(line, names)  # noqa: S102 - as above
        return eval(source, names)  # noqa: S307 - as above

    def request(self, call: Call) -> Request:
        """What the SDK sends for a call that is not async alone."""
        self.nothing.answer(call)
        result = self.function(call, self.sdk())()
        if call.events is not None:
            result.close()
        return Request(self.nothing.request)

    async def request_async(self, call: Call) -> Request:
        """The same for the async twin."""
        self.nothing.answer(call)
        await self.function(call, self.sdk(), asynchronous=True)()
        return Request(self.nothing.request)

    def result_type(self, call: Call, sdk: Any, result: Any) -> Any:
        """The declared type of a result, without its None; the type that it has if none is declared."""
        method = self._evaluated((call.sync or call.asynchronous or "").partition("(")[0], call, sdk)
        try:
            declared = typing.get_type_hints(method).get("return", cast("Any", type(result)))
        except NameError:
            declared = cast("Any", type(result))
        members: list[Any] = [member for member in typing.get_args(declared) if member is not type(None)]
        optional = type(None) in typing.get_args(declared) and len(members) == 1
        return members[0] if optional else declared


class Request:
    """A request as it was sent, and the two ways of sending the same without an SDK."""

    def __init__(self, sent: Any) -> None:
        self.method: str = sent.method
        self.url: Any = sent.url.copy_with(query=None)
        self.query: list[tuple[str, str]] | None = sent.url.params.multi_items() or None
        headers = sent.headers
        self.headers = {name: headers[name] for name in ("authorization", "content-type") if name in headers}
        self.authorization = {name: text for name, text in self.headers.items() if name == "authorization"}
        content: bytes = sent.content
        self.data: Any = json.loads(content) if content else None

    def at(self, server: str, library: Any) -> str:
        """The URL at another server."""
        origin = library.URL(server)
        return str(self.url.copy_with(scheme=origin.scheme, host=origin.host, port=origin.port))

    def raw(self, client: Any, url: str) -> Function:
        """The HTTP library alone: `client.post(url, json=...).json()`."""
        method, data, query = self.method, self.data, self.query
        if data is None:
            return lambda: client.request(method, url, params=query).json()
        return lambda: client.request(method, url, json=data, params=query).json()

    def raw_async(self, client: Any, url: str) -> Function:
        """The same with an async client."""
        method, data, query = self.method, self.data, self.query

        async def send() -> Any:
            if data is None:
                return (await client.request(method, url, params=query)).json()
            return (await client.request(method, url, json=data, params=query)).json()

        return send

    def by_hand(self, client: Any, url: str, answer: Any) -> Function:
        """Hand-written code: a plain model in, a plain model out."""
        method, headers, query = self.method, self.headers, self.query
        body, read = self._body(), reader(plain_type([answer]))

        def send() -> Any:
            response = client.request(method, url, content=body(), headers=headers, params=query)
            response.raise_for_status()
            return read(response.content)

        return send

    def by_hand_async(self, client: Any, url: str, answer: Any) -> Function:
        """The same with an async client."""
        method, headers, query = self.method, self.headers, self.query
        body, read = self._body(), reader(plain_type([answer]))

        async def send() -> Any:
            response = await client.request(method, url, content=body(), headers=headers, params=query)
            response.raise_for_status()
            return read(response.content)

        return send

    def _body(self) -> Callable[[], bytes | None]:
        if self.data is None:
            return lambda: None
        kind: Any = plain_type([self.data])
        if not is_model(kind):
            adapter: TypeAdapter[Any] = TypeAdapter(kind)
            return lambda: adapter.dump_json(self.data)
        arguments: dict[str, Any] = kind.model_validate(self.data).model_dump()

        def body() -> bytes:
            text: str = kind(**arguments).model_dump_json(by_alias=True, exclude_unset=True)
            return text.encode()

        return body


def is_model(kind: Any) -> bool:
    """Whether a type is a pydantic class."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def reader(kind: Any) -> Callable[[bytes], Any]:
    """`validate_json` of a type."""
    if is_model(kind):
        return cast("Callable[[bytes], Any]", kind.model_validate_json)
    return TypeAdapter(kind).validate_json
