"""Small documents for the tests of the normaliser, and short ways to ask what came of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import EnumDef, ObjectDef, Type, TypeId, UnionDef
from sdkwright.normalise import normalise
from sdkwright.options.model import Config
from sdkwright.problems import Problem

Data = Any
"""Plain data of a document that a test writes down."""
OK = {"responses": {"204": {"description": "done"}}}


@dataclass(frozen=True)
class Source:
    """As much of a document as the normaliser needs."""

    root: Data
    left_out: frozenset[str] = frozenset()

    def mentions(self, text: str) -> bool:
        return text in json.dumps(self.root, default=str)


@dataclass(frozen=True)
class Result:
    api: Api
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def operation(self) -> Operation:
        (one,) = self.api.operations
        return one

    def object(self, type_id: str) -> ObjectDef:
        found = self.api.types[TypeId(type_id)]
        assert isinstance(found, ObjectDef)
        return found

    def union(self, type_id: str) -> UnionDef:
        found = self.api.types[TypeId(type_id)]
        assert isinstance(found, UnionDef)
        return found

    def enum(self, type_id: str) -> EnumDef:
        found = self.api.types[TypeId(type_id)]
        assert isinstance(found, EnumDef)
        return found

    def answer(self) -> Type:
        """The type of the first content of the first response."""
        return self.operation.responses[0].contents[0].type

    def fields(self, type_id: str) -> dict[str, Type]:
        return {one.name: one.type for one in self.object(type_id).properties}


SCHEMA = "#/paths/~1a/get/responses/200/content/application~1json/schema"
"""Where `answering` puts the schema."""
BODY = "#/paths/~1a/post/requestBody/content/application~1json/schema"
"""Where `sending` puts it."""


def document(paths: Data, schemas: Data = None, **rest: Data) -> Result:
    """What the normaliser makes of some paths and components."""
    components = {"schemas": schemas or {}, **rest.pop("components", {})}
    root = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": components,
        **rest,
    }
    config = rest.pop("config", Config())
    root.pop("config", None)
    return Result(*normalise(Source(root), config))


def answering(schema: Data, schemas: Data = None, **rest: Data) -> Result:
    """One operation that answers with the schema."""
    response = {"description": "", "content": {"application/json": {"schema": schema}}}
    return document({"/a": {"get": {"operationId": "getA", "responses": {"200": response}}}}, schemas, **rest)


def sending(schema: Data, schemas: Data = None, *, required: bool = True, **operation: Data) -> Result:
    """One operation that takes the schema as its body."""
    body = {"required": required, "content": {"application/json": {"schema": schema}}}
    responses = {"204": {"description": ""}}
    path = operation.pop("path", "/a")
    return document(
        {path: {"post": {"operationId": "postA", "requestBody": body, "responses": responses, **operation}}}, schemas
    )


def one(operation: Data, path: str = "/a", item: Data = None, **rest: Data) -> Result:
    """One operation, which does without what it need not say."""
    return document({path: {**(item or {}), "get": {**OK, **operation}}}, **rest)


def parameter(name: str = "p", where: str = "query", **more: Data) -> Data:
    return {"name": name, "in": where, "schema": {"type": "string"}, **more}
