"""The reference page of one SDK class (docs-format rules 2 to 7)."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.markdown import Heading, comment_value, markdown_item, markdown_rich, markdown_text
from sdkwright.docs.snippets import Extras, Samples
from sdkwright.docs.table_layout import Padding
from sdkwright.docs.tables import errors_table, parameters_table, removal
from sdkwright.docs.type_cells import response_type
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE, DeprecationView
from sdkwright.view.package import Method, NamedCall, Page, Resource, Sdk


class SampleSection(Frozen):
    """One sample of an operation."""

    heading: Code
    comment: Code
    """Which operation it calls, in formats that say so."""
    code: Code


class MethodSection(Frozen):
    """One operation on the page."""

    item: Code
    heading: Code
    description: Code
    samples: tuple[SampleSection, ...]
    parameters: Code
    response: Code
    errors: Code


class ResourcePage(Frozen):
    """`docs/sdks/<class>/README.md`."""

    title: Code
    accessor: Code
    overview: Code
    items: Code
    methods: tuple[MethodSection, ...]
    is_deprecated: bool = False
    """The page says that the whole class is."""


def resource_page(sdk: Sdk, resource: Resource, padding: Padding) -> Page:
    """The page of `resource`; a class without operations has one too."""
    own = _headings(resource)
    shown = Samples(sdk)
    sections = tuple(_section(shown, resource, method, own, padding) for method in resource.methods)
    overview = _standing(resource.overview, own) if resource.overview else Code("")
    items = Code("\n".join(section.item for section in sections))
    accessor = resource.accessor if sdk.style.group_lines else NO_CODE
    gone = sdk.style.deprecated_groups and bool(sections) and all(method.deprecated for method in resource.methods)
    title = Code(f"~~{resource.title}~~") if gone else resource.title
    context = ResourcePage(title, accessor, overview, items, sections, gone)
    return Page(f"docs/sdks/{resource.page}/README.md", "docs/sdk.md", context)


def _headings(resource: Resource) -> tuple[Heading, ...]:
    """The headings to which the list of operations leads: no heading of the document may take their anchors."""
    return tuple((2, _struck(method)) for method in resource.methods)


def _section(
    shown: Samples, resource: Resource, method: Method, own: tuple[Heading, ...], padding: Padding
) -> MethodSection:
    """Everything about one method, every part ready to print."""
    return MethodSection(
        item=available_operation(method, own),
        heading=_struck(method),
        description=_description(method, own),
        samples=tuple(_samples(shown, resource, method)),
        parameters=parameters_table(method, padding),
        response=response_type(method.result) if method.result is not None else Code(""),
        errors=errors_table(method, shown.sdk.client, padding),
    )


def _samples(shown: Samples, resource: Resource, method: Method) -> Iterator[SampleSection]:
    """The plain sample, or one for each name that the document has; the only one is not headed by its name."""
    for named in method.named_examples or (None,):
        several = named is not None and len(method.named_examples) > 1
        yield SampleSection(
            Code(f"Example Usage: {markdown_text(named.name)}" if named and several else "Example Usage"),
            _usage_line(method, named) if shown.sdk.style.usage_lines else NO_CODE,
            shown.of(resource.accessor, method, Extras(named=named), last_line_blank=True),
        )


def _usage_line(method: Method, named: NamedCall | None) -> Code:
    """The comment that says which operation a sample calls, for tools that look for it."""
    told = {
        "language": Prose("python"),
        "operationID": method.operation_id,
        "method": method.verb,
        "path": method.path,
        **({"example": named.name} if named is not None else {}),
    }
    return Code(f"<!-- UsageSnippet {' '.join(f'{key}={comment_value(value)}' for key, value in told.items())} -->")


def _struck(method: Method) -> Code:
    """The name, struck through when the method is deprecated."""
    return Code(f"~~{method.name}~~") if method.deprecated else method.name


def available_operation(method: Method, own: tuple[Heading, ...] = (), page: str = "", *, spaced: bool = True) -> Code:
    """The list item of a method; `page` is the page that the link leads to, empty for the same one."""
    said = method.summary or method.description
    link = operation_link(method, page)
    if method.summary and "\n" in method.summary.raw.rstrip():
        item = Code(f"{link} - {markdown_text(method.summary)}")
    else:
        item = _item(Code(f"{link} - "), said, own, spaced=spaced) if said is not None and said else link
    return with_mark(item, method)


def operation_link(method: Method, page: str) -> Code:
    """The beginning of a list item: the method as a link to its heading on `page`."""
    return Code(f"* [{_struck(method)}]({page}#{method.name})")


def with_mark(item: Code, method: Method) -> Code:
    """The item, and behind it the mark of a deprecated operation."""
    return Code(item + _deprecated(method.deprecated) if method.deprecated else item)


def _deprecated(deprecated: DeprecationView) -> str:
    """The mark of a deprecated operation, and where its successor is found: as published, from the root of the
    project."""
    mark, new = " :warning: **Deprecated**", deprecated.replacement
    return mark if new is None else f"{mark} Use [{new.method}]({new.page}#{new.method}) instead."


def _item(head: Code, text: Prose, own: tuple[Heading, ...], *, spaced: bool) -> Code:
    """The summary behind the link; if `spaced`, a newline at its end stays, as on the published pages."""
    if "\n" not in text.raw.rstrip():
        return Code(head + markdown_text(text) + ("\n" if spaced and text.raw.endswith("\n") else ""))
    return markdown_item(head, text, own)


def _standing(text: Prose, own: tuple[Heading, ...]) -> Code:
    """A text with the newlines at its end, as published pages have it."""
    made = markdown_rich(text, own)
    return Code(made + "\n" * (len(text.raw) - len(text.raw.rstrip("\n")))) if made else made


def _description(method: Method, own: tuple[Heading, ...]) -> Code:
    """The description, else the summary; then the notice of a deprecation."""
    said = method.description or method.summary
    text = _standing(said, own) if said is not None else Code("")
    if method.deprecated is None:
        return text
    notice = f"> :warning: **DEPRECATED**: {removal(method.deprecated)}"
    return Code("\n\n".join(part for part in (text, notice) if part))
