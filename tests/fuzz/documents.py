"""Documents of the shape that the specification has, of random parts.

With `FUZZ_SMALL=1` in the environment hypothesis makes a finding small, which takes minutes.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from .corpus import write_json
from .hostile import TEXTS
from .watch import attempt, imported, judge

BATCH = 8
"""Documents of one try; one of them is imported."""
SPEC = "api.json"
names = st.sampled_from(("id", "Kind", "kind_of", "class", "Größe", "x-y", "1st", "list", "self", "_private", "A" * 70))
hostile = st.sampled_from(TEXTS)
texts = st.one_of(names, names, hostile, st.text(max_size=12))
components = st.sampled_from(("Pet", "pet", "Pet_", "Dog", "List", "Error", "Any", "Ünï"))


def maybe(**members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An object with some of the members; `in_` stands for `in`, which is a word of Python."""
    return st.fixed_dictionaries({}, optional={key.rstrip("_"): each for key, each in members.items()})


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
references = components.map(lambda name: {"$ref": f"#/components/schemas/{name}"})
scalars = maybe(
    type=st.sampled_from(
        ("string", "integer", "number", "boolean", "null", "array", "object", ["string", "null"], "file")
    ),
    format=st.sampled_from(("date", "date-time", "uuid", "byte", "binary", "int64", "decimal", "odd")) | texts,
    enum=st.lists(values, max_size=3),
    const=values,
    default=values,
    example=values,
    description=texts,
    title=texts,
    pattern=texts,
    nullable=st.booleans(),
    deprecated=st.booleans(),
    readOnly=st.booleans(),
    maximum=st.integers(-5, 5) | st.floats(allow_nan=False),
)


def _composed(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    several = st.lists(inner, max_size=3)
    return maybe(
        type=st.sampled_from(("object", "array")),
        title=texts,
        description=texts,
        properties=st.dictionaries(texts, inner, max_size=3),
        required=st.lists(texts, max_size=2),
        additionalProperties=inner | st.booleans(),
        patternProperties=st.dictionaries(texts, inner, max_size=1),
        items=inner,
        prefixItems=several,
        oneOf=several,
        anyOf=several,
        allOf=several,
        discriminator=maybe(propertyName=texts, mapping=st.dictionaries(texts, texts, max_size=2)),
        not_=inner,
        example=values,
    )


schemas = st.recursive(references | scalars, lambda inner: inner | _composed(inner), max_leaves=8)
media = st.dictionaries(
    st.sampled_from(("application/json", "text/plain", "multipart/form-data", "*/*", "text/event-stream")) | texts,
    maybe(schema=schemas, example=values, encoding=st.dictionaries(texts, maybe(contentType=texts), max_size=1)),
    max_size=2,
)
parameters = maybe(
    name=texts,
    in_=st.sampled_from(("query", "path", "header", "cookie", "body")),
    required=st.booleans(),
    style=st.sampled_from(("form", "simple", "matrix", "label", "deepObject", "pipeDelimited")),
    explode=st.booleans(),
    schema=schemas,
    content=media,
    description=texts,
    example=values,
)
responses = st.dictionaries(
    st.sampled_from(("200", "201", "204", "4XX", "404", "default", "999")) | texts,
    maybe(description=texts, content=media, headers=st.dictionaries(texts, maybe(schema=schemas), max_size=1)),
    max_size=2,
)
security = st.lists(st.dictionaries(texts, st.lists(texts, max_size=1), max_size=2), max_size=2)
operations = maybe(
    operationId=texts,
    summary=texts,
    description=texts,
    tags=st.lists(texts, max_size=2),
    parameters=st.lists(parameters, max_size=3),
    requestBody=maybe(required=st.booleans(), content=media, description=texts),
    responses=responses,
    security=security,
    deprecated=st.booleans(),
    servers=st.lists(maybe(url=texts, description=texts), max_size=1),
)
methods = st.sampled_from(("get", "post", "put", "delete", "patch"))
paths = st.sampled_from(("/pets", "/pets/{id}", "/{id}/{Kind}", "/a.b", "/")) | texts.map(lambda text: f"/{text}")
schemes = maybe(
    type=st.sampled_from(("apiKey", "http", "oauth2", "openIdConnect")),
    scheme=st.sampled_from(("basic", "bearer")) | texts,
    in_=st.sampled_from(("header", "query", "cookie")),
    name=texts,
    flows=maybe(clientCredentials=maybe(tokenUrl=texts, scopes=st.dictionaries(texts, texts, max_size=1))),
)
documents = st.fixed_dictionaries(
    {
        "openapi": st.sampled_from(("3.0.3", "3.1.0", "3.2.0")),
        "info": st.fixed_dictionaries({"title": texts, "version": texts}, optional={"description": texts}),
        "paths": st.dictionaries(paths, st.dictionaries(methods, operations, min_size=1, max_size=2), max_size=3),
    },
    optional={
        "servers": st.lists(
            maybe(url=texts, variables=st.dictionaries(texts, maybe(default=texts, enum=st.lists(texts, max_size=2)))),
            max_size=2,
        ),
        "components": maybe(
            schemas=st.dictionaries(components, schemas, max_size=4),
            securitySchemes=st.dictionaries(texts, schemes, max_size=2),
        ),
        "security": security,
        "tags": st.lists(maybe(name=texts, description=texts), max_size=2),
        "x-speakeasy-globals": maybe(parameters=st.lists(parameters, max_size=1)),
    },
)


def of_any_parts(_: int, random: Random, folder: Path) -> str:
    """A batch of documents."""
    made: list[Path] = []
    counts = {"generated": 0, "refused": 0}

    @hypothesis.seed(random.getrandbits(64))
    @hypothesis.settings(
        max_examples=BATCH,
        database=None,
        deadline=None,
        print_blob=False,
        phases=tuple(Phase) if os.environ.get("FUZZ_SMALL") else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(documents)
    def run(document: dict[str, Any]) -> None:
        place = folder / str(sum(counts.values()))
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        write_json(place / SPEC, document)
        result = judge(attempt(place, SPEC))
        counts[result] += 1
        if result == "generated":
            made[:] = [place / "out" / "src"]

    run()
    imported(made)
    return f"{counts['generated']} of {BATCH} documents generated"
