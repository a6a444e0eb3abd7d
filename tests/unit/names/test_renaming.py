"""Names that somebody wants changed in the ledger."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.frozen import replace
from sdkwright.names import with_new_name
from sdkwright.names.published.ledger import Entry, Ledger, State, ledger_text, parse_ledger
from sdkwright.problems import ProblemsError

from tests.ledger.documents import document
from tests.unit.naming import NEW, Data, Named, named

SCOPES = ("class", "field", "member", "method", "attribute", "argument", "client")


def garden(id: str = "getPlant") -> Data:
    parameters = [{"name": "limit", "in": "query", "schema": {"type": "integer"}}]
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Plant"}}}}
    operation = {"tags": ["plants"], "parameters": parameters, "responses": {"200": {"description": "", **answer}}}
    plant = {
        "type": "object",
        "properties": {"limit": {"type": "integer"}, "pot": {"type": "object", "properties": {"size": {}}}},
    }
    paths = {"/plants": {"get": {"operationId": id, **operation}}}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": {"Plant": plant}}}


def renamed(before: Named, root: Data, old: str, new: str) -> Named:
    return named(root, NEW, parse_ledger(ledger_text(with_new_name(before.names, old, new))))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Plant", "Herb", "alias class . Plant = Plant"),
        ("Pot", "Vase", "alias class Plant .pot = Pot"),
        ("Plant.pot", "vase", "alias field Plant pot = pot"),
        ("pot", "vase", "alias field Plant pot = pot"),
        ("plants.get_plant", "get", "alias method plants getPlant = get_plant"),
        ("plants.get_plant.limit", "most", 'alias argument getPlant "query limit" = limit'),
        ("plants", "herbs", "alias attribute . plants = plants"),
    ],
)
def test_the_old_name_is_an_alias_of_the_new_one(old: str, new: str, line: str) -> None:
    before = named(garden(), NEW)
    after = renamed(before, garden(), old, new)
    assert line in ledger_text(after.names.entries).splitlines()
    assert (new, old.rpartition(".")[2]) in [(alias.new, alias.old) for alias in after.names.aliases]


@pytest.mark.parametrize("old", ["Garden.gate", "Security.gate", "GetPlantSecurity.gate"])
def test_a_credential_is_one_thing_wherever_it_is_called(old: str) -> None:
    """The argument of the constructor and the fields of the classes of credentials are called alike."""
    root = garden()
    root["info"] = {"title": "Garden", "version": "1"}
    root["security"] = [{"gate": []}]
    root["paths"]["/plants"]["get"]["security"] = [{"gate": []}, {"shed": []}]
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    root["components"]["securitySchemes"] = {"gate": key, "shed": {"type": "http", "scheme": "basic"}}
    before = named(root, NEW)
    after = renamed(before, root, old, "token")
    assert after.names.security == {"gate": "token", "shed": "shed"}
    lines = ledger_text(after.names.entries).splitlines()
    assert [line for line in lines if line.endswith("= token")] == [
        'client . "security gate" = token',
        "field GetPlantSecurity gate = token",
        "field Security gate = token",
    ]
    assert [line for line in lines if line.endswith("= gate")] == [
        'alias client . "security gate" = gate',
        "alias field GetPlantSecurity gate = gate",
        "alias field Security gate = gate",
    ]


def test_a_name_may_go_back() -> None:
    there = renamed(named(garden(), NEW), garden(), "Plant", "Herb")
    back = renamed(there, garden(), "Herb", "Plant")
    assert back.classes == named(garden(), NEW).classes
    assert [(alias.old, alias.new) for alias in back.names.aliases if alias.scope == "class"] == [("Herb", "Plant")]


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("nothing", 'Nothing that the ledger can rename is called "nothing"'),
        ("limit", '3 things are called "limit": `GetPlantRequest.limit`, `Plant.limit`, `plants.get_plant.limit`'),
        ("PlantTypedDict", "Nothing that the ledger can rename"),
    ],
)
def test_one_thing_must_be_meant(old: str, message: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        with_new_name(named(garden(), NEW).names, old, "new")
    (problem,) = caught.value.problems
    assert (problem.code, message in problem.message) == ("rename", True)


def test_a_method_that_keeps_its_name_is_told_once() -> None:
    before = named(garden(), NEW)
    after = named(garden("fetchPlant"), NEW, before.ledger)
    (note,) = after.names.problems
    assert (note.severity.value, note.code) == ("note", "name-kept")
    assert note.message == (
        "`plants.get_plant` keeps its published name; by the new id of its operation it would be `fetch_plant`"
    )
    assert "`sdkwright names --rename plants.get_plant fetch_plant`" in note.remedy
    assert note.position is not None
    line = ledger_text(before.names.entries).splitlines()[note.position.line - 1]
    assert line == "method plants getPlant = get_plant"
    assert named(garden("fetchPlant"), NEW, after.ledger).names.problems == ()


def test_nothing_is_told_of_a_draft_or_of_a_name_that_was_asked_for() -> None:
    assert named(garden("fetchPlant"), NEW, Ledger(is_draft=True)).names.problems == ()
    asked = garden("fetchPlant")
    asked["paths"]["/plants"]["get"]["x-speakeasy-name-override"] = "getPlant"
    assert named(asked, NEW, named(garden(), NEW).ledger).names.problems == ()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_anything_may_be_renamed_and_nothing_else_changes(seed: int) -> None:
    root, random = document(seed).text(), Random(seed)
    before = named(root, NEW)
    listed = [entry for entry in sorted(before.names.entries) if entry.scope in SCOPES]
    entry = random.choice(listed)
    alias = replace(entry, state=State.ALIAS)
    found = (renamed_entries(before, each) for each in spellings(before, entry))
    entries = next(entries for entries in found if alias in entries)
    after = named(root, NEW, parse_ledger(ledger_text(entries)))
    assert set(after.names.entries) == set(entries)
    assert set(named(root, NEW, after.ledger).names.entries) == set(entries)
    others = {e for e in before.names.entries if e.identifier != entry.identifier and e.owner != entry.identifier}
    assert others <= set(after.names.entries) | {e for e in others if e.scope == "twin"}


def spellings(before: Named, entry: Entry) -> list[str]:
    """How a name may be written, the shortest first."""
    groups = {name.class_name: name.accessor for name in before.names.groups.values()}
    places = ["", entry.owner.removeprefix("errors."), *groups.values(), before.names.sdk_class]
    places += [f"{group}.{method}".lstrip(".") for group in groups.values() for method in before.names.methods.values()]
    name = entry.identifier.removeprefix("errors.")
    return [f"{place}.{name}".lstrip(".") for place in places]


def renamed_entries(before: Named, old: str) -> tuple[Entry, ...]:
    """The ledger with another name for one thing; nothing where the spelling means none or several."""
    try:
        return with_new_name(before.names, old, "fresh_name")
    except ProblemsError:
        return ()
