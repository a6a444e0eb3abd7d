"""What openapi-core (0.23) cannot judge, each cause with the reason why the request is not at fault.

A limit is told from a refusal by the narrowest signs that there are: the kind of the error, the keyword, the style of
the parameter.  Whatever none of these rows describes is a refusal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, cast
from urllib.parse import parse_qsl

from openapi_core.casting.schemas.exceptions import CastError
from openapi_core.deserializing.exceptions import DeserializeError
from openapi_core.templating.paths.exceptions import OperationNotFound, ServerNotFound
from openapi_core.templating.security.exceptions import SecurityNotFound
from openapi_core.validation.request.exceptions import MissingRequiredParameter, MissingRequiredRequestBody
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue

from .data import Object, is_object, object_of

READ_ONLY_AND_REQUIRED: Final = "readOnly and required (openapi-core wants it in a request of 3.1)"
"""The one refusal that stands: OpenAPI 3.1 leaves `readOnly` to JSON Schema, where it is a note; we do not send it."""

ANOTHER_PATH: Final = "another path of the document matches the same URL"


@dataclass(frozen=True)
class Case:
    """One error of openapi-core about one request."""

    error: Any
    links: tuple[BaseException, ...]
    """The error and what caused it."""
    document: Object
    """As openapi-core has it, for following references."""
    item: Object
    """The path item of the document that was called."""
    operation: Object
    content_type: str
    body: bytes | None
    cookie: bytes
    """The header, as it was sent."""

    def has(self, kind: type[BaseException]) -> bool:
        """Whether an error of a kind is among those that caused it."""
        return any(isinstance(link, kind) for link in self.links)

    def keywords(self) -> Iterator[Any]:
        """The errors of JSON Schema, those inside choices included."""
        for link in self.links:
            if isinstance(link, InvalidSchemaValue):
                waiting = list(cast("Any", link.schema_errors))
                while waiting:
                    error = waiting.pop()
                    yield error
                    waiting.extend(error.context or ())

    def all_keywords(self, fits: Callable[[Any], bool]) -> bool:
        """Whether there are errors of JSON Schema, and every innermost one fits."""
        innermost = [error for error in self.keywords() if not error.context]
        return bool(innermost) and all(map(fits, innermost))

    def body_schema(self) -> Object:
        """The schema of the body under the media type that was sent."""
        contents = object_of(self.followed(self.operation.get("requestBody")).get("content"))
        essence = self.content_type.partition(";")[0]
        entry = next((e for name, e in contents.items() if name.partition(";")[0].strip() == essence), None)
        return self.followed(object_of(entry).get("schema"))

    def parameter(self) -> Object:
        """The description of the parameter that the error is about."""
        name, where = getattr(self.error, "name", None), getattr(self.error, "location", None)
        for each in map(self.followed, self.operation.get("parameters", ())):
            if (each.get("name"), each.get("in")) == (name, where):
                return each
        return {}

    def followed(self, node: Any) -> Object:
        """What a node says, its reference followed."""
        said: dict[str, Any] = dict(object_of(node))
        seen: set[str] = set()
        while isinstance(reference := said.get("$ref"), str) and reference.startswith("#/") and reference not in seen:
            seen.add(reference)
            found: Any = self.document
            for token in reference[2:].split("/"):
                key = token.replace("~1", "/").replace("~0", "~")
                found = found.get(key) if is_object(found) else None
            beside = {key: value for key, value in said.items() if key != "$ref"}
            said = {**object_of(found), **beside}
        return said


@dataclass(frozen=True)
class Limit:
    """One row: the cause as it is printed, the reason, and how it is told."""

    cause: str
    reason: str
    applies: Callable[[Case], bool]


def _scheme_in_capitals(case: Case) -> bool:
    schemes = case.document.get("components", {}).get("securitySchemes", {}).values()
    written = [str(case.followed(scheme).get("scheme", "")) for scheme in schemes]
    return case.has(SecurityNotFound) and any(name != name.lower() for name in written)


def _client_header(case: Case) -> bool:
    is_header = getattr(case.error, "location", None) == "header"
    return is_header and getattr(case.error, "name", "").lower() in ("accept", "content-type", "authorization")


def _servers_twice(case: Case) -> bool:
    return (
        isinstance(case.error, ServerNotFound)
        and bool(case.operation.get("servers"))
        and bool(case.item.get("servers"))
    )


def _form_object(case: Case) -> bool:
    return case.content_type.startswith("application/x-www-form-urlencoded") and case.has(DeserializeError)


def _choice_in_form(case: Case) -> bool:
    is_form = case.content_type.startswith("application/x-www-form-urlencoded")
    schema = case.body_schema()
    has_object = any(text.startswith("{") for _, text in parse_qsl((case.body or b"").decode("latin-1")))
    return (
        is_form
        and has_object
        and ("oneOf" in schema or "anyOf" in schema)
        and case.all_keywords(lambda error: not error.absolute_path and is_object(error.instance))
    )


def _other_method(case: Case) -> bool:
    return isinstance(case.error, OperationNotFound) and case.error.method not in (
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    )  # fmt: skip


def _empty_form(case: Case) -> bool:
    is_form = case.content_type.startswith("application/x-www-form-urlencoded")
    return case.has(MissingRequiredRequestBody) and is_form and case.body is None


def _read_only_default(case: Case) -> bool:
    return case.all_keywords(
        lambda error: error.validator == "readOnly"
        and not error.absolute_path
        and "default" in error.schema
        and error.schema["default"] == error.instance
    )


def _unfit_default(case: Case) -> bool:
    return case.content_type.partition(";")[0].endswith("json") and case.all_keywords(
        lambda error: not error.absolute_path
        and is_object(error.schema)
        and "default" in error.schema
        and error.schema["default"] == error.instance
        and json.loads(case.body or b"null") != error.instance
    )


def _read_only_item(case: Case) -> bool:
    return case.all_keywords(
        lambda error: error.validator == "readOnly"
        and bool(error.absolute_path)
        and isinstance(error.absolute_path[-1], int)
    )


def _nullable(case: Case) -> bool:
    return case.all_keywords(
        lambda error: error.validator in ("type", "enum")
        and error.instance is None
        and is_object(error.schema)
        and error.schema.get("nullable") is True
    )


def _delimited_by_spaces(case: Case) -> bool:
    return case.parameter().get("style") == "spaceDelimited"


def _exploded_object(case: Case) -> bool:
    parameter = case.parameter()
    is_form = parameter.get("style", "form") == "form" and parameter.get("explode", True) is True
    is_object = case.followed(parameter.get("schema")).get("type") == "object"
    return case.has(MissingRequiredParameter) and parameter.get("in") in ("query", "cookie") and is_form and is_object


def _is_multipart(case: Case) -> bool:
    return case.content_type.startswith("multipart/")


def _is_text_for_scalar(error: Any) -> bool:
    types = error.schema.get("type") if is_object(error.schema) else None
    return error.validator == "type" and isinstance(error.instance, str) and types in ("integer", "number", "boolean")


def _is_bytes(error: Any) -> bool:
    return error.validator in ("type", "enum", "const") and isinstance(error.instance, bytes)


def _parts(case: Case) -> bool:
    return _is_multipart(case) and case.all_keywords(
        lambda error: _is_text_for_scalar(error)
        or _is_bytes(error)
        or (error.validator == "minItems" and error.instance == [])
    )


def _raw_bytes(case: Case) -> bool:
    return case.all_keywords(_is_bytes)


def _deep_object(case: Case) -> bool:
    return case.parameter().get("style") == "deepObject" and (
        case.all_keywords(_is_text_for_scalar) or case.has(CastError)
    )


def _encoded_cookie(case: Case) -> bool:
    parameter = case.parameter()
    return parameter.get("in") == "cookie" and b"%" in case.cookie and not case.has(MissingRequiredParameter)


def _required_and_read_only(case: Case) -> bool:
    return case.all_keywords(lambda error: error.validator == "required" and _misses_read_only(case, error))


def _misses_read_only(case: Case, error: Any) -> bool:
    missing = [name for name in error.validator_value if name not in error.instance]
    properties: Object = case.followed(error.schema).get("properties", {})
    named = next((name for name in missing if error.message.startswith(repr(name))), None)
    return named is not None and case.followed(properties.get(named)).get("readOnly") is True


LIMITS: Final = (
    Limit(
        "the scheme of a security scheme is written with capitals",
        "Names of HTTP authentication schemes have no case (RFC 9110, section 11.1); openapi-core turns the header's "
        "to lower case and compares it with the document's as it stands.",
        _scheme_in_capitals,
    ),
    Limit(
        "a header parameter called Accept, Content-Type or Authorization",
        "Such a description is to be ignored (OpenAPI 3.1, section 4.8.12.2.1): these headers follow from the media "
        "types and from security.  openapi-core holds the header against it.",
        _client_header,
    ),
    Limit(
        "a method outside the fixed eight",
        "openapi-core looks for methods among the keys of the path item and not in `additionalOperations` (3.2).",
        _other_method,
    ),
    Limit(
        "a form without a field is an empty body",
        "The serialisation of an empty list of pairs is the empty text; openapi-core takes that for no body at all.",
        _empty_form,
    ),
    Limit(
        "a readOnly property with a default",
        "openapi-core fills in the default itself and then refuses that it was written.",
        _read_only_default,
    ),
    Limit(
        "readOnly of an array's items",
        "`readOnly` is a matter of properties (OpenAPI 3.0, section 4.7.24.2); openapi-core refuses the items.",
        _read_only_item,
    ),
    Limit(
        "`nullable` in a document of 3.1",
        "The word is no longer one of OpenAPI 3.1, so openapi-core passes over it; we take it for what it says.",
        _nullable,
    ),
    Limit(
        "style spaceDelimited",
        "openapi-core looks for the three characters `%20` in the decoded value.",
        _delimited_by_spaces,
    ),
    Limit(
        "parts of a multipart body",
        "The part of a number or boolean is text (OpenAPI 3.1, section 4.8.15.1.1), which openapi-core does not turn "
        "into what the schema says, as it does in a query.  It holds the bytes of a file against the type of text, "
        "and reads an array without parts as an empty one that breaks `minItems`.",
        _parts,
    ),
    Limit(
        "what is inside a deepObject",
        "openapi-core turns text into numbers for named properties alone, not for `additionalProperties`, and it takes "
        "the first name in brackets only: deeper objects, for which OpenAPI has no rule, are lost to it.",
        _deep_object,
    ),
    Limit(
        "bytes under a schema of another type",
        "A body of bytes is no JSON value; openapi-core holds it against `type: string`, which in 3.1 only text fits, "
        "or whatever else the schema says.",
        _raw_bytes,
    ),
    Limit(
        "percent-encoding in a cookie",
        "A comma or a quote is no cookie octet (RFC 6265, section 4.1.1), so it is percent-encoded; openapi-core does "
        "not decode it.",
        _encoded_cookie,
    ),
    Limit(
        "an object in a form",
        "Without an entry under `encoding` it is JSON (OpenAPI 3.1.1, section 4.8.15.1.1); openapi-core wants pairs.  "
        "Where the form is a choice, it holds the text against each member's object, and finds that none fits.",
        lambda case: _form_object(case) or _choice_in_form(case),
    ),
    Limit(
        "a default that its own schema does not allow",
        "openapi-core fills in the default of a property that was left out, and then refuses it.",
        _unfit_default,
    ),
    Limit(
        "servers of an operation and of its path item",
        "Those of the operation go before (OpenAPI 3.1, section 4.8.10.1); openapi-core takes the path item's.",
        _servers_twice,
    ),
    Limit(
        "an object with style form and explode",
        "Its properties stand in the query under their own names (OpenAPI 3.1, section 4.8.12.4); openapi-core looks "
        "for the name of the parameter.",
        _exploded_object,
    ),
)


CRASHES: Final = {
    "TypeError in paths.py:read_str": (
        "a list of types for a parameter or a form's property",
        "openapi-core reads `type` as text there, although it may be a list since 3.1.",
    ),
    "PointerToNowhere in _core.py:pointer": (
        "a reference that leads nowhere",
        "The document is at fault; openapi-core stops at such a reference, we pass over it with a warning.",
    ),
    "AttributeError in jsonschema.py:_dollar_id": (
        "a list of schemas under `items`",
        "The document is at fault: since 2020-12 that is `prefixItems`; openapi-core stops there, we warn.",
    ),
    "IndexError in datatypes.py:resolved": (
        "a path whose variables are written as in RFC 6570",
        "openapi-core fills the path in as a format string, in which `{.name*}` is no name.",
    ),
}
"""Where openapi-core raises an error of its own instead of giving a verdict: the place, the cause, the reason."""


REASONS: Final = {
    **{limit.cause: limit.reason for limit in LIMITS},
    **dict(CRASHES.values()),
    ANOTHER_PATH: "openapi-core takes the first template that fits, also where a more concrete one does; of two that "
    "differ in a variable's name alone any choice is a guess (OpenAPI 3.1, section 4.8.8).",
}
"""Why the request is not at fault, by cause."""


def limit_of(case: Case) -> str | None:
    """The cause if an error is a limit of openapi-core's own, else None."""
    return next((limit.cause for limit in LIMITS if limit.applies(case)), None)


def is_read_only_and_required(case: Case) -> bool:
    """Whether nothing is wrong but that required properties are missing which are `readOnly`."""
    return _required_and_read_only(case)
