"""A parent with a discriminator: where it is asked for, what is made of it by `allOf` comes out and can be given."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pydantic
import pytest
from roundtrip.loopback import Answer, Loopback, serve
from sdkwright.plan.models import rings

from .packages import imported

CASE = Path(__file__).parents[1] / "cases" / "schema_discriminator_of_children"


class Zoo:
    """A client of the zoo, and the server behind it."""

    def __init__(self, loopback: Loopback, module: str, readme: str) -> None:
        self._loopback = loopback
        self.readme = readme
        self.models: Any = import_module(f"{module}.models")
        self._root: Any = import_module(module).Acme
        self.client = self.made()

    def made(self, **options: Any) -> Any:
        """Another client."""
        return self._root(server_url=self._loopback.url, **options)

    def answers(self, answer: Any, status: int = 200) -> None:
        self._loopback.answer = Answer(status=status, body=json.dumps(answer).encode())

    def read(self, **answer: Any) -> Any:
        """What a zoo of the server is to the caller."""
        self.answers({"animals": [], **answer})
        return self.client.animals.open_zoo(animals=[])

    def sent(self, **given: Any) -> Any:
        """What a zoo of the caller is to the server."""
        self.answers({"animals": []})
        self.client.animals.open_zoo(**{"animals": [], **given})
        return json.loads(self._loopback.seen[-1].body)

    def added(self, **given: Any) -> Any:
        """The same for an animal, whose members are arguments."""
        self.answers({"kind": "none"})
        self.client.animals.add_animal(**given)
        return json.loads(self._loopback.seen[-1].body)


@pytest.fixture(scope="module", params=[20, 0], ids=["plain", "named"])
def zoo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zoo]:
    """As the zoo is, and as it would be with so many animals that their choice has a name at run time."""
    folder = tmp_path_factory.mktemp("families")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rings, "_MOST_RELATIVES", request.param)
        with serve() as loopback, imported(CASE / "spec.yaml", folder) as target:
            zoo = Zoo(loopback, target.names.module, (folder / "README.md").read_text())
            with zoo.client:
                yield zoo


CAT = {"kind": "Cat", "lives": 9}
LION = {"kind": "Lion", "lives": 3, "mane": "brown"}
DOG = {"kind": "hound", "breed": "pug"}
POODLE = {"kind": "hound", "breed": "Poodle", "curls": 7}
CLASSES = [("CatOutput", CAT), ("Lion", LION), ("Dog", DOG), ("Poodle", POODLE)]
UNKNOWN = [{"kind": "Ant", "legs": 6}, {"kind": "Dog", "breed": "pug", "tail": {"long": True}}, {"kind": ""}]


def dump(value: Any) -> Any:
    """What the server sent, from what the caller has."""
    return {**value.model_dump(mode="json", by_alias=True, exclude_unset=True), **(value.model_extra or {})}


# ------------------------------------------------------------------------------------------------------- what is read


@pytest.mark.parametrize(("name", "sent"), CLASSES)
def test_a_tag_says_the_class_wherever_the_parent_stands(name: str, sent: Any, zoo: Zoo) -> None:
    made = zoo.read(animals=[sent], byName={"it": sent}, star=sent, guest=sent)
    places = [made.animals[0], made.by_name["it"], made.star, made.guest]
    assert [type(one).__name__ for one in places] == [name] * 4
    assert [dump(one) for one in places] == [sent] * 4
    zoo.answers(sent)
    assert type(zoo.client.animals.add_animal(kind="Cat")).__name__ == name


@pytest.mark.parametrize("sent", UNKNOWN)
def test_an_unknown_tag_is_the_parent_with_everything_else_beside_it(sent: Any, zoo: Zoo) -> None:
    made = zoo.read(animals=[sent], byName={"it": sent}, star=sent, guest=sent)
    for one in (made.animals[0], made.by_name["it"], made.star, made.guest):
        assert type(one) is zoo.models.AnimalOutput
        assert dump(one) == sent


def test_the_parent_may_be_null_and_hold_itself(zoo: Zoo) -> None:
    made = zoo.read(star=None, animals=[{"kind": "Ant", "friend": {"kind": "Cat", "friend": LION}}])
    assert made.star is None
    assert type(made.animals[0].friend) is zoo.models.CatOutput
    assert type(made.animals[0].friend.friend) is zoo.models.Lion


def test_a_child_that_has_children_is_their_parent(zoo: Zoo) -> None:
    assert type(zoo.read(cat=LION).cat) is zoo.models.Lion
    assert type(zoo.read(cat=CAT).cat) is zoo.models.CatOutput
    other = zoo.read(cat={"kind": "Panther"}).cat
    assert (type(other), other.kind) == (zoo.models.CatOutput, "Panther")


def test_a_tag_with_another_name_in_python_and_values_that_its_children_give_it(zoo: Zoo) -> None:
    assert type(zoo.read(machine={"machine-type": "pump", "litres": 2.5}).machine) is zoo.models.Pump
    assert type(zoo.read(machine={"machine-type": "fan", "speed": 2}).machine) is zoo.models.Fan
    other = zoo.read(machine={"machine-type": "lift", "floors": 4}).machine
    assert (type(other), other.model_extra) == (zoo.models.Machine, {"floors": 4})


def test_a_member_of_another_class_beside_the_family(zoo: Zoo) -> None:
    assert type(zoo.read(guest={"name": "Ada"}).guest) is zoo.models.Keeper


def test_the_data_of_an_error_is_of_the_class_of_its_tag(zoo: Zoo) -> None:
    zoo.answers({"code": "Full", "message": "no place", "places": 0}, 409)
    with pytest.raises(zoo.models.FaultError, match="no place") as caught:
        zoo.client.animals.open_zoo(animals=[])
    assert (type(caught.value.data), caught.value.data.places) == (zoo.models.Full, 0)
    zoo.answers({"code": "Late", "hour": 9}, 409)
    with pytest.raises(zoo.models.FaultError) as caught:
        zoo.client.animals.open_zoo(animals=[])
    assert (type(caught.value.data), caught.value.data.model_extra) == (zoo.models.FaultErrorData, {"hour": 9})


def test_a_child_that_does_not_fit_is_no_parent(zoo: Zoo) -> None:
    zoo.answers({"animals": [{"kind": "Lion", "mane": 7}]})
    with (
        zoo.made(response_validation="strict") as strict,
        pytest.raises(zoo.models.ResponseValidationError, match=r"animals\[0\].*mane"),
    ):
        strict.animals.open_zoo(animals=[])


@pytest.mark.parametrize(
    ("sent", "misfits"),
    [
        ({"kind": "Lion", "mane": 7, "lives": 1}, ["animals[0].mane"]),
        ({"kind": "Lion", "lives": 1}, ["animals[0].mane"]),
        ({"kind": "Ant", "friend": {"kind": "Lion", "mane": 7}}, ["animals[0].friend.mane"]),
        ({"kind": "Ant", "mane": 7}, []),
    ],
)
def test_a_lenient_client_keeps_the_class_of_the_tag(sent: Any, misfits: list[str], zoo: Zoo) -> None:
    zoo.answers({"animals": [sent]})
    with zoo.made(response_validation="lenient") as lenient:
        made = lenient.animals.open_zoo(animals=[])
    assert [each.path for each in made.validation_errors] == misfits
    assert type(made.animals[0]).__name__ == ("Lion" if sent["kind"] == "Lion" else "AnimalOutput")


def test_what_a_webhook_brings_is_read_as_the_readme_says(
    zoo: Zoo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = next(block for block in zoo.readme.split("```python\n") if "def handle" in block).partition("```")[0]
    (tmp_path / "sample.py").write_text(code)
    runpy.run_path(str(tmp_path / "sample.py"))["handle"](json.dumps(LION).encode())
    assert capsys.readouterr().out == "kind='Lion' lives=3 mane='brown'\n"


# ------------------------------------------------------------------------------------------------------- what is sent


@pytest.mark.parametrize(("name", "sent"), CLASSES)
def test_children_are_sent_where_the_parent_is_taken(name: str, sent: Any, zoo: Zoo) -> None:
    classes = (f"{name.removesuffix('Output')}Input", name.replace("Output", "Input"))
    for given in (sent, *(getattr(zoo.models, each)(**sent) for each in classes)):
        assert zoo.sent(animals=[given], by_name={"it": given}, star=given, guest=given) == {
            "animals": [sent],
            "byName": {"it": sent},
            "star": sent,
            "guest": sent,
        }


@pytest.mark.parametrize(("name", "sent"), CLASSES)
def test_the_arguments_of_a_flattened_body_are_those_of_the_children_too(name: str, sent: Any, zoo: Zoo) -> None:
    assert zoo.added(**sent) == sent


def test_the_parent_is_sent_whatever_its_tag_is(zoo: Zoo) -> None:
    animals = [zoo.models.AnimalInput(kind="Lion"), zoo.models.AnimalInput(kind="Ant"), {"kind": "Ant"}]
    assert zoo.sent(animals=animals)["animals"] == [{"kind": "Lion"}, {"kind": "Ant"}, {"kind": "Ant"}]


def test_an_instance_is_sent_though_no_document_lists_its_tag(zoo: Zoo) -> None:
    assert zoo.sent(animals=[zoo.models.Lion(kind="lion", mane="red")])["animals"] == [{"kind": "lion", "mane": "red"}]


def test_what_no_class_of_the_family_has_is_refused(zoo: Zoo) -> None:
    for given in ({"kind": "Cat", "curls": 7}, {"kind": "Ant", "curls": 7}, {"kind": "Lion", "mane": 7}):
        with pytest.raises(pydantic.ValidationError):
            zoo.sent(animals=[given])
    with pytest.raises(pydantic.ValidationError):
        zoo.sent(animals=[zoo.models.Keeper(name="Ada")])


def test_a_dump_is_read_again(zoo: Zoo) -> None:
    sent = {"animals": [CAT, LION, POODLE], "machine": {"machine-type": "pump", "litres": 1.5}}
    made = zoo.read(**sent)
    assert type(made).model_validate_json(made.model_dump_json()) == made
    assert type(made).from_response(made.model_dump_json(by_alias=True)) == made
    assert "Lion" in json.dumps(type(made).model_json_schema())
