"""Small documents all the way to rendered files, for the tests of the plan and of rendering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sdkwright.names import allot
from sdkwright.normalise import normalise
from sdkwright.options.model import Config
from sdkwright.plan import plan
from sdkwright.render import render
from sdkwright.text.escape import raw
from sdkwright.view.models import ObjectModel
from sdkwright.view.package import Method, Sdk

from tests.unit.normalised import Source

Data = Any


@dataclass(frozen=True)
class Planned:
    """The view of a document, and its files when they are asked for."""

    sdk: Sdk

    @property
    def files(self) -> Mapping[str, bytes]:
        return render(self.sdk, ())

    def text(self, path: str) -> str:
        """A file of the import package."""
        return self.files[f"src/{self.sdk.project.module_name}/{path}"].decode()

    def method(self, name: str) -> Method:
        found = [m for resource in self.sdk.resources for m in resource.methods if m.name == name]
        (one,) = found
        return one

    def object(self, name: str) -> ObjectModel:
        found = [m for module in self.sdk.modules for m in module.models if m.class_name == name]
        (one,) = found
        assert isinstance(one, ObjectModel)
        return one

    def declarations(self, name: str) -> dict[str, str]:
        """Field name -> its line, with one space for every run of white space."""
        return {field.name: " ".join(raw(field.declaration).split()) for field in self.object(name).fields}


def planned(paths: Data, schemas: Data = None, config: Config | None = None, **rest: Data) -> Planned:
    """The view of some paths and components."""
    components = {"schemas": schemas or {}, **rest.pop("components", {})}
    info = rest.pop("info", {"title": "Acme", "version": "1"})
    root = {"openapi": "3.1.0", "info": info, "paths": paths, "components": components, **rest}
    api, _ = normalise(Source(root), config or Config())  # type: ignore[arg-type]  # the root is all that is read
    return Planned(plan(api, allot(api, config or Config()), config or Config()))


def answering(schema: Data, schemas: Data = None, config: Config | None = None, **rest: Data) -> Planned:
    """One operation, `getA`, that answers with a schema."""
    response = {"description": "", "content": {"application/json": {"schema": schema}}}
    return planned({"/a": {"get": {"operationId": "getA", "responses": {"200": response}}}}, schemas, config, **rest)


def model(properties: Data, required: tuple[str, ...] = (), config: Config | None = None, **rest: Data) -> Planned:
    """One component, `Pet`, that an operation answers with."""
    schema = {"type": "object", "properties": properties, "required": list(required), **rest}
    return answering({"$ref": "#/components/schemas/Pet"}, {"Pet": schema}, config)


def operation(config: Config | None = None, path: str = "/a", **told: Data) -> Planned:
    """One operation, `postA`."""
    whole = {"operationId": "postA", "responses": {"204": {"description": ""}}, **told}
    return planned({path: {"post": whole}}, None, config)
