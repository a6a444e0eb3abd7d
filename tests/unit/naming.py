"""Short ways to ask the naming room, for its tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sdkwright.ir.service import Api
from sdkwright.names import Names, allot, explained
from sdkwright.names.published.ledger import Ledger, ledger_text, parse_ledger
from sdkwright.normalise import normalise
from sdkwright.options.model import Config

from tests.unit.normalised import Source

Data = Any
OLD = Config(name_resolution_feb2025=False)
"""The resolution of class names before February 2025."""
NEW = Config(name_resolution_feb2025=True)
OK = {"200": {"description": ""}}


@dataclass(frozen=True)
class Named:
    api: Api
    names: Names

    @property
    def classes(self) -> set[str]:
        return set(self.names.classes.values())

    @property
    def ledger(self) -> Ledger:
        return parse_ledger(ledger_text(self.names.entries))

    def at(self, id: str) -> str:
        """The class of the definition with this id."""
        return {str(key): name for key, name in self.names.classes.items()}[id]

    def fields(self, id: str) -> dict[str, str]:
        return {wire: name for (key, wire), name in self.names.fields.items() if key == id}

    def members(self, id: str) -> list[str]:
        return [name for (key, _), name in self.names.members.items() if key == id]

    def methods(self, *group: str) -> list[str]:
        return [name for (_, path), name in self.names.methods.items() if path == group]

    def arguments(self) -> list[str]:
        return list(self.names.arguments.values())


def named(root: Data, config: Config = OLD, ledger: Ledger | None = None) -> Named:
    """Name a document, given as plain data."""
    full = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, **root}
    api, _ = normalise(Source(full), config)
    return Named(api, explained(allot(api, config, ledger), api, config))


def again(root: Data, before: Named, config: Data = OLD) -> Named:
    """Name a document with the ledger that the naming of another left."""
    return named(root, config, before.ledger)


def operation(id: str | None = "getA", **rest: Data) -> Data:
    return {"operationId": id, "responses": OK, **rest} if id is not None else {"responses": OK, **rest}


def body(schema: Data, *, required: bool = True) -> Data:
    return {"required": required, "content": {"application/json": {"schema": schema}}}


def answers(**schemas: Data) -> Data:
    """Responses by status (`_200`), each with a schema."""
    return {
        status.strip("_"): {"description": "", "content": {"application/json": {"schema": schema}}}
        for status, schema in schemas.items()
    }


def obj(*required: str, **properties: Data) -> Data:
    return {"type": "object", "properties": properties, "required": list(required)}


def enum(*values: object) -> Data:
    return {"type": "string", "enum": list(values)}


def query(name: str, **rest: Data) -> Data:
    return {"name": name, "in": "query", "schema": {"type": "string"}, **rest}


def ref(component: str) -> Data:
    return {"$ref": f"#/components/schemas/{component}"}


def answering(schema: Data, schemas: Data = None, config: Config = OLD) -> Named:
    """One operation `GetA` that answers with the schema."""
    paths = {"/a": {"get": operation("GetA", responses=answers(_200=schema))}}
    return named({"paths": paths, "components": {"schemas": schemas or {}}}, config)


ANSWER = "#/paths/~1a/get/responses/200/content/application~1json/schema"
"""The id of what `answering` answers with."""
