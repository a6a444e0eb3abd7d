"""How the argument of the constructor for a security scheme gets the name and the variable that users know."""

from __future__ import annotations

from sdkwright.comers.given import Given, selected
from sdkwright.normalise.nodes import mapping
from sdkwright.openapi.data import Json


def named_scheme(given: Given, described: Json, kind: str, argument: str, variable: Json) -> bool:
    """Names the one scheme of the document that is of a kind (`bearer`, `basic`, `apiKey`) or called so; false where
    there is none, or more than one."""
    schemes = mapping(mapping(mapping(described).get("components")).get("securitySchemes"))
    fitting = [name for name, scheme in schemes.items() if name == kind or _kind(scheme) == kind.lower()]
    if len(fitting) != 1:
        return False
    given.act(selected("components", "securitySchemes", fitting[0]), {"x-speakeasy-name-override": argument})
    ending = f"_{argument.upper()}"
    if isinstance(variable, str) and variable.endswith(ending):
        given.set("python.envVarPrefix", variable.removesuffix(ending))
    return True


def _kind(scheme: Json) -> str:
    found = mapping(scheme)
    return str(found.get("scheme") if found.get("type") == "http" else found.get("type")).lower()
