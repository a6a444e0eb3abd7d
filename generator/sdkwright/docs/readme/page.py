"""`README.md` and `USAGE.md` of the SDK: sections that appear when the document has what they tell about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sdkwright.docs.headings import linked_headings
from sdkwright.docs.markdown import (
    autolink,
    code_span,
    link_base,
    markdown_cell,
    markdown_rich,
    markdown_start,
    markdown_text,
)
from sdkwright.docs.methods import available_operation
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
from sdkwright.docs.readme.sections import Section, sections
from sdkwright.docs.snippets import asynchronous
from sdkwright.docs.table_layout import Padding, table
from sdkwright.docs.tables import default_error
from sdkwright.docs.type_cells import type_cell
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
    WebhookView,
)


class Usage(Frozen):
    """One operation, called in both ways."""

    title: Code
    description: Code
    sync: Code
    asynchronous: Code
    heading: Code = NO_CODE
    """Of a page that has nothing else; empty where there is nothing to tell apart."""


class Operations(Frozen):
    """The operations of one SDK class, linked to its page."""

    title: Code
    page: Code
    items: Code


class Readme(Frozen):
    """What the two templates print; an empty text leaves its section out."""

    title: Code
    sections: Mapping[str, Section]
    marked: bool
    """Comments stand around the sections."""
    root: Code
    """What links to files of the project begin with: on an index, which shows the page alone, relative ones lead
    nowhere."""
    package: Code
    history: Code
    """Links to the pages that tell what changed."""
    module: Code
    folder: Code
    class_name: Code
    variable: Code
    prefix: Code
    http_library: Code
    description: Code
    summary: Code
    documentation: Code
    contents: Code
    usages: tuple[Usage, ...]
    security: Code
    security_sample: Code
    operations: tuple[Operations, ...]
    globals: Code
    globals_sample: Code
    retry_call: Code
    retry_client: Code
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


def readme_pages(sdk: Sdk, padding: Padding) -> Iterable[Page]:
    """The two pages at the root of the project."""
    readme = _readme(sdk, padding)
    yield Page("README.md", "docs/readme.md", readme)
    yield Page("USAGE.md", "docs/usage_marked.md" if readme.marked else "docs/usage.md", readme)


def _readme(sdk: Sdk, padding: Padding) -> Readme:
    """Every section, complete or empty."""
    project, client = sdk.project, sdk.client
    calls = [Call(resource, method) for resource in sdk.resources for method in resource.methods]
    plain = first(calls, lambda m: m.ending in (Ending.PRINT, Ending.NOTHING)) or first(calls, lambda _: True)
    failing = first(calls, lambda m: bool(m.errors) and m.ending is Ending.PRINT) or plain
    root = link_base(project.files_url) if project.files_url is not None else NO_CODE
    several_servers = len(client.servers) > 0 and not client.needs_server_url
    made = Readme(
        title=project.package_name,
        sections=sections(marked=sdk.style.marked_sections),
        marked=sdk.style.marked_sections,
        root=root,
        package=project.package_name,
        history=Code(", ".join(f"[{name}]({root}{name})" for name in project.history)),
        module=project.module_name,
        folder=project.folder,
        class_name=client.class_name,
        variable=client.variable,
        prefix=project.environment_prefix,
        http_library=project.http_library,
        description=markdown_start(project.description),
        summary=_summary(sdk),
        documentation=_documentation(sdk),
        contents=NO_CODE,
        usages=_usages(sdk, calls, plain),
        security=_credentials(client, padding),
        security_sample=shortened(sdk, plain) if client.security_arguments else NO_CODE,
        operations=tuple(_operations(resource, root) for resource in sdk.resources if resource.methods),
        globals=_globals(client, padding),
        globals_sample=globals_sample(sdk, plain),
        retry_call=retry_for_a_call(sdk, plain),
        retry_client=retry_for_a_client(sdk, plain),
        base_error=Code(f"{client.error_folder.name}.{client.base_error}"),
        default_error=default_error(client),
        error_classes=error_classes(calls, root, padding),
        errors=error_lists(client, calls, root, padding),
        error_sample=(error_properties if sdk.style.marked_sections else error_sample)(sdk, failing),
        servers=_servers(client.servers, padding),
        server_variables=_server_variables(client, padding),
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
        webhooks=_webhooks(sdk, root, padding),
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
    return linked_headings(one.name for key, one in readme.sections.items() if not left_out.get(key))


# -------------------------------------------------------------------------------------------------------------- texts


def _usages(sdk: Sdk, calls: Sequence[Call], plain: Call | None) -> tuple[Usage, ...]:
    """The operations that the document wants shown, by their positions; else the first that is plain."""
    wanted = [call for call in calls if call.method.usage is not None]
    wanted.sort(key=lambda call: _position(call.method))
    shown = wanted or ([plain] if plain is not None else [])
    return tuple(
        Usage(
            _usage_title(call.method),
            _usage_description(call.method),
            _headed("Synchronous", shortened(sdk, call), marked=sdk.style.marked_sections),
            _headed("Asynchronous", shortened(sdk, call, asynchronous()), marked=sdk.style.marked_sections),
            _usage_title(call.method) if len(shown) > 1 or _is_titled(call.method) else NO_CODE,
        )
        for call in shown
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


def _usage_title(method: Method) -> Code:
    title = method.usage.title if method.usage is not None else None
    said = title or method.summary
    return markdown_text(said) if said else Code(method.name)


def _usage_description(method: Method) -> Code:
    said = method.usage.description if method.usage is not None else None
    return markdown_rich(said) if said else NO_CODE


def _summary(sdk: Sdk) -> Code:
    """What the document says of the API."""
    project = sdk.project
    title = f"**{markdown_text(project.api_title)}**"
    headings = sections(marked=sdk.style.marked_sections).values()
    own = ((1, project.package_name), *((2, section.name) for section in headings))
    said = markdown_rich(project.api_description, own) if project.api_description else NO_CODE
    return Code("\n\n".join(part for part in (title, said) if part))


def _documentation(sdk: Sdk) -> Code:
    """The link to the documentation, labelled as the document labels it."""
    project = sdk.project
    if project.documentation_url is None:
        return NO_CODE
    label = markdown_start(project.documentation_label) if project.documentation_label else "Documentation"
    return Code(f"{label}: {autolink(project.documentation_url)}")


def _operations(resource: Resource, root: Code) -> Operations:
    """The list of one class."""
    page = f"{root}docs/sdks/{resource.page}/README.md"
    items = "\n".join(available_operation(method, page=page, spaced=False) for method in resource.methods)
    return Operations(resource.title, Code(page), Code(items))


def _argument_table(arguments: Sequence[ClientArgument], padding: Padding) -> Code:
    """Constructor arguments and the variables they are read from."""
    header = (Code("Argument"), Code("Environment variable"), Code("Description"))
    rows = [
        (
            Code(f"`{argument.name}`"),
            Code(f"`{argument.environment}`") if argument.environment else Code("-"),
            _cell(argument.description),
        )
        for argument in arguments
    ]
    return table(header, rows, padding)


def _cell(text: Prose | None) -> Code:
    return markdown_cell(text) if text else Code("-")


def _credentials(client: Client, padding: Padding) -> Code:
    return _argument_table(client.security_arguments, padding) if client.security_arguments else NO_CODE


def _globals(client: Client, padding: Padding) -> Code:
    return _argument_table(client.globals, padding) if client.globals else NO_CODE


def _webhooks(sdk: Sdk, root: Code, padding: Padding) -> Code:
    """What is sent and the type of its body, each once."""
    if not sdk.webhooks:
        return NO_CODE
    header = (Code("Webhook"), Code("Body"))
    return table(header, list(dict.fromkeys(_webhook(hook, root) for hook in sdk.webhooks)), padding)


def _webhook(hook: WebhookView, root: Code) -> tuple[Code, Code]:
    body = Code("-") if hook.body is None else type_cell(hook.body, required=True, up=Code(f"{root}docs/"))
    return code_span(hook.name), body


def _server_variables(client: Client, padding: Padding) -> Code:
    return _argument_table(client.server_variables, padding) if client.server_variables else NO_CODE


def _servers(servers: Sequence[ServerView], padding: Padding) -> Code:
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
            _cell(server.description),
        )
        for number, server in enumerate(servers)
    ]
    return table(header, rows, padding)
