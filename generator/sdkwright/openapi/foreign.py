"""Files that are no OpenAPI document and are given for one: what they are by their form, and what to do with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.openapi.data import Json, JsonMap


class Foreign(Frozen):
    """A format of files: `This is {what}`, and what to do."""

    what: str
    remedy: str


_CONVERT: Final = "Convert it to OpenAPI, or ask for the OpenAPI document that it was made from."
_OPTIONS: Final = "Give the OpenAPI document; options stand in gen.yaml, which `sdkwright init` writes."
_OF_GENERATORS: Final = (
    "Give the OpenAPI document that it names; `sdkwright init --from FILE DOCUMENT` takes this file over."
)

_TEXTS: Final[tuple[tuple[re.Pattern[str], Foreign], ...]] = (
    (
        re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b.*?(?:swagger-ui|redoc|rapidoc)", re.I | re.S),
        Foreign(
            "a page that shows an OpenAPI document, not the document",
            "Its address stands in the page, as `url` or `spec-url`: fetch that file.",
        ),
    ),
    (
        re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S),
        Foreign("a web page", "Fetch the document itself; what was fetched may be a page to sign in at."),
    ),
    (
        re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:\w+:)?(?:definitions|description)\b[^>]*wsdl", re.S),
        Foreign("WSDL", "SOAP has no OpenAPI; ask for a REST description, or use a SOAP client."),
    ),
    (re.compile(r"\s*<(?:\?xml|\w+[\s>])"), Foreign("XML", _CONVERT)),
    (re.compile(r"#%RAML"), Foreign("RAML", _CONVERT)),
    (re.compile(r"\s*FORMAT: 1A"), Foreign("API Blueprint", _CONVERT)),
    (
        re.compile(
            r"(?:\s|#[^\n]*\n|\"\"\"(?:.|\n)*?\"\"\")*(?:(?:extend\s+)?(?:type|input|interface|enum|union|scalar)\s+\w+"
            r"(?:\s+implements[\w\s&]+)?[\s@{=]|schema\s*(?:@\w+\s*)*\{|directive\s+@)"
        ),
        Foreign("a GraphQL schema", "GraphQL has clients of its own; this generator reads OpenAPI."),
    ),
    (
        re.compile(r"(?:\s|//[^\n]*\n)*syntax\s*=\s*[\"']proto"),
        Foreign("a Protocol Buffers file", "Convert it to OpenAPI, for example with a plugin of protoc."),
    ),
)
"""Formats that are found by how their text begins."""


def _has(*keys: str) -> Callable[[JsonMap], bool]:
    return lambda root: all(key in root for key in keys)


def _is_collection(root: JsonMap) -> bool:
    info = root.get("info")
    return "item" in root and isinstance(info, dict) and ("_postman_id" in info or "schema" in info)


def _is_json_schema(root: JsonMap) -> bool:
    schema = root.get("$schema")
    is_named = isinstance(schema, str) and "json-schema.org" in schema
    return is_named or (isinstance(root.get("type"), str) and ("properties" in root or "items" in root))


_DATA: Final[tuple[tuple[Callable[[JsonMap], bool], Foreign], ...]] = (
    (_has("asyncapi"), Foreign("an AsyncAPI document", "Give the OpenAPI document of the same API, if it has one.")),
    (_is_collection, Foreign("a Postman collection", "Export or convert it as OpenAPI, and give that file.")),
    (_has("_type", "resources"), Foreign("an export of Insomnia", "Export it as OpenAPI, and give that file.")),
    (_has("overlay", "actions"), Foreign("an OpenAPI Overlay", "Give it with --overlay, beside the document.")),
    (_has("arazzo"), Foreign("an Arazzo description", "Give the OpenAPI document that it names as its source.")),
    (_has("configVersion"), Foreign("the options of a generator", "Give it with --config, beside the document.")),
    (_has("sdkwright"), Foreign("the options of sdkwright", "Give it with --config, beside the document.")),
    (_has("organization", "resources"), Foreign("a stainless.yml", _OF_GENERATORS)),
    (_has("generatorName"), Foreign("the options of openapi-generator", _OF_GENERATORS)),
    (_has("inputSpec"), Foreign("the options of openapi-generator", _OF_GENERATORS)),
    (_has("generators"), Foreign("the options of openapi-generator", _OF_GENERATORS)),
    (_has("default-group", "groups"), Foreign("a generators.yml of Fern", _OF_GENERATORS)),
    (_has("groups", "api"), Foreign("a generators.yml of Fern", _OF_GENERATORS)),
    (_has("organization", "version"), Foreign("a fern.config.json", _OF_GENERATORS)),
    (_has("service"), Foreign("a Fern definition", "Export it as OpenAPI (`fern export`), and give that file.")),
    (_has("data", "errors"), Foreign("an answer of a server", "Fetch the document itself.")),
    (
        lambda root: "__schema" in root or ("data" in root and "__schema" in str(root["data"])[:200]),
        Foreign("a GraphQL schema", "GraphQL has clients of its own; this generator reads OpenAPI."),
    ),
    (
        _is_json_schema,
        Foreign("a JSON Schema", "It has no operations: refer to it from the `components` of a document."),
    ),
)
"""Formats that are found by their keys."""


def foreign_text(text: str) -> Foreign | None:
    """What a text is that is no OpenAPI, if its beginning shows it."""
    begin = text[:20_000]
    return next((format for pattern, format in _TEXTS if pattern.match(begin)), None)


def foreign_data(root: Json) -> Foreign | None:
    """What a mapping is that has no version of OpenAPI, if its keys show it."""
    if not isinstance(root, dict) or "openapi" in root or "swagger" in root:
        return None
    return next((format for is_it, format in _DATA if is_it(root)), None)
