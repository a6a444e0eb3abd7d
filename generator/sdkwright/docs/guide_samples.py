"""The programs of `docs/guide.md`: one operation, called in the way that a section tells of."""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.docs.readme.samples import Call, shortened
from sdkwright.docs.sample_lines import import_of, joined
from sdkwright.docs.snippets import Extras, asynchronous, import_lines
from sdkwright.docs.type_cells import python_type
from sdkwright.frozen import replace
from sdkwright.text import fixed
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, TypeKind
from sdkwright.view.package import Sdk
from sdkwright.view.samples import (
    DataSample,
    DictSample,
    FileSample,
    Given,
    Import,
    ListSample,
    ModelSample,
    NameSample,
    Sample,
    opens_file,
)

_CLIENT = Given(Code("client"), NameSample(Code("http_client")))
_NONE = '{"message": "There is none."}'
"""What the tests of the guide answer."""


def told(sdk: Sdk, call: Call | None, extras: Extras) -> Code:
    """A sample of `call`; empty where the document has an argument of the constructor by the name of an option."""
    client = sdk.client
    own = [*client.globals, *client.server_variables, *(client.security_arguments if not client.security_class else ())]
    names = {argument.name for argument in own}
    return NO_CODE if any(given.name in names for given in extras.client_arguments) else shortened(sdk, call, extras)


def client_option(sdk: Sdk, call: Call, name: str, value: bool | int | str) -> Code:
    """The constructor with one option."""
    return told(sdk, call, Extras(client_arguments=(Given(Code(name), DataSample(value)),)))


def timeouts(sdk: Sdk, call: Call) -> Code:
    """A timeout for the client, and a shorter one for a call."""
    extras = Extras(
        client_arguments=(Given(Code("timeout_ms"), DataSample(30_000)),),
        call_arguments=(Given(Code("timeout_ms"), DataSample(5_000)),),
    )
    return told(sdk, call, extras)


def library_timeout(sdk: Sdk, call: Call) -> Code:
    """A timeout of the HTTP library's, for a client."""
    library = sdk.project.http_library
    value = NameSample(Code(f"{library}.Timeout(30.0, connect=2.0)"))
    extras = Extras(imports=(Import(library),), client_arguments=(Given(Code("timeout_ms"), value),))
    return told(sdk, call, extras)


def headers(sdk: Sdk, call: Call) -> Code:
    """A header for every call, and one for a call."""
    extras = Extras(
        client_arguments=(_mapping(fixed.HTTP_HEADERS, "x-tenant", "acme"),),
        call_arguments=(_mapping(fixed.HTTP_HEADERS, "x-request-id", "5f1c"),),
    )
    return told(sdk, call, extras)


def extra(sdk: Sdk, call: Call | None, option: str) -> Code:
    """A parameter or a member of the body that the document does not know."""
    return told(sdk, call, Extras(call_arguments=(_mapping(option, "preview", "on"),)))


def _mapping(option: str, name: str, value: str) -> Given:
    return Given(Code(option), DictSample(((name, DataSample(value)),)))


def raw(sdk: Sdk, call: Call) -> Code:
    """A result together with the response."""
    use = (
        'print(res.status_code, res.headers.get("content-type"))',
        "if res.error is None:",
        "    print(res.result)",
    )
    return told(sdk, call, Extras(raw=True, use=tuple(map(Code, use))))


def items(sdk: Sdk, call: Call | None, *, is_async: bool = False) -> Code:
    """All results of a listing, one by one."""
    if is_async:
        use = (Code("async for item in res.items():"), Code("    print(item)"))
        return told(sdk, call, asynchronous(Extras(use=use)))
    return told(sdk, call, Extras(use=(Code("for item in res.items():"), Code("    print(item)"))))


def errors_by_status(sdk: Sdk, call: Call) -> Code:
    """What a program does about an error of the server, by its status, and about errors of the connection."""
    client, library = sdk.client, sdk.project.http_library
    lines = (
        f"except {client.error_folder.name}.{client.base_error} as e:",
        "    if e.status_code == 404:",
        '        print("There is none:", e)',
        "    elif e.status_code == 429:",
        '        print("Too many calls; the next one in", e.headers.get("retry-after"), "seconds")',
        "    else:",
        "        raise",
        f"except {library}.TimeoutException:",
        '    print("No answer in time")',
        f"except {library}.TransportError as e:",
        '    print("No connection:", e)',
    )
    needed = (import_of(client.error_folder, sdk.project.module_name), Import(library))
    return told(sdk, call, Extras(imports=needed, catches=tuple(map(Code, lines))))


def misfits(sdk: Sdk, call: Call) -> Code:
    """What of an answer does not fit its type."""
    extras = Extras(
        client_arguments=(Given(Code("response_validation"), DataSample("lenient")),),
        raw=True,
        use=(Code("for misfit in res.validation_errors:"), Code("    print(misfit.path, misfit.reason, misfit.value)")),
    )
    return told(sdk, call, extras)


def retries(sdk: Sdk, call: Call) -> Code:
    """A policy that counts, names statuses and ends."""
    policy = 'RetryConfig(max_retries=3, status_codes=[429, "5XX"], deadline_ms=60_000)'
    extras = Extras(
        imports=(Import(Code(f"{sdk.project.module_name}.utils"), Code("RetryConfig")),),
        client_arguments=(Given(Code("retry_config"), NameSample(Code("policy"))),),
        before=(Code(f"policy = {policy}"),),
    )
    return told(sdk, call, extras)


def mock(sdk: Sdk, call: Call) -> Code:
    """A function in the place of the server, by the HTTP library's own means."""
    library = sdk.project.http_library
    extras = _caught(
        sdk,
        Extras(
            imports=(Import(library),),
            client_arguments=(_CLIENT,),
            before=(
                Code(f"def answer(request: {library}.Request) -> {library}.Response:"),
                Code(f"    return {library}.Response(404, json={_NONE})"),
                NO_CODE,
            ),
            around=Code(f"with {library}.Client(transport={library}.MockTransport(answer)) as http_client:"),
        ),
    )
    return told(sdk, call, extras)


def respx(sdk: Sdk, call: Call) -> Code:
    """The same by respx, which knows httpx alone."""
    extras = _caught(
        sdk,
        Extras(
            imports=(Import(Code("httpx")), Import(Code("respx"))),
            client_arguments=(_CLIENT,),
            before=(Code(f"respx.route().mock(return_value=httpx.Response(404, json={_NONE}))"),),
            around=Code("with respx.mock, httpx.Client() as http_client:"),
        ),
    )
    return told(sdk, call, extras)


def _caught(sdk: Sdk, extras: Extras) -> Extras:
    """The same, whose error is looked at; nothing is tried again."""
    client = sdk.client
    lines = (f"except {client.error_folder.name}.{client.base_error} as e:", "    assert e.status_code == 404")
    return replace(
        extras,
        imports=(*extras.imports, import_of(client.error_folder, sdk.project.module_name)),
        call_arguments=(Given(Code("retries"), DataSample(None)),),
        catches=tuple(map(Code, lines)),
    )


def upload_of_a_path(sdk: Sdk, call: Call | None) -> Code:
    """A file by its path."""
    extras = Extras(imports=(Import(Code("pathlib"), Code("Path")),), before=(Code('file = Path("example.file")'),))
    return _uploading(sdk, call, extras, named=False)


def upload_with_a_name(sdk: Sdk, call: Call | None) -> Code:
    """Bytes with a name and a media type, where there is a form to put them in."""
    extras = Extras(before=(Code('file = ("report.txt", b"content", "text/plain")'),))
    return _uploading(sdk, call, extras, named=True)


def _uploading(sdk: Sdk, call: Call | None, extras: Extras, *, named: bool) -> Code:
    """The example of an upload with the variable `file` in the place of each file."""
    if call is None:
        return NO_CODE
    values = [argument.example_value for argument in call.method.arguments]
    if named and any(isinstance(value, FileSample) for value in values):
        return NO_CODE
    arguments = tuple(
        argument if argument.example_value is None else replace(argument, example_value=_filed(argument.example_value))
        for argument in call.method.arguments
    )
    return told(sdk, Call(call.resource, replace(call.method, arguments=arguments)), extras)


def _filed(sample: Sample) -> Sample:
    """A sample whose files are the variable `file`, each in one piece."""
    if not opens_file(sample):
        return sample
    match sample:
        case DictSample() if any(isinstance(value, FileSample) for _, value in sample.entries):
            return NameSample(Code("file"))
        case DictSample():
            return DictSample(tuple((key, _filed(value)) for key, value in sample.entries))
        case ListSample():
            return ListSample(tuple(map(_filed, sample.items)))
        case ModelSample():
            fields = tuple(Given(field.name, _filed(field.value)) for field in sample.fields)
            return replace(sample, fields=fields)
        case _:
            return NameSample(Code("file"))


def stored(sdk: Sdk, calls: Iterable[Call]) -> Code:
    """A function that reads what an answer was, of the first operation that answers with a model."""
    found = (call.method.result for call in calls if call.method.result is not None)
    view = next((view for view in found if view.kind is TypeKind.MODEL), None)
    if view is None:
        return NO_CODE
    needed = (
        import_of(view.folder, sdk.project.module_name),
        Import(Code(f"{sdk.project.module_name}.utils"), Code("from_response")),
    )
    read = f"    value = from_response({python_type(view)}, stored)"
    lines = ("def restore(stored: bytes) -> None:", read, "", "    # Handle value", "    print(value)")
    return joined([*import_lines(sdk.client, needed), "", "", *lines])


def plain_http(sdk: Sdk, call: Call) -> Code:
    """Credentials over plain http, to a machine that is not this one."""
    given = (("server_url", "http://api.internal.example"), ("allow_insecure_http", True))
    return told(sdk, call, Extras(client_arguments=tuple(Given(Code(n), DataSample(v)) for n, v in given)))


def copies(sdk: Sdk, call: Call) -> Code:
    """A client and its twin."""
    twin = Code(f"twin = copy.deepcopy({sdk.client.variable})")
    return told(sdk, call, Extras(imports=(Import(Code("copy")),), inside=(twin, Code("print(twin)"))))


def hooks(sdk: Sdk, call: Call) -> Code:
    """Hooks that see every request and every answer."""
    lines = (
        "class Trace:",
        "    def before_request(self, context: HookContext, request: Request) -> Request:",
        "        print(context.operation_id, context.attempt, request.url)",
        "        return request",
        "",
        "    def after_success(self, context: HookContext, response: Response) -> Response:",
        "        print(context.operation_id, response.status_code)",
        "        return response",
        "",
        "",
        "def register(hooks: Hooks) -> None:",
        "    hooks.register_before_request_hook(Trace())",
        "    hooks.register_after_success_hook(Trace())",
        "",
    )
    types = Code(f"{sdk.project.module_name}.types")
    extras = Extras(
        imports=tuple(Import(types, Code(name)) for name in ("HookContext", "Hooks", "Request", "Response")),
        client_arguments=(Given(Code("hooks"), NameSample(Code("register"))),),
        before=tuple(map(Code, lines)),
    )
    return told(sdk, call, extras)


def trace(sdk: Sdk, call: Call) -> Code:
    """A function of the HTTP library's client that sees every answer."""
    library = sdk.project.http_library
    extras = Extras(
        imports=(Import(library),),
        client_arguments=(_CLIENT,),
        before=(
            Code(f"def trace(response: {library}.Response) -> None:"),
            Code("    print(response.request.method, response.request.url, response.status_code)"),
            NO_CODE,
        ),
        around=Code(f'with {library}.Client(event_hooks={{"response": [trace]}}) as http_client:'),
    )
    return told(sdk, call, extras)
