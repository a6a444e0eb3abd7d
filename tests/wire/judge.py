"""openapi-core as the judge of raw requests."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from jsonschema_path.handlers.file import FilePathHandler
from openapi_core.datatypes import RequestParameters
from openapi_core.deserializing.media_types import media_type_deserializers
from openapi_core.deserializing.media_types.util import json_loads, plain_loads
from openapi_core.templating.paths.exceptions import PathError
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue
from werkzeug.datastructures import Headers, ImmutableMultiDict
from werkzeug.http import parse_cookie

from .data import Object, is_list, is_object, object_of
from .limits import ANOTHER_PATH, CRASHES, READ_ONLY_AND_REQUIRED, Case, is_read_only_and_required, limit_of
from .untyped import Config, OpenAPI, best_match, known_formats


@dataclass(frozen=True)
class Request:
    """What was sent: the URL with its target as it stood on the request line."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True)
class Verdict:
    """`accepted`, `refused`, or `excused` where openapi-core is wrong or cannot tell; the cause is that of a kind."""

    outcome: str
    cause: str = ""
    detail: str = ""


class CoreRequest:
    """A request as openapi-core's protocol wants it, decoded as a web server does."""

    def __init__(self, request: Request) -> None:
        parts = urlsplit(request.url)
        self.host_url = f"{parts.scheme}://{parts.netloc}"
        self.path = parts.path
        self.method = request.method.lower()
        headers = Headers(list(request.headers))
        self.content_type = headers.get("Content-Type", "")
        self.body = request.body or None
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(parts.query, keep_blank_values=True)),
            header=headers,
            cookie=ImmutableMultiDict(parse_cookie(headers.get("Cookie", ""))),
        )


class Judge:
    """Judges requests by a document that openapi-core reads itself."""

    def __init__(self, document: Path, base_url: str | None) -> None:
        """`base_url`: what the document's relative server URLs are relative to."""
        root = _with_schemes(_root(document))
        config = Config(
            spec_validator_cls=None,
            server_base_url=base_url,
            extra_format_unmarshallers=dict.fromkeys(_unknown_formats(root), _as_it_is),
            extra_media_type_deserializers=_deserializers(root),
        )
        self._root = root
        self._openapi = OpenAPI.from_dict(root, config=config, base_uri=document.as_uri())

    @cached_property
    def _unmarshaller(self) -> Any:
        return self._openapi.request_unmarshaller

    def verdict(self, request: Request, path: str) -> Verdict:
        """What openapi-core says of a request of the operation at `path`, the path template."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is deprecated in the document
            try:
                return self._judged(CoreRequest(request), path)
            except Exception as error:
                return self._crash(error)

    def _judged(self, request: CoreRequest, path: str) -> Verdict:
        finder = self._unmarshaller.path_finder
        try:
            found = finder.find(request.method, request.host_url + request.path)
        except PathError:
            request.path = unquote(request.path)
            try:
                found = finder.find(request.method, request.host_url + request.path)
            except PathError as error:
                return self._refused([error], request, path)
        if found.path_result.pattern != path:
            return Verdict("excused", ANOTHER_PATH, found.path_result.pattern)
        request.parameters.path = _path_values(found)
        result = self._unmarshaller.unmarshal(request)
        return self._refused(result.errors, request, path) if result.errors else Verdict("accepted")

    def _refused(self, errors: list[Any], request: CoreRequest, path: str) -> Verdict:
        """The first error that is no limit of openapi-core's own decides."""
        item = object_of(object_of(self._root.get("paths")).get(path))
        own = object_of(item.get(request.method))
        parameters = [*own.get("parameters", ()), *item.get("parameters", ())]
        verdicts: list[Verdict] = []
        for error in errors:
            operation = {**own, "parameters": parameters}
            cookie = str(request.parameters.header.get("Cookie", "")).encode()
            case = Case(
                error, tuple(chain(error)), self._root, item, operation, request.content_type, request.body, cookie
            )
            cause, detail = described(error)
            limit = limit_of(case)
            if limit is not None:
                verdicts.append(Verdict("excused", limit, detail))
            elif is_read_only_and_required(case):
                verdicts.append(Verdict("refused", READ_ONLY_AND_REQUIRED, detail))
            else:
                return Verdict("refused", cause, detail)
        return verdicts[0]

    @staticmethod
    def _crash(error: Exception) -> Verdict:
        """openapi-core does not come to its end: the last line of its own is the cause."""
        import traceback

        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.name}"
        found = f"{type(error).__name__} in {where}"
        if found not in CRASHES:
            return Verdict("refused", f"openapi-core fails: {found}", str(error)[:300])
        return Verdict("excused", CRASHES[found][0], str(error)[:300])


# --------------------------------------------------------------------------------------------------------- the document


def _root(document: Path) -> Object:
    """The document as openapi-core reads it; JSON that its YAML parser does not take is read as JSON.

    openapi-core asks the YAML parser for every file, and control characters and surrogate pairs, which JSON may hold,
    are no YAML.
    """
    if document.suffix == ".json":
        return cast("Object", json.loads(document.read_bytes()))
    return cast("Object", FilePathHandler()(document.as_uri()))


def _with_schemes(root: Object) -> Object:
    """Server URLs that begin with `//` get the scheme that they leave open (RFC 3986, section 4.2), which openapi-core
    does not give them."""
    servers = [
        {**server, "url": f"https:{server['url']}"} if str(server.get("url", "")).startswith("//") else server
        for server in root.get("servers", ())
    ]
    return {**root, "servers": servers} if servers else root


def nodes(node: Any) -> Iterator[Object]:
    """Every mapping in a document."""
    waiting: list[Any] = [node]
    while waiting:
        each = waiting.pop()
        if is_object(each):
            yield each
            waiting.extend(each.values())
        elif is_list(each):
            waiting.extend(each)


def _unknown_formats(root: Object) -> set[str]:
    """The formats of the document's own, at which openapi-core would stop."""
    written = {node["format"] for node in nodes(root) if isinstance(node.get("format"), str)}
    return written - set(known_formats)


def _as_it_is(value: Any) -> Any:
    return value


def _deserializers(root: Object) -> dict[str, Any]:
    """How media types are read that openapi-core has no reader for and would take for bytes: JSON, and text."""
    found: dict[str, Any] = {}
    for node in nodes(root):
        for media_type, entry in object_of(node.get("content")).items():
            essence = media_type.partition(";")[0].strip().lower()
            if essence in media_type_deserializers:
                continue
            schema = object_of(object_of(entry).get("schema"))
            if essence.endswith("+json"):
                found[essence] = json_loads
            elif schema.get("type") == "string" and schema.get("format") != "binary":
                found[essence] = plain_loads
    return found


# ------------------------------------------------------------------------------------------------------------- requests


def _path_values(found: Any) -> dict[str, str]:
    """The decoded values of the path, and again under the names that openapi-core looks for with label and matrix."""
    values = {name: unquote(value) for name, value in found.path_result.variables.items()}
    return {
        **values,
        **{f"{mark}{name}{star}": value for name, value in values.items() for mark in ".;" for star in ("", "*")},
    }


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that caused it."""
    while error is not None:
        yield error
        error = error.__cause__


def _text(error: BaseException) -> str:
    """What an exception says; that of a media type fails to say it where the value is text."""
    try:
        return str(error)
    except AttributeError:
        return repr(error.args)


def described(error: Any) -> tuple[str, str]:
    """The cause in a few words that are the same for all of a kind, and the particulars."""
    place = getattr(error, "location", None) or ("body" if "Body" in type(error).__name__ else "")
    links = list(chain(error))
    last: Any = links[-1]
    if isinstance(last, InvalidSchemaValue):
        worst = best_match(last.schema_errors)
        at = "/".join(map(str, worst.absolute_path))
        said = f"{worst.validator}: {worst.message[:160]} at {at or 'the top'}"
        return f"{place}: {worst.validator}", f"{getattr(error, 'name', '')} {said}".strip()
    return (
        f"{place}: {type(last).__name__}".removeprefix(": "),
        f"{getattr(error, 'name', '')} {_text(last)}"[:300].strip(),
    )
