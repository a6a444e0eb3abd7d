"""View objects made by hand, for tests of the docs: the sessions resource as the plan hands it over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdkwright.docs.pages import pages
from sdkwright.frozen import replace
from sdkwright.render import page_text
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import MODELS, Field, Folder, ObjectModel, TypeKind, TypeView
from sdkwright.view.package import (
    Argument,
    Author,
    Client,
    ClientArgument,
    Ending,
    ErrorRow,
    Method,
    Page,
    Project,
    Resource,
    Sdk,
)
from sdkwright.view.samples import CallSample, DataSample, Import, Sample

NONE = Code("")
STR = TypeView(TypeKind.SCALAR, Code("str"))
FLOAT = TypeView(TypeKind.SCALAR, Code("float"))
DATETIME = TypeView(TypeKind.SCALAR, Code("datetime"))


def nullable(view: TypeView) -> TypeView:
    return TypeView(view.kind, view.name, view.args, True, view.page, view.folder)


def list_of(item: TypeView) -> TypeView:
    return TypeView(TypeKind.LIST, args=(item,))


def model(name: str, folder: str = "models") -> TypeView:
    return TypeView(TypeKind.MODEL, Code(name), page=Code(name.lower()), folder=Folder.of(folder))


def argument(
    name: str, view: TypeView, description: str | None = None, *, required: bool = False, value: Sample | None = None
) -> Argument:
    return Argument(
        name=Code(name),
        annotation=NONE,
        type=view,
        documented_as_required=required,
        description=Prose(description) if description else None,
        example_value=value,
    )


def credential(name: str, environment: str) -> ClientArgument:
    read = CallSample(Code("os.getenv"), Import(Code("os")), (DataSample(environment), DataSample("")))
    return ClientArgument(Code(name), NONE, Code(environment), example_value=read)


def field(name: str, view: TypeView, description: str | None = None, *, required: bool = True) -> Field:
    return Field(
        name=Code(name),
        type=view,
        annotation=NONE,
        required=required,
        description=Prose(description) if description else None,
    )


def method(
    name: str,
    summary: str | None,
    description: str | None,
    arguments: Sequence[Argument] = (),
    result: TypeView | None = None,
    errors: Sequence[ErrorRow] = (),
    ending: Ending | None = None,
) -> Method:
    return Method(
        name=Code(name),
        async_name=Code(f"{name}_async"),
        http_method=Code("GET"),
        path=Prose("/"),
        operation_id=Prose(name),
        verb=Prose("get"),
        summary=Prose(summary) if summary is not None else None,
        description=Prose(description) if description is not None else None,
        arguments=tuple(arguments),
        result=result,
        result_annotation=NONE,
        async_result_annotation=NONE,
        operation_name=NONE,
        call=NONE,
        errors=tuple(errors),
        ending=ending or (Ending.PRINT if result else Ending.NOTHING),
    )


def object_model(name: str, fields: Sequence[Field], description: str | None = None) -> ObjectModel:
    return ObjectModel(
        class_name=Code(name),
        page=Code(name.lower()),
        folder=MODELS,
        description=Prose(description) if description is not None else None,
        fields=tuple(fields),
    )


def resource(name: str, accessor: str, methods: Sequence[Method], overview: str | None = None) -> Resource:
    return Resource(
        class_name=Code(name),
        accessor=Code(accessor),
        module=Code(name.lower()),
        page=Code(name.lower()),
        folder=Code(name.lower()),
        title=Code(name),
        overview=Prose(overview) if overview is not None else None,
        methods=tuple(methods),
        is_root=not accessor,
    )


def sdk(*resources: Resource) -> Sdk:
    return Sdk(
        project=Project(
            package_name=Code("orq-ai-sdk"),
            module_name=Code("orq_ai_sdk"),
            version=Code("0.1.0"),
            description=Prose("Python Client SDK for the Orq API."),
            authors=(Author(Prose("Orq")),),
            license=None,
            homepage=None,
            documentation_url=Prose("https://docs.orq.ai"),
            urls=(),
            dependencies=(),
            dev_dependencies=(),
            http_library=Code("httpx2"),
            environment_prefix=Code("ORQ"),
            api_title=Prose("orq.ai API"),
            api_description=Prose("orq.ai API documentation"),
            documentation_label=Prose("orq.ai Documentation"),
        ),
        client=Client(
            class_name=Code("Orq"),
            variable=Code("orq"),
            security_arguments=(credential("api_key", "ORQ_API_KEY"),),
            globals=(),
            server_variables=(),
            servers=(),
            http_library=Code("httpx2"),
            object_type=NONE,
            runtime_configuration=NONE,
            base_error=Code("OrqError"),
            default_error=Code("APIError"),
            error_folder=MODELS,
        ),
        resources=tuple(resources),
        modules=(),
        response_required=False,
    )


def sessions() -> Resource:
    """The resource of the fixed target page."""
    session_id = argument(
        "session_id", STR, "Unique identifier of the session", required=True, value=DataSample("<id>")
    )
    not_found = ErrorRow(model("HonoAPIError"), (Code("404"),), Prose("application/json"))
    text = "The request object to use for the request."
    changes = (
        argument("id", STR),
        argument("external_id", STR),
        argument("duration", FLOAT, "Duration of the session in ms"),
        argument("contact_ids", list_of(STR), "List of contact ids"),
        argument("billing", model("UpdateSessionBilling")),
        argument("usage", model("UpdateSessionUsage")),
        argument("traces_count", FLOAT, "Total traces of the session"),
        argument("tags", list_of(STR)),
        argument("workspace_id", STR, "The workspace id"),
        argument("project_id", nullable(STR), "The project id"),
        argument("started_at", DATETIME, "The time when the session was created"),
        argument("updated_at", DATETIME, "The time when the session was updated"),
    )
    return resource(
        "Sessions",
        "sessions",
        (
            method(
                "create",
                "Create Trace Session",
                "Create a session for traces",
                (argument("request", model("CreateSessionRequestBody"), text, required=True),),
                model("CreateSessionResponseBody"),
            ),
            method("delete", "Delete Trace Session", "Delete a trace session", (session_id,), None, (not_found,)),
            method(
                "get",
                "Get Trace Session",
                "Get a trace session",
                (session_id,),
                model("GetSessionResponseBody"),
                (not_found,),
            ),
            method(
                "update",
                "Update Trace Session",
                "Update a trace session",
                (session_id, *changes),
                model("UpdateSessionResponseBody"),
                (not_found,),
            ),
            method(
                "list",
                "List sessions",
                "Retrieves a paginated list of sessions for the current workspace.",
                (argument("request", model("ListSessionsRequestBody"), text, required=True),),
                model("ListSessionsResponseBody"),
            ),
        ),
    )


def page_texts(found: Iterable[Page]) -> dict[str, str]:
    """The texts of pages by their paths."""
    texts: dict[str, str] = {}
    for page in found:
        texts[page.path] = page_text(page, texts.__getitem__)
    return texts


def render(made: Sdk) -> dict[str, str]:
    return page_texts(pages(made))


def with_client(made: Sdk, **changes: object) -> Sdk:
    client: Client = replace(made.client, **changes)  # type: ignore[arg-type]  # a test helper over every field
    return replace(made, client=client)


def page_of(*methods: Method, **client: object) -> str:
    return render(with_client(sdk(resource("Things", "things", methods)), **client))["docs/sdks/things/README.md"]


def sample_of(page: str) -> str:
    return page.split("```python\n")[1].split("```", maxsplit=1)[0]
