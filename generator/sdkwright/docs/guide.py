"""`docs/guide.md`: what a call and a client can be told beside the arguments of the document, each with a program.

A section is there when the API has what it tells about, in the order in which users come to need it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.docs import guide_samples as samples
from sdkwright.docs.headings import linked_headings
from sdkwright.docs.readme.samples import Call, first, shortened, uploads
from sdkwright.docs.snippets import Extras, asynchronous
from sdkwright.frozen import Frozen, replace
from sdkwright.text import fixed
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Ending, Method, Page, Sdk
from sdkwright.view.samples import parts

_SECTIONS = (
    "Timeouts",
    "Headers and extra parameters",
    "Raw responses",
    "Paging by item",
    "Errors by status",
    "Answers that do not fit",
    "Retries in detail",
    "Testing",
    "Uploads in every form",
    "Webhooks and stored answers",
    "Redirects",
    "Plain HTTP",
    "Limits",
    "Loading ahead of time",
    "Copies and pickles",
    "Observability",
)
"""The headings of the template, in its order."""


class Guide(Frozen):
    """What the template prints; an empty text leaves its section out."""

    package: Code
    folder: Code
    class_name: Code
    async_class: Code
    """Empty where the methods of both kinds stand in one class."""
    variable: Code
    http_library: Code
    validation: Code
    contents: Code
    is_streamed: bool
    """Answers are streams of events or downloads."""
    has_credentials: bool
    is_httpx: bool
    timeouts: Code
    library_timeout: Code
    headers: Code
    extra_query: Code
    extra_body: Code
    raw: Code
    items: Code
    async_items: Code
    errors: Code
    misfits: Code
    retries: Code
    mock: Code
    respx: Code
    upload_path: Code
    upload_named: Code
    stored: Code
    redirects: Code
    plain_http: Code
    limits: Code
    preload: Code
    async_preload: Code
    copies: Code
    hooks: Code
    trace: Code


def guide_pages(sdk: Sdk) -> Iterable[Page]:
    """The page, if there is anything to call."""
    calls = [Call(resource, method) for resource in sdk.resources for method in resource.methods]
    short = sorted(calls, key=lambda call: _size(call.method))
    plain = first(short, lambda m: m.ending is Ending.PRINT) or first(short, lambda _: True)
    if plain is not None:
        yield Page("docs/guide.md", "docs/guide.md", _guide(sdk, short, plain))


def _leaves(method: Method, option: str) -> bool:
    """Whether the document has no argument of the name of an option."""
    return all(argument.name != option for argument in method.arguments)


def _size(method: Method) -> int:
    """How much its example passes: the shorter that is, the better what else a program shows is seen."""
    values = (argument.example_value for argument in method.arguments)
    return sum(1 for value in values if value is not None for _ in parts(value))


def _guide(sdk: Sdk, calls: list[Call], plain: Call) -> Guide:
    """Every section, complete or empty."""
    project, client = sdk.project, sdk.client
    itemised = first(calls, lambda m: m.ending is Ending.PAGES and m.has_items)
    uploading = first(calls, uploads)
    querying = first(calls, lambda m: m.ending is Ending.PRINT and _leaves(m, fixed.EXTRA_QUERY))
    bodied = first(calls, lambda m: m.has_flat_body and not uploads(m) and _leaves(m, fixed.EXTRA_BODY))
    made = Guide(
        package=project.package_name,
        folder=project.folder,
        class_name=client.class_name,
        async_class=client.async_class,
        variable=client.variable,
        http_library=project.http_library,
        validation=Code("lenient" if client.is_lenient else "strict"),
        contents=NO_CODE,
        is_streamed=any(call.method.ending in (Ending.EVENTS, Ending.DOWNLOAD) for call in calls),
        has_credentials=bool(client.security_arguments),
        is_httpx=project.http_library == "httpx",
        timeouts=samples.timeouts(sdk, plain),
        library_timeout=samples.library_timeout(sdk, plain),
        headers=samples.headers(sdk, plain),
        extra_query=samples.extra(sdk, querying, fixed.EXTRA_QUERY),
        extra_body=samples.extra(sdk, bodied, fixed.EXTRA_BODY),
        raw=samples.raw(sdk, plain),
        items=samples.items(sdk, itemised),
        async_items=samples.items(sdk, itemised, is_async=True),
        errors=samples.errors_by_status(sdk, plain),
        misfits=samples.misfits(sdk, plain),
        retries=samples.retries(sdk, plain),
        mock=samples.mock(sdk, plain),
        respx=samples.respx(sdk, plain),
        upload_path=samples.upload_of_a_path(sdk, uploading),
        upload_named=samples.upload_with_a_name(sdk, uploading),
        stored=samples.stored(sdk, calls),
        redirects=samples.client_option(sdk, plain, "follow_redirects", True),
        plain_http=samples.plain_http(sdk, plain),
        limits=samples.client_option(sdk, plain, fixed.MAX_RESPONSE_BYTES, 1_000_000),
        preload=shortened(sdk, plain, Extras(inside=(Code(f"{client.variable}.preload()"),))),
        async_preload=shortened(sdk, plain, asynchronous(Extras(maker=Code(".create_async")))),
        copies=samples.copies(sdk, plain),
        hooks=samples.hooks(sdk, plain),
        trace=samples.trace(sdk, plain),
    )
    there = (
        *[True] * 3,
        made.items,
        True,
        made.misfits,
        *[True] * 2,
        made.upload_path,
        made.stored,
        made.redirects,
        made.plain_http,
        made.limits,
        *[True] * 3,
    )
    shown = (heading for heading, given in zip(_SECTIONS, there, strict=True) if given)
    return replace(made, contents=linked_headings(shown))
