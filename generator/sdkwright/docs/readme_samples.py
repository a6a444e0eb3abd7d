"""The samples of `README.md` and `USAGE.md`: one operation, called in the way that a section tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sdkwright.docs.snippets import PLAIN, Extras, asynchronous, imports, sample
from sdkwright.docs.tables import default_error
from sdkwright.docs.type_cells import python_type
from sdkwright.text.escape import string_literal
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, TypeKind
from sdkwright.view.package import Method, Resource, Sdk

_RETRY = Code('RetryConfig("backoff", BackoffStrategy(500, 60000, 1.5, 300000), False)')
_HEADERS = Code('headers={"x-custom-header": "some value"}')


@dataclass(frozen=True, slots=True)
class Call:
    """An operation that a section can show."""

    resource: Resource
    method: Method


def first(calls: Iterable[Call], fits: Callable[[Method], bool]) -> Call | None:
    """The first operation that fits, one that is not deprecated if there is one."""
    fitting = [call for call in calls if fits(call.method)]
    return next((call for call in fitting if call.method.deprecated is None), fitting[0] if fitting else None)


def uploads(method: Method) -> bool:
    """Whether the example of the method opens a file."""
    return any("open(" in (argument.example_value or "") for argument in method.arguments)


def shortened(sdk: Sdk, call: Call | None, extras: Extras = PLAIN) -> Code:
    """A sample of `call`, without the blank line that ends those of the reference; empty without a call."""
    if call is None:
        return NO_CODE
    return Code(sample(sdk, call.resource.accessor, call.method, extras).rstrip("\n"))


def retry_for_a_call(sdk: Sdk, call: Call | None) -> Code:
    """A policy for one call."""
    return shortened(sdk, call, _retrying(sdk, call_arguments=(Code(f"retries={_RETRY}"),)))


def retry_for_a_client(sdk: Sdk, call: Call | None) -> Code:
    """A policy for every call."""
    return shortened(sdk, call, _retrying(sdk, client_arguments=(Code(f"retry_config={_RETRY}"),)))


def _retrying(sdk: Sdk, call_arguments: tuple[Code, ...] = (), client_arguments: tuple[Code, ...] = ()) -> Extras:
    needed = Code(f"from {sdk.project.module_name}.utils import BackoffStrategy, RetryConfig")
    return Extras((needed,), client_arguments, call_arguments)


def error_sample(sdk: Sdk, call: Call | None) -> Code:
    """A call whose errors are caught: the declared ones first."""
    if call is None:
        return NO_CODE
    client = sdk.client
    lines: list[str] = []
    for name in dict.fromkeys(row.type_name for row in call.method.errors):
        lines += [f"except {name} as e:", "    print(e.data)"]
    lines += [f"except {default_error(client)} as e:", "    print(e.message, e.status_code, e.body)"]
    needed = Code(f"from {sdk.project.module_name} import {client.error_namespace}")
    return shortened(sdk, call, Extras(imports=(needed,), catches=tuple(map(Code, lines))))


def server_index(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with a server of the document."""
    named = next((server for server in sdk.client.servers if server.server_id), None)
    argument = f"server={named.server_id}" if named is not None else "server_idx=0"
    return shortened(sdk, call, Extras(client_arguments=(Code(argument),)))


def server_url(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with an address of one's own."""
    if sdk.client.needs_server_url:
        return shortened(sdk, call)
    plain = next((s.url for s in sdk.client.servers if not s.variables), Code('"https://api.example.com"'))
    return shortened(sdk, call, Extras(client_arguments=(Code(f"server_url={plain}"),)))


def custom_client(sdk: Sdk, call: Call | None, kind: Code, argument: Code) -> Code:
    """A client of the HTTP library, handed to the constructor; whoever made it closes it."""
    library = sdk.project.http_library
    is_async = kind == "AsyncClient"
    keyword = "async with" if is_async else "with"
    extras = Extras(
        imports=(Code(f"import {library}"),),
        client_arguments=(Code(f"{argument}=http_client"),),
        around=Code(f"{keyword} {library}.{kind}({_HEADERS}) as http_client:"),
    )
    return shortened(sdk, call, asynchronous(extras) if is_async else extras)


def debug(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with a logger."""
    extras = Extras(
        imports=(Code("import logging"),),
        client_arguments=(Code(f"debug_logger=logging.getLogger({string_literal(sdk.project.module_name)})"),),
        before=Code("logging.basicConfig(level=logging.DEBUG)"),
    )
    return shortened(sdk, call, extras)


def globals_sample(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with the global parameters; one that is text stands for all if none has an example."""
    told = sdk.client.globals
    if any(argument.example_value for argument in told):
        return shortened(sdk, call)
    text = next((argument for argument in told if argument.type and argument.type.name == "str"), None)
    return shortened(sdk, call, Extras(client_arguments=(Code(f'{text.name}="<value>"'),))) if text else NO_CODE


def webhook_sample(sdk: Sdk) -> Code:
    """A function that reads the body of a webhook, of one that is a model if there is one."""
    told = [(hook.is_object, hook.body) for hook in sdk.webhooks if hook.body is not None]
    if not told:
        return NO_CODE
    is_object, body = max(told, key=lambda hook: hook[0])
    kind = python_type(body)
    needed = [Code(f"from {sdk.project.module_name} import {body.namespace}")] if body.kind is TypeKind.MODEL else []
    read = f"{kind}.model_validate_json(body)" if is_object else f"TypeAdapter({kind}).validate_json(body)"
    if not is_object:
        needed.append(Code("from pydantic import TypeAdapter"))
    head = imports(sdk.project, sdk.client, needed, with_class=False)
    lines = ("def handle(body: bytes) -> None:", f"    event = {read}", "", "    # Handle event", "    print(event)")
    return Code("\n".join((head, "", "", *lines)))
