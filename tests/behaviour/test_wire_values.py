"""What goes into a generated SDK comes out of its requests, and what a server says out of its models.

The values are drawn: hypothesis decides which operation, how much of what is optional, every choice (by the seed of the
maker) and every text.  The requests are read back by other parsers than the client's (`wire/sent/`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.ir.service import Content, Operation
from sdkwright.ir.types import EnumDef, ObjectDef, Root
from sdkwright.ir.types import Variant as Twin
from wire.answers import Reader
from wire.calls import VARIANTS, Caller, Plan, Target, Variant
from wire.compare import DifferentError
from wire.judge import Request
from wire.made.instances import Maker
from wire.made.schemas import UnmakeableError
from wire.sent.request import check

from .packages import imported

HERE = Path(__file__).parent
SPEC = HERE.parents[1] / "spec"
DOCUMENTS = {
    "styles": (HERE / "wire" / "styles.yaml", None),
    "older": (HERE / "wire" / "older.yaml", None),
    "sessions": (SPEC / "openapi.yaml", SPEC / "gen.yaml"),
}
WITH_MODELS = pytest.mark.parametrize("target", ["styles", "sessions"], indirect=True)
ODD = " &=+%,;|/?#.:[]{}\"'\\<>~\t\r\néЖ€😀"
TEXTS = st.just(ODD) | st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text not in (".", "..")
)
"""Of every kind, but for those that no path can hold."""


@dataclass(frozen=True)
class Drawn:
    """A generated package, and what is drawn for it."""

    target: Target
    data: st.DataObject

    def words(self, _: object) -> str:
        """A text that is drawn."""
        return self.data.draw(TEXTS)

    def share(self) -> float:
        """How much of what is optional."""
        return self.data.draw(st.sampled_from([0.0, 0.3, 0.7, 1.0]))

    def seed(self) -> int:
        """What decides the choices that are no texts."""
        return self.data.draw(st.integers(0, 10_000))


@pytest.fixture(scope="module", params=DOCUMENTS)
def target(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    document, config = DOCUMENTS[request.param]
    with imported(document, tmp_path_factory.mktemp(request.param), config) as found:
        yield found


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with imported(DOCUMENTS["styles"][0], tmp_path_factory.mktemp("every")) as found:
        yield found


# ------------------------------------------------------------------------------------------------------------- requests


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_requests_hold_what_was_given(target: Target, data: st.DataObject) -> None:
    """Paths, queries, headers, cookies, JSON, forms and multipart, in every style that the documents have."""
    drawn = Drawn(target, data)
    variant = Variant("drawn", drawn.share(), supplied=data.draw(st.booleans()))
    caller = Caller(target, variant, drawn.seed(), drawn.words)
    operation = data.draw(st.sampled_from(target.api.operations))
    caller.open()
    try:
        for plan in caller.plans(operation):
            assert not isinstance(plan, UnmakeableError), plan
            check(plan.given, caller.call(operation, plan))
    finally:
        caller.close()


def damaged(plan: Plan, sent: Request) -> Iterator[Request]:
    """Requests that are not the one that was asked for."""
    yield replace(sent, method="PURGE")
    yield replace(sent, url=sent.url.replace("example.com", "example.org"))
    yield replace(sent, url=f"{sent.url.partition('?')[0]}x")
    yield replace(sent, url=f"{sent.url}{'&' if '?' in sent.url else '?'}more=1")
    yield replace(sent, headers=(*((k, v) for k, v in sent.headers if k != "Cookie"), ("Cookie", "more=1")))
    for parameter, _ in plan.given.parameters:
        match parameter.location.value:
            case "query":
                yield replace(sent, url=sent.url.partition("?")[0])
            case "header" | "cookie":
                yield replace(sent, headers=())
            case _:
                yield replace(sent, url=sent.url.replace("text", "").replace("1", "2"))
    if plan.given.body is None:
        yield replace(sent, body=b"{}")
    else:
        yield replace(sent, body=sent.body.replace(b"text", b"")[:-1])
        yield replace(sent, headers=tuple(pair for pair in sent.headers if pair[0] != "Content-Type"))


def test_what_is_lost_changed_or_added_on_the_way_is_noticed(styles: Target) -> None:
    caller = Caller(styles, VARIANTS[-1])
    caller.open()
    noticed = 0
    for operation in styles.api.operations:
        for plan in caller.plans(operation):
            assert not isinstance(plan, UnmakeableError)
            sent = caller.call(operation, plan)
            check(plan.given, sent)
            for wrong in damaged(plan, sent):
                if wrong != sent:
                    with pytest.raises((DifferentError, ValueError)):
                        check(plan.given, wrong)
                    noticed += 1
    caller.close()
    assert noticed > 250


# --------------------------------------------------------------------------------------------------------------- models


def bodies(target: Target) -> list[str]:
    """The ids of the classes that requests are made of and whose schemas the document has."""
    return [
        id
        for id, definition in target.api.types.items()
        if not isinstance(definition, EnumDef)
        and definition.origin.root in (Root.COMPONENT, Root.REQUEST_BODY)
        and definition.origin.variant is not Twin.OUTPUT
        and id not in target.names.error_data  # no part of a request
        and "multipart" not in id  # files are no JSON
        and isinstance(target.document.at(id), dict)
    ]


@WITH_MODELS
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_models_of_requests_are_written_as_they_were_read(target: Target, data: st.DataObject) -> None:
    """decode(encode(m)) == m, and the JSON is the one that was read."""
    drawn = Drawn(target, data)
    id = data.draw(st.sampled_from(bodies(target)))
    maker = Maker(target.document.root, drawn.share(), drawn.seed(), words=drawn.words)
    schema: Any = target.document.at(id)
    value = maker.make(schema, "a model")
    module = target.names.module
    of_class = import_module(f"{module}._runtime.values.codec").codec(
        getattr(import_module(f"{module}.models"), target.names.classes[id])
    )
    model = of_class.read(json.dumps(value))
    written = of_class.write(model)
    assert json.loads(written) == value
    assert of_class.read(written) == model
    if isinstance(target.api.types[id], ObjectDef):
        assert of_class.accept(model) is model


def answers(target: Target) -> list[tuple[Operation, str, Content]]:
    """The JSON that a server may answer."""
    reader = Reader(target, VARIANTS[0])
    return [(each, status, content) for each in target.api.operations for status, content in reader.contents(each)]


@WITH_MODELS
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_models_of_answers_are_written_as_they_were_read(target: Target, data: st.DataObject) -> None:
    """The same for what a server says: successes and declared errors."""
    drawn = Drawn(target, data)
    _, _, content = data.draw(st.sampled_from(answers(target)))
    reader = Reader(target, Variant("drawn", drawn.share(), supplied=False), drawn.seed(), drawn.words)
    reader.check(content, reader.value(content))
