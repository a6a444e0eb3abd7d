"""Copies of an SDK object: in this process, with everything but the connections; in a pickle, without credentials."""

from __future__ import annotations

from collections.abc import Mapping
from types import FunctionType
from typing import TYPE_CHECKING, Any, cast

from ..logs import is_secret_header
from ..unset import UNSET

if TYPE_CHECKING:
    from ..configuration import Configuration


def packed(
    configuration: Configuration, given: Mapping[str, Any], lost: Mapping[str, str]
) -> tuple[str, dict[str, Any], dict[str, str]]:
    """What a pickle holds of an SDK object: its module, what the constructor was given, and what was lost of that.

    A credential stays behind, unless it is a function that is called for it, which a pickle has by name.

    Raises `TypeError` for an HTTP client of the caller's, which is not ours to make again, and for a header that holds
    a credential.
    """
    for name in ("client", "async_client"):
        if given.get(name) is not None:
            raise TypeError(f"an SDK object with a {name!r} of yours cannot be pickled: make it where it is used")
    names = {scheme.name.lower() for scheme in configuration.security_schemes if scheme.name is not None}
    for name in given.get("http_headers") or ():
        if is_secret_header(name, names):
            raise TypeError(
                f"an SDK object with {name!r} in its http_headers cannot be pickled: a pickle holds no secrets"
            )
    security, left = _without_secrets(configuration, given["security"])
    return configuration.module, {**given, "security": security}, {**lost, **left}


def _without_secrets(configuration: Configuration, source: object) -> tuple[object, dict[str, str]]:
    """The credentials without what is secret, and by their names the arguments that gave what is left out."""
    if source is None or source is UNSET or _has_a_name(source):
        return source, {}
    if not isinstance(source, Mapping):
        return None, {scheme.argument: "security" for scheme in configuration.security_schemes}
    values = {name: value for name, value in cast("Mapping[str, object]", source).items() if value is not None}
    kept = {name: value for name, value in values.items() if value is UNSET or _has_a_name(value)}
    return kept, {name: name for name in values if name not in kept}


def _has_a_name(value: object) -> bool:
    """Whether something is a function of a module: no method, no partial, nothing that holds a value."""
    return isinstance(value, FunctionType) and value.__closure__ is None and "<" not in value.__qualname__
