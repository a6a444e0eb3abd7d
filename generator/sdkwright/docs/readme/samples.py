"""The samples of `README.md` and `USAGE.md`: one operation, called in the way that a section tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sdkwright.docs.sample_lines import import_of, joined
from sdkwright.docs.snippets import PLAIN, Extras, asynchronous, import_lines, sample
from sdkwright.docs.tables import default_error
from sdkwright.docs.type_cells import python_type
from sdkwright.frozen import Frozen, replace
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE, TypeKind
from sdkwright.view.package import Method, Resource, Sdk
from sdkwright.view.samples import CallSample, DataSample, Given, Import, NameSample, Sample, opens_file

_HEADERS = Code('headers={"x-custom-header": "some value"}')
_CLIENT = NameSample(Code("http_client"))


class Call(Frozen):
    """An operation that a section can show."""

    resource: Resource
    method: Method


def first(calls: Iterable[Call], fits: Callable[[Method], bool]) -> Call | None:
    """The first operation that fits, one that is not deprecated if there is one."""
    fitting = [call for call in calls if fits(call.method)]
    return next((call for call in fitting if call.method.deprecated is None), fitting[0] if fitting else None)


def uploads(method: Method) -> bool:
    """Whether the example of the method opens a file."""
    return any(a.example_value is not None and opens_file(a.example_value) for a in method.arguments)


def shortened(sdk: Sdk, call: Call | None, extras: Extras = PLAIN) -> Code:
    """A sample of `call`; empty without one."""
    if call is None:
        return NO_CODE
    return sample(sdk, call.resource.accessor, call.method, extras)


def retry_for_a_call(sdk: Sdk, call: Call | None) -> Code:
    """A policy for one call."""
    return shortened(sdk, call, Extras(call_arguments=(Given(Code("retries"), _retries(sdk)),)))


def retry_for_a_client(sdk: Sdk, call: Call | None) -> Code:
    """A policy for every call."""
    return shortened(sdk, call, Extras(client_arguments=(Given(Code("retry_config"), _retries(sdk)),)))


def _retries(sdk: Sdk) -> Sample:
    """`RetryConfig("backoff", BackoffStrategy(…), False)`."""
    backoff = _call(f"{sdk.project.module_name}.utils", "BackoffStrategy", 500, 60000, 1.5, 300000)
    return _call(f"{sdk.project.module_name}.utils", "RetryConfig", "backoff", backoff, False)


def _call(module: str, function: str, *arguments: Sample | str | float) -> Sample:
    """A call of a function or class that is imported by its name."""
    values = (DataSample(one) if isinstance(one, str | float | int) else one for one in arguments)
    return CallSample(Code(function), Import(Code(module), Code(function)), tuple(values))


def error_sample(sdk: Sdk, call: Call | None) -> Code:
    """A call whose errors are caught: the declared ones first."""
    if call is None:
        return NO_CODE
    client = sdk.client
    lines: list[str] = []
    for name in dict.fromkeys(python_type(row.type) for row in call.method.errors):
        lines += [f"except {name} as e:", "    print(e.data)"]
    lines += [f"except {default_error(client)} as e:", "    print(e.message, e.status_code, e.body)"]
    needed = import_of(client.error_folder, sdk.project.module_name)
    return shortened(sdk, call, Extras(imports=(needed,), catches=tuple(map(Code, lines))))


def error_properties(sdk: Sdk, call: Call | None) -> Code:
    """A call whose errors are caught by their base class: what all have, and what a declared one has."""
    if call is None:
        return NO_CODE
    client = sdk.client
    printed = ("message", "status_code", "headers", "body", "raw_response")
    lines = [
        f"except {client.error_folder.name}.{client.base_error} as e:",
        *(f"    print(e.{one})" for one in printed),
    ]
    declared = next((python_type(row.type) for row in call.method.errors), None)
    if declared is not None:
        lines += ["", f"    if isinstance(e, {declared}):", "        print(e.data)"]
    needed = import_of(client.error_folder, sdk.project.module_name)
    return shortened(sdk, call, Extras(imports=(needed,), catches=tuple(map(Code, lines))))


def server_index(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with a server of the document."""
    named = next((server.server_id for server in sdk.client.servers if server.server_id is not None), None)
    argument = Given(Code("server_idx"), DataSample(0)) if named is None else _text("server", named)
    return shortened(sdk, call, Extras(client_arguments=(argument,)))


def server_url(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with an address of one's own."""
    if sdk.client.needs_server_url:
        return shortened(sdk, call)
    plain = next((s.url for s in sdk.client.servers if not s.has_variables), Prose("https://api.example.com"))
    return shortened(sdk, call, Extras(client_arguments=(_text("server_url", plain),)))


def _text(name: str, text: Prose) -> Given:
    """`name="text"`."""
    return Given(Code(name), DataSample(text.raw))


def custom_client(sdk: Sdk, call: Call | None, *, is_async: bool) -> Code:
    """A client of the HTTP library, handed to the constructor; whoever made it closes it."""
    library = sdk.project.http_library
    keyword, kind, argument = (
        ("async with", "AsyncClient", "async_client") if is_async else ("with", "Client", "client")
    )
    extras = Extras(
        imports=(Import(library),),
        client_arguments=(Given(Code(argument), _CLIENT),),
        around=Code(f"{keyword} {library}.{kind}({_HEADERS}) as http_client:"),
    )
    return shortened(sdk, call, asynchronous(extras) if is_async else extras)


def debug(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with a logger."""
    name = DataSample(str(sdk.project.module_name))
    logger = CallSample(Code("logging.getLogger"), Import(Code("logging")), (name,))
    extras = Extras(
        client_arguments=(Given(Code("debug_logger"), logger),),
        before=(Code("logging.basicConfig(level=logging.DEBUG)"),),
    )
    return shortened(sdk, call, extras)


def globals_sample(sdk: Sdk, call: Call | None) -> Code:
    """The constructor with the global parameters; one that is text stands for all if none has an example."""
    told = sdk.client.globals
    if any(argument.example_value is not None for argument in told):
        return shortened(sdk, call)
    text = next((argument for argument in told if argument.type and argument.type.name == "str"), None)
    given = () if text is None else (Given(text.name, DataSample("<value>")),)
    return shortened(sdk, call, Extras(client_arguments=given)) if given else NO_CODE


def webhook_sample(sdk: Sdk) -> Code:
    """A function that reads the body of a webhook, of one that is a model if there is one."""
    told = [(hook, hook.body) for hook in sdk.webhooks if hook.body is not None]
    if not told:
        return NO_CODE
    hook, body = max(told, key=lambda one: one[0].is_object)
    is_object = hook.is_object and hook.family is None
    if hook.family is not None:
        body = replace(body, name=hook.family)
    kind = python_type(body)
    needed = [import_of(body.folder, sdk.project.module_name)] if body.kind is TypeKind.MODEL else []
    read = f"{kind}.from_response(body)" if is_object else f"from_response({kind}, body)"
    if not is_object:
        needed.append(Import(Code(f"{sdk.project.module_name}.utils"), Code("from_response")))
    lines = ("def handle(body: bytes) -> None:", f"    event = {read}", "", "    # Handle event", "    print(event)")
    return joined([*import_lines(sdk.client, needed), "", "", *lines])
