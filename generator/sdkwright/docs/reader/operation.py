"""One operation on the page of its resource."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.guide_samples import items
from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.rows import PageTypes, notice
from sdkwright.docs.reader.text.inline import Find
from sdkwright.docs.reader.text.sinks import sentence, title
from sdkwright.docs.readme.samples import Call
from sdkwright.docs.snippets import PLAIN, Extras, Samples, asynchronous
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Ending, Method, Resource, Sdk
from sdkwright.view.reference import AnswerView, model_key

_AWAITED = asynchronous(PLAIN)
_TITLES = {
    Ending.PRINT: "Example",
    Ending.NOTHING: "Example",
    Ending.EVENTS: "Example: event by event",
    Ending.PAGES: "Example: page by page",
    Ending.DOWNLOAD: "Example: piece by piece",
}


class Shown(Frozen):
    """A sample, and what stands above it."""

    title: Code
    code: Code


class AnswerSection(Frozen):
    """What comes back."""

    title: Code
    said: Code
    """What the document says of it: beside the title, which is bold, as Markdown may be bold itself."""
    json: Code


class OperationSection(Frozen):
    """Everything about one operation, ready to print."""

    heading: Code
    anchor: Code
    route: Code
    signature: Code
    notice: Code
    description: Code
    parameters: Code
    body: Code
    """The component whose members are parameters."""
    result: Code
    fields: Code
    samples: tuple[Shown, ...]
    answers: tuple[AnswerSection, ...]
    asynchronous: tuple[Shown, ...]
    errors: Code
    default_error: Code


def route(method: Method) -> Code:
    """`GET /pets/{id}`, as code."""
    return code_span(f"{method.http_method} {method.path.raw}")


def summary(method: Method, find: Find) -> Code:
    """One sentence of what a method does."""
    said = method.summary or method.description
    mark = Code("**Deprecated.** ") if method.deprecated is not None else NO_CODE
    return Code(f"{mark}{sentence(said, find)}") if said is not None else mark


def call_name(sdk: Sdk, resource: Resource, method: Method) -> Code:
    """`acme.pets.get`."""
    return Code(".".join(one for one in (sdk.client.variable, resource.accessor, method.name) if one))


def operation_section(
    shown: Samples, types: PageTypes, resource: Resource, method: Method, anchor: tuple[Code, str]
) -> OperationSection:
    """The section of `method`."""
    sdk, places = shown.sdk, types.places
    facts = places.told(method)
    result, fields = types.whole(method.result) if method.result is not None else (Code("`None`"), NO_CODE)
    own = (method.security_argument,) if method.security_argument is not None else ()
    return OperationSection(
        heading=anchor[0],
        anchor=Code(anchor[1]),
        route=route(method),
        signature=_signature(sdk, resource, method),
        notice=notice(method.deprecated) if method.deprecated is not None else NO_CODE,
        description=types.both(method.summary, method.description),
        parameters=types.arguments((*own, *method.arguments), dict(facts.arguments)),
        body=types.text(facts.body) if facts.body and model_key(facts.body) in places.pages else NO_CODE,
        result=result,
        fields=fields,
        samples=tuple(_samples(shown, resource, method)),
        answers=tuple(_answers(types, facts.answers)),
        asynchronous=tuple(_asynchronous(shown, resource, method)),
        errors=_errors(types, method),
        default_error=Code(f"`{sdk.client.error_folder.name}.{sdk.client.default_error}`"),
    )


def _signature(sdk: Sdk, resource: Resource, method: Method) -> Code:
    """The call with its own parameters; those of every call are told of in the guide."""
    own = method.signature[: method.own_parameters]
    head = f"{call_name(sdk, resource, method)}("
    rows = "".join(f"        {line},\n" for line in own)
    inside = f"\n        *,\n{rows}        **options,\n".replace("\n    ", "\n") if own else "**options"
    return Code(f"{head}{inside}) -> {method.result_annotation}")


def _samples(shown: Samples, resource: Resource, method: Method) -> Iterator[Shown]:
    """The plain sample, or one for each name that the document has; and item by item, where pages have items."""
    for named in method.named_examples or (None,):
        name = f": {title(named.name)}" if named is not None and len(method.named_examples) > 1 else ""
        code = shown.of(resource.accessor, method, Extras(named=named) if named is not None else PLAIN)
        yield Shown(Code(f"{_TITLES[method.ending]}{name}"), code)
    if method.ending is Ending.PAGES and method.has_items:
        yield Shown(Code("Example: item by item"), items(shown.sdk, Call(resource, method)))


def _asynchronous(shown: Samples, resource: Resource, method: Method) -> Iterator[Shown]:
    code = shown.of(resource.accessor, method, _AWAITED)
    apart = shown.sdk.client.async_class
    said = f", with `{apart}`" if apart else f": `{method.async_name}`"
    yield Shown(Code(f"Asynchronously{said}"), code)


def _answers(types: PageTypes, answers: tuple[AnswerView, ...]) -> Iterator[AnswerSection]:
    for answer in answers:
        kind = f", {code_span(answer.media_type)}" if answer.media_type is not None else ""
        yield AnswerSection(
            Code(f"Answer `{answer.status}`{kind}"),
            _said_of(types, answer),
            Code(answer.json.raw) if answer.json is not None else NO_CODE,
        )


def _said_of(types: PageTypes, answer: AnswerView) -> Code:
    """What the document says of an answer, if that is more than its status."""
    said = answer.description
    if said is None or said.raw.strip() == f"{answer.status}":
        return NO_CODE
    return Code(f": {types.cell(said)}")


def _errors(types: PageTypes, method: Method) -> Code:
    """The declared errors, each a link to what it carries, with all statuses that have it."""
    if not method.errors:
        return NO_CODE
    header = (Code("Error"), Code("Status"), Code("Content type"))
    statuses: dict[tuple[Code, Code], list[Code]] = {}
    for row in method.errors:
        statuses.setdefault((types.error(row.type), code_span(row.content_type)), []).extend(row.statuses)
    rows = [(error, Code(", ".join(found)), kind) for (error, kind), found in statuses.items()]
    return table(header, rows, Padding.NONE)
