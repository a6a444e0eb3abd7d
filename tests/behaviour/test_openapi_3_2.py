"""What OpenAPI 3.2 adds, over a socket: the SDKs of the cases call a server and read what it says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from roundtrip.loopback import Answer, Loopback, serve

from .packages import imported

CASES = Path(__file__).parents[1] / "cases"


class Service:
    """The client of a case, its models, and the server behind it."""

    def __init__(self, loopback: Loopback, module: str) -> None:
        self.loopback = loopback
        self.models: Any = import_module(f"{module}.models")
        self._root: Any = import_module(module).Acme
        self.client = self.made()

    def made(self, **options: Any) -> Any:
        """Another client."""
        return self._root(server_url=self.loopback.url, **options)

    def answers(self, body: Any, media_type: str = "application/json") -> None:
        text = body if isinstance(body, str) else json.dumps(body)
        self.loopback.answer = Answer(200, media_type, text.encode())

    def done(self) -> None:
        self.loopback.answer = Answer(204)

    @property
    def target(self) -> str:
        """Path and query of the last request."""
        return self.loopback.seen[-1].url.removeprefix(self.loopback.url)

    @property
    def body(self) -> bytes:
        return self.loopback.seen[-1].body

    def header(self, name: str) -> str | None:
        return {key.lower(): value for key, value in self.loopback.seen[-1].headers}.get(name)


@contextmanager
def service(case: str, folder: Path) -> Generator[Service]:
    with serve() as loopback, imported(CASES / case / "spec.yaml", folder) as target:
        made = Service(loopback, target.names.module)
        with made.client:
            yield made


def test_what_has_another_tag_is_what_the_document_says(tmp_path: Path) -> None:
    with service("version_3_2_default_mapping", tmp_path) as made:
        pets, models = made.client.pets, made.models
        for sent, kind in (
            ({"kind": "cat", "lives": 9}, models.Cat),
            ({"kind": "dog", "tricks": ["sit"]}, models.Dog),
            ({"kind": "AnyPet", "legs": 4}, models.AnyPet),
            ({"kind": "snake", "legs": 0}, models.AnyPet),
            ({"legs": 6}, models.AnyPet),
            ({}, models.AnyPet),
        ):
            made.answers(sent)
            found = pets.swap_pets(request={"kind": "cat"})
            assert type(found) is kind, sent
            pets.swap_pets(request=found)
            own = sent if kind is not models.AnyPet else {key: value for key, value in sent.items() if key == "legs"}
            assert json.loads(made.body) == own
        for sent, kind in (
            ({"kind": "hand", "grip": "soft"}, models.HandCart),
            ({"kind": "OtherCart", "wheels": 2}, models.OtherCart),
            ({"kind": "train", "wheels": 80}, models.OtherCart),
        ):
            made.answers(sent)
            found = made.client.carts.swap_carts(kind="hand")
            assert type(found) is kind, sent
            assert found.model_dump(by_alias=True, exclude_unset=True) == sent
        made.answers({"kind": "cow", "milk": True})
        assert made.client.odd.get_odd().raw == {"kind": "cow", "milk": True}


def test_methods_are_sent_as_they_are_written(tmp_path: Path) -> None:
    with service("version_3_2_methods", tmp_path) as made:
        made.done()
        made.client.things.search(q="a")
        made.client.things.copy()
        made.client.things.purge()
        assert [request.method for request in made.loopback.seen] == ["QUERY", "COPY", "purge"]
        assert json.loads(made.loopback.seen[0].body) == {"q": "a"}


def test_a_parameter_is_all_of_the_query(tmp_path: Path) -> None:
    with service("version_3_2_querystring", tmp_path) as made:
        made.done()
        things = made.client.things
        things.get_a(q={"a": "x y", "b": 2})
        assert made.target == "/a?a=x%20y&b=2"
        things.send_b(q={"a": ["x", "y z"], "b": ["1", "2"], "c": {"k": [1]}, "d": {"k": "v"}, "e": "m/n"})
        assert made.target == "/b?a=x,y%20z&b=1%7C2&c=%7B%22k%22%3A%5B1%5D%7D&d%5Bk%5D=v&e=m/n"
        things.send_b()
        assert made.target == "/b"
        things.get_b(q={"k": ["v&w"]})
        assert made.target == "/b?%7B%22k%22%3A%5B%22v%26w%22%5D%7D"
        things.get_c(q="$.a[?(@.b==1)]")
        assert made.target == "/c?%24.a%5B%3F%28%40.b%3D%3D1%29%5D"


def test_items_of_a_request_are_sent_one_after_the_other(tmp_path: Path) -> None:
    with service("version_3_2_item_schema_of_requests", tmp_path) as made:
        made.done()
        things, thing = made.client.things, made.models.Thing
        for items in ([{"a": "x"}, thing(a="y")], iter([{"a": "x"}, thing(a="y")])):
            things.send(request=items)
            assert made.body == b'{"a":"x"}\n{"a":"y"}\n'
            assert made.header("content-type") == "application/jsonl"
        for events in (
            [{"data": {"a": "x"}}, {"event": "news", "retry": 5, "data": {"a": "y\nz"}}],
            iter([{"data": {"a": "x"}}, {"event": "news", "retry": 5, "data": {"a": "y\nz"}}]),
        ):
            things.tell(request=events)
            assert made.body == b'data: {"a":"x"}\n\nevent: news\nretry: 5\ndata: {"a":"y\\nz"}\n\n'
            assert made.header("content-type") == "text/event-stream"
        things.say(request=[thing(a="x")])
        assert made.body == b'data: {"a":"x"}\n\n'


def test_items_of_a_multipart_request_are_its_parts(tmp_path: Path) -> None:
    with service("version_3_2_item_schema_of_requests", tmp_path) as made:
        made.done()
        things = made.client.things
        for items in ([{"a": "x"}, {"a": "y"}], iter([{"a": "x"}, {"a": "y"}])):
            things.pack(request=items)
            kind, parts = parts_of(made)
            assert kind == "multipart/mixed"
            assert parts == [("application/json", b'{"a":"x"}'), ("application/json", b'{"a":"y"}')]
        things.show(request=[b"\x89PNG\r\n", b""])
        assert parts_of(made)[1] == [("image/png", b"\x89PNG\r\n"), ("image/png", b"")]

        async def asked() -> None:
            async def items() -> AsyncIterator[Any]:
                yield {"a": "x"}
                yield {"a": "y"}

            async with made.made() as client:
                await client.things.pack_async(request=items())

        asyncio.run(asked())
        assert [body for _, body in parts_of(made)[1]] == [b'{"a":"x"}', b'{"a":"y"}']


def parts_of(made: Service) -> tuple[str, list[tuple[str, bytes]]]:
    """The parts of the last request, by the parser of the standard library."""
    head = f"Content-Type: {made.header('content-type')}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + made.body)
    listed = cast("list[EmailMessage]", list(message.iter_parts()))
    return message.get_content_type(), [(each.get_content_type(), each.get_payload(decode=True)) for each in listed]


def test_events_and_lines_of_an_answer_are_items(tmp_path: Path) -> None:
    with service("version_3_2_item_schema", tmp_path) as made:
        made.answers('data: {"a": "x"}\n\ndata: {"a": "y"}\n\n', "text/event-stream")
        with made.client.things.listen() as events:
            assert [event.data.a for event in events] == ["x", "y"]
        made.answers('{"a": "x"}\n{"a": "y"}\n', "application/jsonl")
        with made.client.things.read() as lines:
            assert [line.a for line in lines] == ["x", "y"]


def test_requirements_are_met_by_the_address_of_a_scheme(tmp_path: Path) -> None:
    with service("version_3_2_security", tmp_path) as made:
        made.done()
        with made.made(key="K") as client:
            client.things.get_a()
            assert made.header("x-key") == "K"
            client.things.get_b(security={"login": "L"})
            assert made.header("authorization") == "Bearer L"
            assert made.header("x-key") is None


def test_tags_stand_within_their_parents(tmp_path: Path) -> None:
    with service("version_3_2_tags", tmp_path) as made:
        made.done()
        made.client.services.rules.limits.list_limits()
        assert made.target == "/limits"
        made.client.services.list_services()
        assert made.target == "/services"
