"""The second opinion: openapi-spec-validator, an independent reading of the specification.

It gets the finished document (one file, local references only, no circles, no `$id`), no base URI, handlers that
refuse every scheme, and no checking of defaults, so that it neither opens anything nor runs a pattern of the document.
Our own checks have found what a client depends on; what it finds beyond that is a warning with a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NoReturn, cast

from sdkwright.openapi.checks.offline import (
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
    SchemaPath,
    exceptions,
    keywords,
    meta_schema_validator,
)
from sdkwright.openapi.checks.parts import template_names
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.pointer import make, parent, split, step, step_all
from sdkwright.openapi.report import Report
from sdkwright.problems.codes.document import SECOND_OPINION, SPECIFICATION

MAX_FINDINGS: Final = 50

_CHECKED_BY_US: Final = (
    exceptions.UnresolvableParameterError,
    exceptions.DuplicateOperationIDError,
    exceptions.ParameterDuplicateError,
)
_QUOTED: Final = re.compile(r"'([^'\"\\]*)'")
"""A text as Python quotes it, in the messages of the library."""
_SHORT: Final = frozenset(
    {"required", "unevaluatedProperties", "additionalProperties", "enum", "const", "pattern", "type"}
)
"""Keywords whose messages say what is wrong; others print the whole value."""


class _Refusing(dict[str, Any]):
    """Handlers of URI schemes: there is one for each, and it refuses.  (Without one, the library would fetch.)"""

    def __contains__(self, scheme: object) -> bool:
        return True

    def __missing__(self, scheme: str) -> Any:
        return _refuse


def _refuse(uri: str) -> NoReturn:
    raise LookupError(f"nothing is fetched: {uri[:80]}")


class _NoDefaults(keywords.ValueValidator):
    """Defaults are not validated: that would run the patterns of the document."""

    def __call__(self, schema: SchemaPath, value: object) -> Iterator[Any]:
        return iter(())


class _MetaSchema31(keywords.OpenAPIV31SchemaValidator):
    """Each schema once against its meta-schema, which covers what is inside it; no walk of references."""

    def __call__(
        self, schema: SchemaPath, require_properties: bool = True, meta_checked: bool = False
    ) -> Iterator[Any]:
        value = schema.read_value()
        seen = self.meta_checked_schema_ids
        if seen is None or id(value) in seen:
            return
        seen.append(id(value))
        error = self._validate_schema_meta(schema, value)
        if error is not None:
            error.path.extendleft(reversed(schema.parts))
            yield error


class _MetaSchema32(_MetaSchema31, keywords.OpenAPIV32SchemaValidator):
    """The same against the meta-schema of 3.2."""


class _Operation(keywords.OperationValidator):
    """Names of a path are read as the specification says, and not as a format of Python."""

    def _get_path_params_from_url(self, url: str) -> Iterator[str]:
        return iter(template_names(url) or ())


_KEYWORDS_31: Final = {
    **OpenAPIV31SpecValidator.keyword_validators,
    "default": _NoDefaults,
    "schema": _MetaSchema31,
    "operation": _Operation,
}
_KEYWORDS_32: Final = {
    **OpenAPIV32SpecValidator.keyword_validators,
    "default": _NoDefaults,
    "schema": _MetaSchema32,
    "operation": _Operation,
}


class _Validator31(OpenAPIV31SpecValidator):
    resolver_handlers = _Refusing()
    keyword_validators = _KEYWORDS_31


class _Validator32(OpenAPIV32SpecValidator):
    resolver_handlers = _Refusing()
    keyword_validators = _KEYWORDS_32


def check_backstop(root: JsonMap, version: str, known: frozenset[str], report: Report) -> None:
    """Report as warnings what the validator of `version` (`3.1`) finds where no problem is `known` (pointers) yet."""
    validator = (_Validator32 if version == "3.2" else _Validator31)(root)
    validator.schema_validator = meta_schema_validator(version)
    known_parents = {parent(pointer) for pointer in known}
    count = 0
    try:
        for finding in validator.iter_errors():
            pointer = _canonical(root, [str(part) for part in finding.absolute_path])
            if isinstance(finding, _CHECKED_BY_US) or pointer in known_parents or {pointer, parent(pointer)} & known:
                continue
            if finding.validator == "unevaluatedProperties" and _is_path_reference(
                pointer, cast("Any", finding.instance)
            ):
                continue
            count += 1
            if count > MAX_FINDINGS:
                break
            _report(finding, pointer, root, report)
    except Exception:  # Whatever it trips over, the document has passed our own checks.
        message = "The independent validator could not read the document to its end"
        report.warning(SECOND_OPINION, message, root, None, "#")


def _is_path_reference(pointer: str, node: Json) -> bool:
    """Fields may stand beside the `$ref` of a path item (OpenAPI 3.1, section 4.8.9.1); its JSON Schema has none."""
    return isinstance(node, dict) and "$ref" in node and split(pointer)[-2:-1] in (("paths",), ("webhooks",))


def _report(finding: Any, pointer: str, root: JsonMap, report: Report) -> None:
    if finding.validator in _SHORT or not isinstance(finding.validator, str):
        said = _QUOTED.sub(r'"\1"', finding.message)
        said = said if len(said) <= 200 else said[:199] + "…"
    else:
        said = f"what stands here breaks the rule `{finding.validator}`"
    position = report.positions.find(root, pointer)
    report.add_warning_at(SPECIFICATION, f"By the specification of OpenAPI: {said}", position, pointer)


def _canonical(root: JsonMap, path: list[str]) -> str:
    """The pointer of a path that may run through references, which is where the validator found something."""
    tokens: list[str] = []
    node: Json = root
    for token in path:
        for _ in range(100):
            reference = node.get("$ref") if isinstance(node, dict) and token not in node else None
            if not isinstance(reference, str):
                break
            tokens = list(split(reference))
            node = step_all(root, tuple(tokens))
        tokens.append(token)
        _, node = step(node, token)
    return make(tokens)
