"""`README.md` and `USAGE.md` of the SDK: sections that appear when the document has what they tell about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import SimpleNamespace

from sdkwright.docs.headings import linked_headings
from sdkwright.docs.markdown import code_span
from sdkwright.docs.readme.errors import ErrorLists, error_classes, error_lists
from sdkwright.docs.readme.samples import (
    Call,
    custom_client,
    debug,
    error_properties,
    error_sample,
    first,
    globals_sample,
    retry_for_a_call,
    retry_for_a_client,
    server_index,
    server_url,
    shortened,
    uploads,
    webhook_sample,
)
from sdkwright.docs.readme.sections import sections
from sdkwright.docs.readme.voice import Voice
from sdkwright.docs.snippets import asynchronous
from sdkwright.docs.table_layout import Padding, table
from sdkwright.docs.tables import default_error
from sdkwright.frozen import Frozen, replace
from sdkwright.text.escape import string_literal
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import (
    Client,
    ClientArgument,
    Ending,
    Method,
    Page,
    Resource,
    Sdk,
    ServerView,
)
from sdkwright.view.webhooks import WebhookView


class Usage(Frozen):
    """One operation, called in both ways."""

    title: Code
    description: Code
    sync: Code
    asynchronous: Code
    heading: Code = NO_CODE
    """Of a page that has nothing else; empty where there is nothing to tell apart."""


class Operations(Frozen):
    """The operations of one SDK class, below what leads to its page."""

    heading: Code
    items: Code


class Readme(Frozen):
    """What the two templates print; an empty text leaves its section out."""

    title: Code
    sections: SimpleNamespace
    """Each `Section` by its key."""
    marked: bool
    """Comments stand around the sections."""
    root: Code
    """What links to files of the project begin with."""
    package: Code
    history: Code
    """Links to the pages that tell what changed."""
    module: Code
    folder: Code
    class_name: Code
    async_class: Code
    """Empty where the methods of both kinds stand in one class."""
    variable: Code
    prefix: Code
    http_library: Code
    description: Code
    summary: Code
    documentation: Code
    reference: Code
    contents: Code
    usages: tuple[Usage, ...]
    security: Code
    security_environment: bool
    """Some argument is read from an environment variable."""
    security_sample: Code
    operations: tuple[Operations, ...]
    globals: Code
    globals_sample: Code
    retry_call: Code
    retry_client: Code
    retry_page: Code
    base_error: Code
    default_error: Code
    error_classes: Code
    errors: ErrorLists
    error_sample: Code
    servers: Code
    server_variables: Code
    server_index_sample: Code
    server_url_sample: Code
    client_sample: Code
    async_client_sample: Code
    lifecycle_sample: Code
    async_lifecycle_sample: Code
    debug_sample: Code
    streaming_sample: Code
    upload_sample: Code
    download_sample: Code
    pagination_sample: Code
    webhooks: Code
    webhook_sample: Code


def readme_pages(sdk: Sdk, padding: Padding, voice: Voice) -> Iterable[Page]:
    """The two pages at the root of the project, as `voice` speaks."""
    readme = _readme(sdk, padding, voice)
    yield Page("README.md", "docs/readme.md", readme)
    yield Page("USAGE.md", "docs/usage_marked.md" if readme.marked else "docs/usage.md", readme)


def _readme(sdk: Sdk, padding: Padding, voice: Voice) -> Readme:
    """Every section, complete or empty."""
    project, client = sdk.project, sdk.client
    calls = [Call(resource, method) for resource in sdk.resources for method in resource.methods]
    plain = first(calls, lambda m: m.ending in (Ending.PRINT, Ending.NOTHING)) or first(calls, lambda _: True)
    failing = first(calls, lambda m: bool(m.errors) and m.ending is Ending.PRINT) or plain
    several_servers = len(client.servers) > 0 and not client.needs_server_url
    made = Readme(
        title=project.package_name,
        sections=SimpleNamespace(**sections(marked=sdk.style.marked_sections)),
        marked=sdk.style.marked_sections,
        root=voice.root,
        package=project.package_name,
        history=Code(", ".join(f"[{name}]({voice.root}{name})" for name in project.history)),
        module=project.module_name,
        folder=project.folder,
        class_name=client.class_name,
        async_class=client.async_class,
        variable=client.variable,
        prefix=project.environment_prefix,
        http_library=project.http_library,
        description=voice.start(project.description),
        summary=_summary(sdk, voice),
        documentation=_documentation(sdk, voice),
        reference=voice.reference,
        contents=NO_CODE,
        usages=_usages(sdk, calls, plain, voice),
        security=_credentials(client, padding, voice),
        security_environment=_any_environment(client.security_arguments),
        security_sample=shortened(sdk, plain) if client.security_arguments else NO_CODE,
        operations=tuple(_operations(resource, voice) for resource in sdk.resources if resource.methods),
        globals=_globals(client, padding, voice),
        globals_sample=globals_sample(sdk, plain),
        retry_call=retry_for_a_call(sdk, plain),
        retry_client=retry_for_a_client(sdk, plain),
        retry_page=voice.retries,
        base_error=Code(f"{client.error_folder.name}.{client.base_error}"),
        default_error=default_error(client),
        error_classes=error_classes(calls, voice, padding),
        errors=error_lists(client, calls, voice, padding),
        error_sample=(error_properties if sdk.style.marked_sections else error_sample)(sdk, failing),
        servers=_servers(client.servers, padding, voice),
        server_variables=_server_variables(client, padding, voice),
        server_index_sample=server_index(sdk, plain) if several_servers else NO_CODE,
        server_url_sample=server_url(sdk, plain),
        client_sample=custom_client(sdk, plain, is_async=False),
        async_client_sample=custom_client(sdk, plain, is_async=True),
        lifecycle_sample=shortened(sdk, plain),
        async_lifecycle_sample=shortened(sdk, plain, asynchronous()),
        debug_sample=debug(sdk, plain),
        streaming_sample=shortened(sdk, first(calls, lambda m: m.ending is Ending.EVENTS)),
        upload_sample=shortened(sdk, first(calls, uploads)),
        download_sample=shortened(sdk, first(calls, lambda m: m.ending is Ending.DOWNLOAD)),
        pagination_sample=shortened(sdk, first(calls, lambda m: m.ending is Ending.PAGES)),
        webhooks=_webhooks(sdk, voice, padding),
        webhook_sample=webhook_sample(sdk),
    )
    return replace(made, contents=_contents(made))


def _contents(readme: Readme) -> Code:
    """The sections that the template prints, each linked to its heading."""
    left_out = {
        "summary": True,
        "toc": True,
        "idesupport": not readme.marked,
        "usage": not readme.usages,
        "security": not readme.security,
        "operations": not readme.operations,
        "streams": not readme.streaming_sample,
        "pagination": not readme.pagination_sample,
        "uploads": not readme.upload_sample,
        "downloads": not readme.download_sample,
        "webhooks": not readme.webhooks,
        "globals": not readme.globals,
    }
    return linked_headings(one.name for key, one in vars(readme.sections).items() if not left_out.get(key))


# -------------------------------------------------------------------------------------------------------------- texts


def _usages(sdk: Sdk, calls: Sequence[Call], plain: Call | None, voice: Voice) -> tuple[Usage, ...]:
    """The operations that the document wants shown, by their positions; else the first that is plain."""
    wanted = [call for call in calls if call.method.usage is not None]
    wanted.sort(key=lambda call: _position(call.method))
    shown = wanted or ([plain] if plain is not None else [])
    return tuple(_usage(sdk, call, voice, several=len(shown) > 1) for call in shown)


def _usage(sdk: Sdk, call: Call, voice: Voice, *, several: bool) -> Usage:
    """One of them."""
    title = voice.heading(_usage_title(call.method, voice))
    return Usage(
        title,
        _usage_description(call.method, voice),
        _headed("Synchronous", shortened(sdk, call), marked=sdk.style.marked_sections),
        _headed("Asynchronous", shortened(sdk, call, asynchronous()), marked=sdk.style.marked_sections),
        title if several or _is_titled(call.method) else NO_CODE,
    )


def _headed(kind: str, code: Code, *, marked: bool) -> Code:
    """A sample; where sections are marked it says what kind it is."""
    return Code(f"# {kind} Example\n{code}") if marked else code


def _is_titled(method: Method) -> bool:
    return method.usage is not None and bool(method.usage.title)


def _position(method: Method) -> tuple[bool, int]:
    """Operations without a position come last."""
    position = method.usage.position if method.usage is not None else None
    return (position is None, position or 0)


def _usage_title(method: Method, voice: Voice) -> Code:
    title = method.usage.title if method.usage is not None else None
    said = title or method.summary
    return voice.line(said) if said else Code(method.name)


def _usage_description(method: Method, voice: Voice) -> Code:
    said = method.usage.description if method.usage is not None else None
    return voice.rich(said) if said else NO_CODE


def _summary(sdk: Sdk, voice: Voice) -> Code:
    """What the document says of the API."""
    project = sdk.project
    title = f"**{voice.line(project.api_title)}**"
    headings = sections(marked=sdk.style.marked_sections).values()
    own = ((1, project.package_name), *((2, section.name) for section in headings))
    said = voice.rich(project.api_description, own) if project.api_description else NO_CODE
    return Code("\n\n".join(part for part in (title, said) if part))


def _documentation(sdk: Sdk, voice: Voice) -> Code:
    """The link to the documentation, labelled as the document labels it."""
    project = sdk.project
    if project.documentation_url is None:
        return NO_CODE
    label = voice.start(project.documentation_label) if project.documentation_label else "Documentation"
    return Code(f"{label}: {voice.address(project.documentation_url)}")


def _operations(resource: Resource, voice: Voice) -> Operations:
    """The list of one class."""
    return Operations(voice.group(resource), voice.operations(resource))


def _argument_table(arguments: Sequence[ClientArgument], padding: Padding, voice: Voice) -> Code:
    """Constructor arguments and the variables they are read from, if any is."""
    header = (Code("Argument"), Code("Environment variable"), Code("Description"))
    rows = [
        (
            Code(f"`{argument.name}`"),
            Code(f"`{argument.environment}`") if argument.environment else Code("-"),
            _cell(argument.description, voice),
        )
        for argument in arguments
    ]
    if not _any_environment(arguments):
        return table(header[::2], [row[::2] for row in rows], padding)
    return table(header, rows, padding)


def _any_environment(arguments: Sequence[ClientArgument]) -> bool:
    return any(argument.environment for argument in arguments)


def _cell(text: Prose | None, voice: Voice) -> Code:
    return voice.cell(text) if text else Code("-")


def _credentials(client: Client, padding: Padding, voice: Voice) -> Code:
    return _argument_table(client.security_arguments, padding, voice) if client.security_arguments else NO_CODE


def _globals(client: Client, padding: Padding, voice: Voice) -> Code:
    return _argument_table(client.globals, padding, voice) if client.globals else NO_CODE


def _webhooks(sdk: Sdk, voice: Voice, padding: Padding) -> Code:
    """What is sent and the type of its body, each once."""
    if not sdk.webhooks:
        return NO_CODE
    header = (Code("Webhook"), Code("Body"))
    return table(header, list(dict.fromkeys(_webhook(hook, voice) for hook in sdk.webhooks)), padding)


def _webhook(hook: WebhookView, voice: Voice) -> tuple[Code, Code]:
    body = Code("-") if hook.body is None else voice.body(hook.body)
    return code_span(hook.name), body


def _server_variables(client: Client, padding: Padding, voice: Voice) -> Code:
    return _argument_table(client.server_variables, padding, voice) if client.server_variables else NO_CODE


def _servers(servers: Sequence[ServerView], padding: Padding, voice: Voice) -> Code:
    """The servers of the document, by index and, where they have one, by id."""
    if not servers:
        return NO_CODE
    header = (Code("#"), Code("Server"), Code("Description"))
    rows = [
        (
            Code(
                f"{number}" if server.server_id is None else f"{number}, {code_span(string_literal(server.server_id))}"
            ),
            code_span(server.url),
            _cell(server.description, voice),
        )
        for number, server in enumerate(servers)
    ]
    return table(header, rows, padding)
