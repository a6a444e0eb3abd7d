"""The pages of the docs, from view objects made by hand."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from sdkwright.docs.type_cells import python_type, response_type, type_cell
from sdkwright.frozen import replace
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import (
    MODELS,
    DeprecationView,
    EnumModel,
    EnumValue,
    Folder,
    Model,
    ModelModule,
    ModelRole,
    TypeKind,
    TypeView,
    UnionModel,
)
from sdkwright.view.package import ClientArgument, Ending, ErrorRow, Sdk
from sdkwright.view.samples import (
    DictSample,
    FileSample,
    ModelSample,
)
from sdkwright.view.webhooks import WebhookView

from tests.unit.docs_views import (
    DATETIME,
    NONE,
    STR,
    argument,
    field,
    list_of,
    method,
    model,
    nullable,
    object_model,
    page_of,
    render,
    resource,
    sdk,
    sessions,
    with_client,
)

TARGET = Path(__file__).parents[2] / "docs" / "expected" / "sessions.md"
DICT = TypeView(TypeKind.DICT, args=(STR,))
EVENTS = TypeView(TypeKind.EVENT_STREAM, args=(model("Event"),))


def with_models(*models: Model) -> Sdk:
    return replace(sdk(), modules=(ModelModule(Code("m"), models, (), ()),))


def test_sessions_page_is_the_published_one() -> None:
    assert render(sdk(sessions()))["docs/sdks/sessions/README.md"] == TARGET.read_text("utf-8")


def test_class_without_operations_ends_at_the_empty_list() -> None:
    page = render(sdk(resource("Root", "", (), "All of it.")))["docs/sdks/root/README.md"]
    assert page == "# Root\n\n## Overview\n\nAll of it.\n\n### Available Operations\n"


# -------------------------------------------------------------------------------------------------------- type cells


@pytest.mark.parametrize(
    ("view", "required", "cell"),
    [
        (STR, True, "*str*"),
        (STR, False, "*Optional[str]*"),
        (nullable(STR), True, "*Nullable[str]*"),
        (nullable(STR), False, "*OptionalNullable[str]*"),
        (TypeView(TypeKind.ANY), False, "*Optional[Any]*"),
        (TypeView(TypeKind.LITERAL, Code('"eq"')), False, '*Optional[Literal["eq"]]*'),
        (DATETIME, False, "[date](https://docs.python.org/3/library/datetime.html#date-objects)"),
        (nullable(DATETIME), True, "[date](https://docs.python.org/3/library/datetime.html#date-objects)"),
        (
            TypeView(TypeKind.SCALAR, Code("date")),
            True,
            "[datetime](https://docs.python.org/3/library/datetime.html#datetime-objects)",
        ),
        (model("Pet"), True, "[models.Pet](../models/pet.md)"),
        (model("Pet"), False, "[Optional[models.Pet]](../models/pet.md)"),
        (nullable(model("Pet")), False, "[OptionalNullable[models.Pet]](../models/pet.md)"),
        (model("Bad", "errors"), True, "[errors.Bad](../errors/bad.md)"),
        (nullable(list_of(STR)), False, "List[*str*]"),
        (list_of(model("Pet")), False, "List[[models.Pet](../models/pet.md)]"),
        (list_of(nullable(STR)), True, "List[*Nullable[str]*]"),
        (DICT, False, "Dict[str, *str*]"),
        (
            TypeView(TypeKind.DICT, args=(list_of(model("Pet")),)),
            True,
            "Dict[str, List[[models.Pet](../models/pet.md)]]",
        ),
    ],
)
def test_type_cells(view: TypeView, required: bool, cell: str) -> None:
    assert type_cell(view, required=required, up=MODELS.up) == cell


@pytest.mark.parametrize(
    ("view", "line"),
    [
        (model("Pet"), "**[models.Pet](../../models/pet.md)**"),
        (list_of(model("Pet")), "**[List[models.Pet]](../../models/.md)**"),
        (TypeView(TypeKind.HTTP_RESPONSE), "**[httpx.Response](../../models/.md)**"),
        (
            EVENTS,
            "**[Union[eventstreaming.EventStream[models.Event], eventstreaming.EventStreamAsync[models.Event]]]"
            "(../../models/.md)**",
        ),
    ],
)
def test_response_lines(view: TypeView, line: str) -> None:
    assert response_type(view) == line


def test_python_types() -> None:
    assert python_type(TypeView(TypeKind.DICT, args=(list_of(DATETIME),))) == "Dict[str, List[datetime]]"


# ------------------------------------------------------------------------------------------------------------ methods


def test_operation_without_description_shows_its_summary_and_the_other_way_round() -> None:
    page = page_of(method("a", "Summary", None), method("b", None, "Description"), method("c", None, None))
    assert "* [a](#a) - Summary\n* [b](#b) - Description\n* [c](#c)\n" in page
    assert "## a\n\nSummary\n\n### Example" in page
    assert "## b\n\nDescription\n\n### Example" in page
    assert "## c\n\n### Example" in page


def test_summary_that_ends_in_a_newline_keeps_it() -> None:
    assert "* [a](#a) - Beta\n\n* [b](#b) - B\n" in page_of(method("a", "Beta\n", "x"), method("b", "B", "x"))


def test_deprecated_operation() -> None:
    deprecated = replace(method("a", "Do", "Does."), deprecated=DeprecationView(Prose("Use b.")))
    page = page_of(deprecated)
    assert "* [~~a~~](#a) - Do :warning: **Deprecated**\n" in page
    assert "## ~~a~~\n\nDoes.\n\n> :warning: **DEPRECATED**: This will be removed in a future release, please" in page
    assert "as soon as possible. Use b.\n" in page


def test_deprecated_argument() -> None:
    old = replace(argument("old", STR, "The old\none."), deprecated=DeprecationView())
    page = page_of(method("a", "A", None, (old,)))
    assert "| ~~`old`~~ " in page
    notice = ": warning: ** DEPRECATED **: This will be removed in a future release, please migrate away from it"
    assert f"{notice} as soon as possible.<br/><br/>The old<br/>one." in page


def test_example_column_appears_with_an_example() -> None:
    told = replace(argument("a", STR), examples=(Prose('{\n  "a": 1\n}'),))
    page = page_of(method("m", "M", None, (told, argument("b", STR))))
    assert re.search(r"\| Description +\| Example +\|", page)
    assert '| {<br/>"a": 1<br/>}' in page
    page = page_of(method("m", "M", None, (replace(told, examples=(*told.examples, Prose("other"))),)))
    assert '| **Example 1:** {<br/>"a": 1<br/>}<br/>**Example 2:** other' in page


def test_operation_with_servers_of_its_own_takes_a_server_url() -> None:
    row = "| `server_url` "
    assert row in page_of(replace(method("m", "M", None), has_own_servers=True))
    assert row not in page_of(method("m", "M", None))


def test_security_of_an_operation_is_a_row() -> None:
    own = argument("security", model("MSecurity"), required=True, value=ModelSample(MODELS, Code("MSecurity"), ()))
    page = page_of(replace(method("m", "M", None), security_argument=own))
    assert re.search(r"\| `security` +\| \[models\.MSecurity\]\(\.\./\.\./models/msecurity\.md\)", page)
    assert "things.m(security=models.MSecurity())" in page


def test_errors_are_listed_and_the_default_is_last() -> None:
    rows = (
        ErrorRow(model("Bad", "errors"), (Code("400"), Code("401")), Prose("application/json")),
        ErrorRow(model("Bad", "errors"), (Code("5XX"),), Prose("application/*")),
    )
    page = page_of(
        method("m", "M", None, (), None, rows), error_folder=Folder.of("errors"), default_error=Code("SDKError")
    )
    cells = [[c.strip() for c in line.split(" | ")] for line in page[page.index("### Errors") :].split("\n")[4:]]
    assert [[c.strip("| ") for c in row] for row in cells] == [
        ["errors.Bad", "400, 401", "application/json"],
        ["errors.Bad", "5XX", "application/\\*"],
        ["errors.SDKError", "4XX, 5XX", "\\*/\\*"],
    ]


def test_heading_of_a_description_that_imitates_an_operation_is_demoted() -> None:
    page = page_of(method("m", "M", "## m\n\n### Parameters\n\n## Overview"))
    assert "### m\n\n### Parameters\n\n## Overview" in page


def test_compact_tables() -> None:
    made = replace(sdk(sessions()), tables_compact=True)
    page = render(made)["docs/sdks/sessions/README.md"]
    assert "| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n| `session_id` | *str* |" in page


# ------------------------------------------------------------------------------------------------------------- models


def test_object_page() -> None:
    made = render(with_models(object_model("Pet", (field("name", STR, "The name."),), "A pet.")))["docs/models/pet.md"]
    assert made.startswith("# Pet\n\nA pet.\n\n\n## Fields\n\n| Field              | Type ")
    assert made.endswith("| `name`             | *str*              | :heavy_check_mark: | The name.          |")


def test_object_page_without_description_and_fields() -> None:
    made = render(with_models(object_model("Pet", ())))["docs/models/pet.md"]
    assert made == (
        "# Pet\n\n\n## Fields\n\n| Field       | Type        | Required    | Description |\n"
        "| ----------- | ----------- | ----------- | ----------- |"
    )


def test_enum_page() -> None:
    values = (EnumValue(Code("A_B"), Code('"a|b"'), Prose("a|b")), EnumValue(Code("C"), Code("1"), Prose("1")))
    enum = EnumModel(Code("Kind"), Code("kind"), MODELS, None, values)
    assert render(with_models(enum))["docs/models/kind.md"] == (
        "# Kind\n\n\n## Values\n\n| Name  | Value |\n| ----- | ----- |\n| `A_B` | a\\|b   |\n| `C`   | 1     |"
    )


def test_union_page() -> None:
    members = (model("Cat"), list_of(STR))
    union = UnionModel(Code("Pet"), Code("pet"), MODELS, Prose("A pet."), members)
    assert render(with_models(union))["docs/models/pet.md"] == (
        "# Pet\n\nA pet.\n\n\n## Supported Types\n\n"
        "### `models.Cat`\n\n```python\nvalue: models.Cat = /* values here */\n```\n\n"
        "### `List[str]`\n\n```python\nvalue: List[str] = /* values here */\n```\n\n"
    )


def test_error_page_bears_the_name_of_the_exception() -> None:
    data = replace(object_model("BadData", ()), error_class=Code("Bad"), folder=Folder.of("errors"), page=Code("bad"))
    assert render(with_models(data))["docs/errors/bad.md"].startswith("# Bad\n")


def test_security_globals_and_retries_have_pages() -> None:
    tenant = ClientArgument(Code("tenant"), NONE, None, Prose("Who."), STR)
    credentials = replace(object_model("Security", ()), role=ModelRole.SECURITY)
    parameters = replace(object_model("Globals", ()), role=ModelRole.GLOBALS)
    made = render(with_client(with_models(credentials, parameters), globals=(tenant,)))
    assert re.search(
        r"\| `api_key` +\| \*Optional\[str\]\* +\| :heavy_minus_sign: \| N/A", made["docs/models/security.md"]
    )
    assert re.search(r"\| `tenant` +\| \*Optional\[str\]\* ", made["docs/models/internal/globals.md"])
    assert made["docs/models/utils/retryconfig.md"].endswith("| `300000` |")
    assert "docs/models/globals.md" not in made


# ------------------------------------------------------------------------------------------------------------- readme


def full() -> Sdk:
    """An SDK with everything that a section can tell about."""
    upload = argument("file", model("File"), required=True, value=DictSample((("content", FileSample()),)))
    methods = (
        method("follow", "Follow", None, (), EVENTS, ending=Ending.EVENTS),
        method("all", "All", None, (), model("Page"), ending=Ending.PAGES),
        method("upload", "Upload", None, (upload,), model("Page")),
        method("fetch", "Fetch", None, (), TypeView(TypeKind.HTTP_RESPONSE), ending=Ending.DOWNLOAD),
    )
    made = sdk(resource("Root", "", ()), sessions(), resource("Things", "things", methods))
    return replace(made, webhooks=(WebhookView(Prose("thing.made"), None),))


def test_readme_has_a_section_for_what_the_document_has() -> None:
    plain, everything = render(sdk(sessions()))["README.md"], render(full())["README.md"]
    for heading in ("Streaming", "Pagination", "File Uploads", "File Downloads", "Webhooks"):
        assert f"\n## {heading}\n" in everything
        assert heading not in plain


@pytest.mark.parametrize("page", ["README.md", "USAGE.md"])
@pytest.mark.parametrize("made", [sdk(), sdk(sessions()), full()], ids=["empty", "sessions", "full"])
def test_samples_of_the_readme_compile_and_headings_are_linked(made: Sdk, page: str) -> None:
    text = render(made)[page]
    tokens = MarkdownIt().parse(text)
    for token in tokens:
        if token.type == "fence" and token.info == "python":
            ast.parse(token.content)
    headings = {tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"}
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
    assert "\n\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_declared_errors_are_caught_before_the_default() -> None:
    text = render(sdk(sessions()))["README.md"]
    assert text.index("except models.HonoAPIError as e:") < text.index("except models.APIError as e:")


def test_environment_variables_are_told_of_where_there_are_some() -> None:
    keyed = sdk(sessions())
    (key,) = keyed.client.security_arguments
    silent = with_client(keyed, security_arguments=(replace(key, environment=None),))
    told, untold = (render(one)["README.md"] for one in (keyed, silent))
    assert "`ORQ_API_KEY`" in told
    assert "Environment variable" in told
    assert "environment variable is read; when" in " ".join(told.split())
    assert "Environment variable" not in untold
    assert "Without the argument the request is sent without credentials." in " ".join(untold.split())
