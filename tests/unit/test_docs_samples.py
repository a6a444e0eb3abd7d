"""The code samples of the pages, from view objects made by hand."""

from __future__ import annotations

from sdkwright.frozen import replace
from sdkwright.text.kinds import Code
from sdkwright.view.models import MODELS, TypeKind, TypeView
from sdkwright.view.package import ClientArgument, Ending
from sdkwright.view.samples import CallSample, DataSample, Import, ListSample, MemberSample

from tests.unit.docs_views import (
    DATETIME,
    NONE,
    STR,
    argument,
    credential,
    list_of,
    method,
    model,
    page_of,
    render,
    resource,
    sample_of,
    sdk,
)

EVENTS = TypeView(TypeKind.EVENT_STREAM, args=(model("Event"),))


def test_sample_without_result_uses_the_sdk() -> None:
    assert "\n    orq.things.m()\n\n    # Use the SDK ...\n" in sample_of(page_of(method("m", "M", None)))


def test_sample_of_a_stream() -> None:
    assert sample_of(page_of(method("m", "M", None, (), EVENTS, ending=Ending.EVENTS))).endswith(
        "    res = orq.things.m()\n\n    assert res is not None\n\n    with res as event_stream:\n"
        "        for event in event_stream:\n            # handle event\n            print(event, flush=True)\n\n"
    )


def test_sample_of_a_download() -> None:
    view = TypeView(TypeKind.HTTP_RESPONSE)
    assert sample_of(page_of(method("m", "M", None, (), view, ending=Ending.DOWNLOAD))).endswith(
        "    with res as download:\n        for chunk in download:\n            # handle chunk\n"
        "            print(len(chunk))\n\n"
    )


def test_sample_of_pages() -> None:
    assert sample_of(page_of(method("m", "M", None, (), model("Page"), ending=Ending.PAGES))).endswith(
        "    res = orq.things.m()\n\n    while res is not None:\n        # Handle items\n\n        res = res.next()\n\n"
    )


def test_required_answers_need_no_check() -> None:
    made = replace(sdk(resource("Things", "things", (method("m", "M", None, (), STR),))), response_required=True)
    assert "assert" not in render(made)["docs/sdks/things/README.md"]


def test_values_over_several_lines_keep_the_call_going() -> None:
    items = argument("items", list_of(STR), required=True, value=ListSample((DataSample("a"),)))
    page = page_of(method("m", "M", None, (items, argument("next", STR, value=DataSample(1)))))
    assert '    orq.things.m(items=[\n        "a",\n    ], next=1)\n' in sample_of(page)


def test_imports_are_sorted_by_module() -> None:
    utils = Import(Code("orq_ai_sdk.utils"), Code("parse_datetime"))
    at = argument("at", DATETIME, value=CallSample(Code("parse_datetime"), utils, (DataSample("2024-01-01"),)))
    level = argument("level", model("Level"), value=MemberSample(MODELS, Code("Level"), Code("LOW")))
    assert sample_of(page_of(method("m", "M", None, (at, level)))).startswith(
        "from orq_ai_sdk import Orq, models\nfrom orq_ai_sdk.utils import parse_datetime\nimport os\n\n\nwith Orq("
    )


def test_client_arguments_server_globals_security() -> None:
    token = ClientArgument(Code("token"), NONE, None, example_value=DataSample("<YOUR_API_KEY_HERE>"))
    tenant = ClientArgument(Code("tenant"), NONE, None, example_value=DataSample("<id>"))
    silent = ClientArgument(Code("silent"), NONE, None)
    page = page_of(method("m", "M", None), security_arguments=(token,), globals=(tenant, silent), needs_server_url=True)
    assert (
        'with Orq(\n    server_url="https://api.example.com",\n    tenant="<id>",\n'
        '    token="<YOUR_API_KEY_HERE>",\n) as orq:\n\n' in page
    )
    assert "import os" not in page


def test_several_credentials_are_given_as_one_object() -> None:
    one, two = credential("key", "ORQ_KEY"), credential("token", "ORQ_TOKEN")
    page = page_of(
        method("m", "M", None), security_arguments=(one, two), security_class=Code("Security"), security_folder=MODELS
    )
    assert (
        page.count("from orq_ai_sdk import Orq, models\nimport os\n\n\nwith Orq(\n    security=models.Security(\n") == 1
    )
    assert '        key=os.getenv("ORQ_KEY", ""),\n        token=os.getenv("ORQ_TOKEN", ""),\n    ),\n) as orq' in page


def test_credentials_for_plain_http_are_allowed_expressly() -> None:
    page = page_of(method("m", "M", None), sends_in_clear=True)
    assert "with Orq(\n    allow_insecure_http=True,\n    api_key=" in page
    assert "allow_insecure" not in page_of(method("m", "M", None), sends_in_clear=True, security_arguments=())


def test_client_without_arguments() -> None:
    assert "with Orq() as orq:\n\n    orq.things.m()" in page_of(method("m", "M", None), security_arguments=())
