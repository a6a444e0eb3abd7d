"""The rows of an operation's plan that say what a request is made of: parameters and bodies."""

from __future__ import annotations

from typing import TypeAlias

from ..values.rows import Row, Type
from .parameters import HeaderEncoder, PathEncoder, QueryEncoder, cookie_form, form, header_simple, simple

# ------------------------------------------------------------------------------------------------------- parameters
#
# `default` is JSON: of a required parameter, what is sent if the caller gives nothing.  The others' are the server's.


class Path(Row):
    """A path parameter."""

    argument: str | None
    name: str
    encode: PathEncoder = simple
    type: Type | None = None
    global_name: str | None = None
    allow_reserved: bool = False
    default: str | None = None


class Query(Row):
    """A query parameter."""

    argument: str | None
    name: str
    encode: QueryEncoder = form
    type: Type | None = None
    global_name: str | None = None
    allow_reserved: bool = False
    required: bool = False
    default: str | None = None


class Header(Row):
    """A header parameter."""

    argument: str | None
    name: str
    encode: HeaderEncoder = header_simple
    type: Type | None = None
    global_name: str | None = None
    required: bool = False
    default: str | None = None


class Cookie(Row):
    """A cookie parameter."""

    argument: str | None
    name: str
    encode: QueryEncoder = cookie_form
    type: Type | None = None
    global_name: str | None = None
    required: bool = False
    default: str | None = None


# ----------------------------------------------------------------------------------------------------------- bodies


class Field(Row):
    """A property of a flattened body: the method's argument, the model's field (its Python name)."""

    argument: str
    name: str
    nullable: bool = False
    """Null is a value of the property: an explicit None is sent.  Otherwise None means not given."""


class PartEncoding(Row):
    """OpenAPI 3.1, section 4.8.15: how one property of a form or multipart body is written.  `name` is on the wire."""

    name: str
    content_type: str | None = None
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False


class JsonBody(Row):
    """`application/json` or `+json`.  Either `argument` (the whole body) or `fields` (flattened).

    `nullable`: None given for the whole body is sent as null.  `other_types`: under which the same may go, too.
    """

    type: Type
    argument: str | None = None
    fields: tuple[Field, ...] = ()
    media_type: str = "application/json"
    required: bool = False
    nullable: bool = False
    other_types: tuple[str, ...] = ()


class LinesBody(Row):
    """One record for each item: JSON on lines, or as `application/json-seq` has it (RFC 7464), an event, or a part.

    `type` is that of an item; the argument is an iterable of items, or the bytes themselves.  `data_only`: an item is
    the data of an event; `item_type`: the media type of each part of a multipart body.
    """

    type: Type
    argument: str
    media_type: str = "application/x-ndjson"
    required: bool = False
    data_only: bool = False
    item_type: str = "application/json"


class FormBody(Row):
    """`application/x-www-form-urlencoded`.  `empty_brackets`: objects in a list are `items[][price]`."""

    type: Type
    argument: str | None = None
    fields: tuple[Field, ...] = ()
    media_type: str = "application/x-www-form-urlencoded"
    required: bool = False
    encodings: tuple[PartEncoding, ...] = ()
    empty_brackets: bool = False


class MultipartBody(Row):
    """`multipart/form-data`, or another kind of multipart.  `brackets`: the parts of a list are called `name[]`."""

    type: Type
    argument: str | None = None
    fields: tuple[Field, ...] = ()
    media_type: str = "multipart/form-data"
    required: bool = False
    encodings: tuple[PartEncoding, ...] = ()
    brackets: bool = False


class BinaryBody(Row):
    """Bytes as they are: `bytes`, a path, a file object or an iterable of bytes."""

    argument: str
    media_type: str = "application/octet-stream"
    required: bool = False


class TextBody(Row):
    """Text, in UTF-8."""

    argument: str
    media_type: str = "text/plain"
    required: bool = False


class BodyChoice(Row):
    """Several media types of one operation, all under one argument or made of the same flattened `fields`.

    The value of the argument `content_type` chooses, or the caller's `Content-Type` in `http_headers`; else the class
    or the shape of the value: see `encode.choice`.
    """

    bodies: tuple[OneBody, ...]
    content_type: str | None = None
    fields: tuple[Field, ...] = ()


OneBody: TypeAlias = JsonBody | LinesBody | FormBody | MultipartBody | BinaryBody | TextBody
Body: TypeAlias = OneBody | BodyChoice
