"""The guide: which sections there are, and what its programs pass."""

from __future__ import annotations

import re

import pytest
from sdkwright.frozen import replace
from sdkwright.text.kinds import Code
from sdkwright.view.models import MODELS, TypeKind, TypeView
from sdkwright.view.package import Argument, ClientArgument, Ending, Sdk
from sdkwright.view.samples import DataSample, DictSample, FileSample, Given, ListSample, ModelSample, Sample

from tests.unit.docs_views import NONE, STR, argument, method, model, render, resource, sdk, sessions, with_client

FILE = DictSample((("file_name", DataSample("a.txt")), ("content", FileSample())))


def guide(made: Sdk) -> str:
    return render(made)["docs/guide.md"]


def headings(page: str) -> list[str]:
    return re.findall(r"^## (.*)$", page, re.MULTILINE)


def uploading(value: Sample) -> str:
    """The guide of an SDK whose only method takes this."""
    given: Argument = argument("picture", STR, value=value)
    return guide(sdk(resource("Things", "things", (method("m", "M", None, (given,)),))))


@pytest.mark.parametrize("made", [sdk(sessions()), with_client(sdk(sessions()), security_arguments=())])
def test_the_contents_are_the_headings_in_their_order(made: Sdk) -> None:
    page = guide(made)
    listed = re.findall(r"^\* \[(.*)\]\(#(.*)\)$", page, re.MULTILINE)
    assert [heading for heading, _ in listed] == headings(page)
    assert [anchor for _, anchor in listed] == [heading.lower().replace(" ", "-") for heading in headings(page)]


def test_a_section_is_there_when_the_api_has_what_it_tells_about() -> None:
    few = guide(sdk(resource("Things", "things", (method("m", "M", None),))))
    page = replace(method("pages", "P", None, (), model("Page"), ending=Ending.PAGES), has_items=True)
    picture = argument("picture", STR, value=FILE)
    more = guide(sdk(resource("Things", "things", (page, method("m", "M", None, (picture,))))))
    assert set(headings(more)) - set(headings(few)) == {
        "Paging by item",
        "Uploads in every form",
        "Webhooks and stored answers",
    }
    assert "for item in res.items():" in more
    assert "async for item in res.items():" in more


def test_pages_without_known_results_have_no_items() -> None:
    page = method("pages", "P", None, (), model("Page"), ending=Ending.PAGES)
    assert ".items()" not in guide(sdk(resource("Things", "things", (page,))))


def test_credentials_are_spoken_of_where_there_are_some() -> None:
    assert "The credential can be any text." in guide(sdk(sessions()))
    assert "The credential" not in guide(with_client(sdk(sessions()), security_arguments=()))


@pytest.mark.parametrize(
    ("option", "heading"),
    [
        ("response_validation", "Answers that do not fit"),
        ("follow_redirects", "Redirects"),
        ("allow_insecure_http", "Plain HTTP"),
        ("max_response_bytes", "Limits"),
    ],
)
def test_an_option_that_gave_its_name_to_the_document_has_no_section(option: str, heading: str) -> None:
    own = ClientArgument(Code(option), NONE, None)
    page = guide(with_client(sdk(sessions()), globals=(own,)))
    assert set(headings(guide(sdk(sessions())))) - set(headings(page)) == {heading}
    assert f"* [{heading}]" not in page


def test_an_extra_parameter_is_shown_where_the_method_takes_it() -> None:
    taken = argument("extra_query", STR)
    one, other = method("one", "O", None, (taken,), STR), method("other", "O", None, (taken,), STR)
    assert "extra_query={" not in guide(sdk(resource("Things", "things", (one,))))
    page = guide(sdk(resource("Things", "things", (one, method("free", "F", None, (), STR), other))))
    assert page.count("orq.things.free(extra_query={") == 1


def test_an_extra_member_is_shown_where_the_members_of_a_body_are_arguments() -> None:
    plain = method("m", "M", None, (argument("a", STR, value=DataSample("x")),), STR)
    assert "extra_body={" not in guide(sdk(resource("Things", "things", (plain,))))
    assert "extra_body={" in guide(sdk(resource("Things", "things", (replace(plain, has_flat_body=True),))))


def test_streams_are_spoken_of_where_there_are_some() -> None:
    stream = method("m", "M", None, (), TypeView(TypeKind.EVENT_STREAM, args=(model("E"),)), ending=Ending.EVENTS)
    assert "Streams and downloads" in guide(sdk(resource("Things", "things", (stream,))))
    assert "Streams and downloads" not in guide(sdk(sessions()))


@pytest.mark.parametrize(
    ("value", "passed"),
    [
        (FILE, "picture=file"),
        (ListSample((FILE, FILE)), "picture=[\n        file,\n        file,\n    ]"),
        (DictSample((("a", FILE), ("b", DataSample(1)))), 'picture={\n        "a": file,\n        "b": 1,\n    }'),
        (ModelSample(MODELS, Code("P"), (Given(Code("a"), FILE),)), "picture=models.P(\n        a=file,\n    )"),
    ],
)
def test_an_upload_in_another_form_stands_where_the_file_was(value: Sample, passed: str) -> None:
    assert uploading(value).count(f"orq.things.m({passed})") == 2


def test_a_body_that_is_a_file_has_no_name() -> None:
    page = uploading(FileSample())
    assert "picture=file" in page
    assert 'Path("example.file")' in page
    assert "report.txt" not in page


def test_nothing_to_call_has_no_guide() -> None:
    made = render(sdk(resource("Things", "things", ())))
    assert "docs/guide.md" not in made
    assert "docs/guide.md" not in made["README.md"]


def test_the_front_page_leads_to_the_guide_once() -> None:
    assert render(sdk(sessions()))["README.md"].count("docs/guide.md") == 1


@pytest.mark.parametrize(("library", "said"), [("httpx", "which this package uses"), ("httpx2", "uses httpx2")])
def test_tools_that_know_httpx_alone_are_told_apart(library: str, said: str) -> None:
    made = sdk(sessions())
    page = guide(replace(made, project=replace(made.project, http_library=Code(library))))
    assert said in " ".join(page.split())
    assert f"{library}.MockTransport(answer)" in page
