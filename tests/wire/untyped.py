"""The parts of other libraries that have no types, or types that only their authors can use: here they have none."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

_jsonschema: Any = import_module("jsonschema")
SchemaError: Final[type[Exception]] = _jsonschema.SchemaError
Draft202012Validator: Final[Any] = _jsonschema.Draft202012Validator
best_match: Final[Any] = import_module("jsonschema.exceptions").best_match
"""Of the errors of JSON Schema the one that says most."""
extend: Final[Any] = import_module("jsonschema.validators").extend
"""A validator class with other keywords."""

_validators: Any = import_module("openapi_schema_validator")
OAS31Validator: Final[Any] = _validators.OAS31Validator
oas31_format_checker: Final[Any] = _validators.oas31_format_checker

_referencing: Any = import_module("referencing")
Registry: Final[Any] = _referencing.Registry
Resource: Final[Any] = _referencing.Resource
DRAFT202012: Final[Any] = import_module("referencing.jsonschema").DRAFT202012

_core: Any = import_module("openapi_core")
OpenAPI: Final[Any] = _core.OpenAPI
Config: Final[Any] = _core.Config
known_formats: Final[Any] = import_module("openapi_core.unmarshalling.schemas").oas30_format_unmarshallers

parse_pattern: Final[Any] = import_module("re._parser").parse
"""The parser of the standard library's expressions, which has no public name."""
MAXREPEAT: Final[Any] = import_module("re._constants").MAXREPEAT
