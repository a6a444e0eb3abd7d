"""Bodies of `application/x-www-form-urlencoded`.

OpenAPI 3.1, section 4.8.15, says how one property is written: with an `encoding` entry by its style; without one,
scalars and lists of scalars as `name=value` pairs, objects as JSON; and lists in a list, of which it does not speak.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..files import File
from ..values.codec import Codec
from . import parameters
from .media_types import is_json
from .properties import Given, as_list, is_object, json_of, properties

if TYPE_CHECKING:
    from .request_rows import PartEncoding

__all__ = ["form_body"]

_Encoder: TypeAlias = Callable[[str, object, bool, parameters.Index], str]
_STYLES: Final[Mapping[tuple[str, bool], _Encoder]] = {
    ("form", True): parameters.form,
    ("form", False): parameters.form_joined,
    ("spaceDelimited", True): parameters.form,
    ("spaceDelimited", False): parameters.space_delimited,
    ("pipeDelimited", True): parameters.form,
    ("pipeDelimited", False): parameters.pipe_delimited,
    ("deepObject", True): parameters.deep_object,
    ("deepObject", False): parameters.deep_object,
}


def form_body(
    owner: Codec[Any],
    value: Any,
    encodings: Sequence[PartEncoding] = (),
    extra: Mapping[str, Any] | None = None,
    *,
    empty_brackets: bool = False,
) -> bytes:
    """An urlencoded body.  `owner` is the codec of the body's type, `value` what it accepted, `extra` further members.

    Raises ValueError for a value that has no text, and TypeError if the body is no object.
    """
    index = parameters.empty if empty_brackets else parameters.indexed
    by_name = {encoding.name: encoding for encoding in encodings}
    parts = [_pairs(owner, given, by_name.get(given.wire), index) for given in properties(value, extra)]
    return "&".join([part for part in parts if part]).encode("ascii")


def _pairs(owner: Codec[Any], given: Given, encoding: PartEncoding | None, index: parameters.Index) -> str:
    if encoding is not None and not _says_json(encoding):
        encode = _STYLES[encoding.style, encoding.explode]
        return encode(given.wire, _plain(owner, given), encoding.allow_reserved, index)
    if isinstance(given.value, File):
        return parameters.form(given.wire, given.value.whole())
    items = as_list(given.value)
    if encoding is not None or is_object(given.value):
        return parameters.form(given.wire, given.json(owner).decode())
    if items is not None and any(is_object(item) or as_list(item) is not None for item in items):
        return parameters.form(given.wire, [json_of(item).decode() for item in items])
    return parameters.form(given.wire, given.value)


def _says_json(encoding: PartEncoding) -> bool:
    return encoding.content_type is not None and is_json(encoding.content_type)


def _plain(owner: Codec[Any], given: Given) -> object:
    """Plain data with wire names; scalars keep their types, which the styles write."""
    return owner.plain(given.owner, given.name)[given.wire] if given.name is not None else given.value
