"""`AGENTS.md`: for whoever writes programs with the SDK or works on it, in one screen; tools of editors look for it."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.readme.samples import Call, error_sample, first, shortened
from sdkwright.docs.tables import default_error
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.package import Ending, Page, Sdk


class Agents(Frozen):
    """What the template prints; an empty text leaves its part out."""

    package: Code
    module: Code
    folder: Code
    class_name: Code
    async_class: Code
    http_library: Code
    call: Code
    has_reader_docs: bool
    base_error: Code
    default_error: Code
    error_sample: Code
    is_lenient: bool
    included: tuple[Code, ...]


def agents_pages(sdk: Sdk) -> Iterator[Page]:
    """The one page, at the root of the project."""
    project, client = sdk.project, sdk.client
    calls = [Call(resource, method) for resource in sdk.resources for method in resource.methods]
    plain = first(calls, lambda m: m.ending is Ending.PRINT) or first(calls, lambda _: True)
    failing = first(calls, lambda m: bool(m.errors) and m.ending is Ending.PRINT) or plain
    page = Agents(
        package=project.package_name,
        module=project.module_name,
        folder=project.folder,
        class_name=client.class_name,
        async_class=client.async_class,
        http_library=project.http_library,
        call=shortened(sdk, plain),
        has_reader_docs=sdk.reference is not None,
        base_error=Code(f"{client.error_folder.name}.{client.base_error}"),
        default_error=default_error(client),
        error_sample=error_sample(sdk, failing),
        is_lenient=client.is_lenient,
        included=project.included,
    )
    yield Page("AGENTS.md", "docs/agents.md", page)
