"""An SDK as a rendered package has it, in one file; operations are made by the tests."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Optional

import anyio
from sdkwright.runtime import operation as op
from sdkwright.runtime.adapter.timing import Timing
from sdkwright.runtime.configuration import Configuration, SecurityScheme, SecurityUse, Server
from sdkwright.runtime.errors import SDKError
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.sdk import SDKBase
from sdkwright.runtime.unset import UNSET, OptionalNullable


class ToyError(SDKError):
    """The base error."""


class APIError(ToyError):
    """The default error."""


class ResponseValidationError(ToyError):
    """The answer does not fit."""


class NoResponseError(ToyError):
    """A hook swallowed the answer."""


class ProblemData(BaseModel):
    """The body of a declared error."""

    message: Optional[str] = None  # noqa: UP045 - as rendered
    code: Optional[str] = None  # noqa: UP045 - as rendered


class ProblemError(ToyError):
    """The declared error."""

    data: ProblemData


class Pet(BaseModel):
    """A result."""

    id: str
    name: Optional[str] = None  # noqa: UP045 - as rendered
    tag: OptionalNullable[str] = UNSET


BEARER = SecurityScheme("Key", "bearer", "api_key", environment=("TOY_API_KEY",))


def configuration(*, http_library: str = "httpx2", **changes: Any) -> Configuration:
    """The configuration of a toy SDK with bearer security."""
    values: dict[str, Any] = {
        "package": "toy-sdk",
        "version": "1.2.3",
        "module": "toy",
        "prefix": "TOY",
        "api_error": lambda: APIError,
        "validation_error": lambda: ResponseValidationError,
        "no_response_error": lambda: NoResponseError,
        "http_library": lambda: import_module(http_library),
        "servers": (Server("https://toy.example"),),
        "security_schemes": (BEARER,),
        "security": ((SecurityUse("Key"),),),
        "timeout_ms": 5_000,
        **changes,
    }
    return Configuration(**values)


class Toy(SDKBase):
    """Calls any operation with any arguments."""

    def __init__(self, settings: Configuration | None = None, **options: Any) -> None:
        if "api_key" in options:
            options["security"] = {"api_key": options.pop("api_key")}
        super().__init__(settings or configuration(), **options)

    def run(self, operation: op.Operation[Any, Any], *, options: dict[str, Any] | None = None, **arguments: Any) -> Any:
        """The sync call."""
        return self._call(operation, arguments, _options(options))

    async def run_async(
        self, operation: op.Operation[Any, Any], *, options: dict[str, Any] | None = None, **arguments: Any
    ) -> Any:
        """The async call."""
        return await self._call_async(operation, arguments, _options(options))


def _options(given: dict[str, Any] | None) -> op.Options:
    values = {"retries": UNSET, "server_url": None, "timeout_ms": None, "http_headers": None}
    return op.Options(**(values | (given or {})))


def operation(**changes: Any) -> op.Operation[Any, Any]:
    """`GET /pets`, which answers with a pet; declared errors are problems."""
    values: dict[str, Any] = {
        "id": "getPet",
        "method": "GET",
        "path": ("/pets",),
        "responses": (
            op.Json("200", "application/json", lambda: Pet),
            op.JsonError("404", "application/json", lambda: ProblemError, lambda: ProblemData),
            op.ApiError("4XX"),
            op.ApiError("5XX"),
        ),
        **changes,
    }
    return op.Operation(**values)


GET_PET = operation()
SEND_PET = operation(id="sendPet", method="POST", body=op.JsonBody(lambda: Pet, argument="request"))

WAYS = ("sync", "asyncio", "trio")
"""How `call` runs an operation."""


def call(
    way: str,
    operation: op.Operation[Any, Any],
    *,
    settings: Configuration | None = None,
    timing: Timing | None = None,
    sdk: dict[str, Any] | None = None,
    options: dict[str, Any] | None = None,
    then: Callable[[Any], Any] | None = None,
    supplied: tuple[str, dict[str, Any]] | None = None,
    raw: bool = False,
    **arguments: Any,
) -> Any:
    """Run one operation in one of the ways, on a client of its own.

    `supplied`: a library, and what its client is made of that the SDK is given.  `raw`: with the response.
    """
    library, made_of = supplied or ("httpx2", {})

    def make(**client: Any) -> Toy:
        made = Toy(settings, **(sdk or {}), **(client if supplied else {}))
        if timing is not None:
            made._core.timing = timing
        return made

    if way == "sync":
        with import_module(library).Client(**made_of) as client, make(client=client) as toy:
            run = toy.with_raw_response(toy.run) if raw else toy.run
            result = run(operation, options=options, **arguments)
            return then(result) if then is not None else result

    async def work() -> Any:
        async with import_module(library).AsyncClient(**made_of) as client, make(async_client=client) as toy:
            run = toy.with_raw_response(toy.run_async) if raw else toy.run_async
            result = await run(operation, options=options, **arguments)
            return await then(result) if then is not None else result

    return anyio.run(work, backend=way)


class Clock:
    """A clock that moves when somebody sleeps."""

    def __init__(self, random: float = 0.0) -> None:
        self.now = 1_000.0
        self.sleeps: list[float] = []
        self._random = random

    def timing(self) -> Timing:
        """What the runtime takes."""
        return Timing(lambda: self.now, lambda: self.now, self._sleep, self._sleep_async, lambda: self._random)

    def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds

    async def _sleep_async(self, seconds: float) -> None:
        self._sleep(seconds)


class Watched:
    """A transport of httpx2 whose answers can be seen to be closed, for sync and async clients."""

    def __init__(self, *answers: tuple[int, str]) -> None:
        self.closed: list[int] = []
        self._answers = iter(answers)

    def options(self) -> dict[str, Any]:
        """Constructor arguments of an SDK that uses it."""
        import httpx2

        transport = httpx2.MockTransport(self._answer)
        return {"client": httpx2.Client(transport=transport), "async_client": httpx2.AsyncClient(transport=transport)}

    def _answer(self, request: Any) -> Any:
        import httpx2

        watched = self
        status, media_type = next(self._answers)

        class Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
            def __iter__(self) -> Any:
                yield b'{"id": "1"}'

            async def __aiter__(self) -> Any:
                yield b'{"id": "1"}'

            def close(self) -> None:
                watched.closed.append(status)

            async def aclose(self) -> None:
                watched.closed.append(status)

        return httpx2.Response(status, headers={"Content-Type": media_type}, stream=Stream())
