"""Surfaces of documents that are written in tests."""

from __future__ import annotations

from pathlib import Path

from sdkwright.changes.surface import Surface
from sdkwright.changes.taken import surface_of
from sdkwright.inputs import Inputs
from sdkwright.names.published.ledger import Ledger
from sdkwright.pipeline import analyse, load_inputs, named, validated
from sdkwright.stages import Stages

GARDEN = """\
openapi: 3.1.0
info: {title: Garden, version: 1.0.0}
servers:
- {url: 'https://garden.example', x-speakeasy-server-id: main}
- {url: 'https://test.garden.example', x-speakeasy-server-id: test}
security: [{key: []}]
x-speakeasy-globals:
  parameters:
  - {name: plot, in: query, schema: {type: string}}
paths:
  /plants:
    get:
      operationId: listPlants
      tags: [plants]
      parameters:
      - {name: limit, in: query, schema: {type: integer, default: 10}}
      - {name: after, in: query, required: true, schema: {type: [string, 'null']}}
      - {name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}
      - {name: plot, in: query, schema: {type: string}}
      responses:
        '200':
          description: ok
          content:
            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Plant'}}}
        '404': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Missing'}}}}
        '409': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Clash'}}}}
    post:
      operationId: addPlant
      tags: [plants]
      parameters:
      - {name: dry, in: query, schema: {type: boolean}}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/NewPlant'}}}
      responses: {'204': {description: ok}}
  /plants/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getPlant
      tags: [plants]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Plant'}}}}
    delete:
      operationId: dropPlant
      tags: [plants]
      responses: {'204': {description: ok}}
  /bloom:
    get:
      operationId: bloom
      deprecated: true
      tags: [plants]
      security: []
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Bloom'}}}}
webhooks:
  wilted:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Wilted'}}}}
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: x-key}
  schemas:
    Sort: {type: string, enum: [name, age]}
    Plant:
      type: object
      required: [name, height, kind, when]
      properties:
        name: {type: string}
        height: {type: number}
        note: {type: string}
        kind: {type: string, enum: [tree, herb]}
        light: {type: string, enum: [sun, shade], x-speakeasy-unknown-values: disallow}
        when: {type: [string, 'null']}
        fruit: {oneOf: [{$ref: '#/components/schemas/Apple'}, {$ref: '#/components/schemas/Pear'}]}
        pest:
          oneOf: [{$ref: '#/components/schemas/Slug'}, {$ref: '#/components/schemas/Aphid'}]
          discriminator: {propertyName: type}
    Apple: {type: object, required: [core], properties: {core: {type: string}}}
    Pear: {type: object, required: [stem], properties: {stem: {type: string}}}
    Slug: {type: object, required: [type], properties: {type: {type: string, const: Slug}, slime: {type: integer}}}
    Aphid: {type: object, required: [type], properties: {type: {type: string, const: Aphid}}}
    NewPlant:
      type: object
      required: [seed]
      properties:
        seed: {$ref: '#/components/schemas/Seed'}
    Seed:
      type: object
      required: [weight]
      properties:
        weight: {type: number}
        age: {type: integer}
        origin: {type: [string, 'null']}
        coat: {type: string, enum: [hard, soft]}
        from: {oneOf: [{$ref: '#/components/schemas/Apple'}, {$ref: '#/components/schemas/Pear'}]}
    Bloom: {type: object, properties: {color: {type: string}}}
    Missing: {type: object, properties: {detail: {type: string}}}
    Clash: {type: object, properties: {other: {type: string}}}
    Wilted: {type: object, properties: {plant: {type: string}}}
    Alone: {type: object, properties: {nobody: {type: string}}}
"""


class Maker:
    """Makes surfaces of documents, with the names of the ledger of the one before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, document: str, options: str = "", ledger: Ledger | None = None) -> tuple[Surface, Ledger]:
        """The surface of a document, and the names that hold after it."""
        spec, config = self._folder / "openapi.yaml", self._folder / "gen.yaml"
        spec.write_text(document, encoding="utf-8")
        config.write_text(f"sdkwright: {{defaults: 1}}\n{options}", encoding="utf-8")
        loaded = validated(load_inputs(Inputs(spec, self._folder / "out", config, new_ledger=True), Stages()), Stages())
        if ledger is not None:
            loaded = loaded.with_ledger(ledger)
        api, _ = analyse(loaded, Stages())
        names = named(api, loaded, Stages())
        return surface_of(api, names, loaded.options.config), Ledger(names.entries)
