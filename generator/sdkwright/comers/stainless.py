"""`stainless.yml`: resources with their methods and models, the client's options, and the targets."""

from __future__ import annotations

import re
from typing import Final

from sdkwright.comers import stainless_paging
from sdkwright.comers.auth import named_scheme
from sdkwright.comers.given import METHODS, Given, retries, selected
from sdkwright.normalise.nodes import mapping, sequence
from sdkwright.openapi import pointer
from sdkwright.openapi.data import Json, JsonMap, is_number
from sdkwright.text.casing import pascal, snake

NAME: Final = "Stainless"
_ENDPOINT: Final = re.compile(rf"({'|'.join(METHODS)})\s+(/\S*)", re.IGNORECASE)
_SHARED: Final = ("$shared", "$client")
"""Resources that are no group: models of all, and methods of the client itself."""
_SECONDS: Final = re.compile(r"PT(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")


def is_ours(given: Given) -> bool:
    """Whether there are resources of an organisation."""
    return "resources" in given.root and not {"organization", "targets", "client_settings"}.isdisjoint(given.root)


def document(given: Given) -> str | None:
    """`openapi_spec` or `spec`, which a workspace has."""
    return next((found for key in ("openapi_spec", "spec") if isinstance(found := given.look(key), str)), None)


def read(given: Given, described: Json) -> None:
    """Resources as groups, methods and models by their names; paging, the constructor and the package."""
    for key in ("edition", "openapi_spec", "spec"):
        given.take(key)
    given.set("python.asyncMode", "split")
    _organization(given)
    _target(given)
    _client(given, described)
    _environments(given, described)
    schemes = stainless_paging.schemes(given)
    methods: dict[tuple[str, str], JsonMap] = {}
    for resource in given.keys("resources"):
        _resource(given, described, schemes, methods, ("resources", resource), resource)
    for (path, method), update in methods.items():
        given.act(selected("paths", path, method), update)
    for index in given.keys("unspecified_endpoints"):
        if (found := _endpoint(given.look("unspecified_endpoints", index))) is not None:
            given.take("unspecified_endpoints", index)
            given.act(selected("paths", *found), {"x-speakeasy-ignore": True})
    _security(given, described)
    _told(given)


# --------------------------------------------------------------------------------------------------------- resources


def _resource(
    given: Given,
    described: Json,
    schemes: tuple[stainless_paging.Scheme, ...],
    methods: dict[tuple[str, str], JsonMap],
    at: tuple[str, ...],
    group: str,
) -> None:
    for name in given.keys(*at, "methods"):
        place = (*at, "methods", name)
        written = given.look(*place)
        found = _endpoint(written if isinstance(written, str) else given.look(*place, "endpoint"))
        if found is None:
            given.tell("it names no endpoint", *place)
            continue
        given.take(*place) if isinstance(written, str) else given.take(*place, "endpoint")
        given.take(*place, "type")
        update = methods.setdefault(found, {})
        where = "" if group in _SHARED else group
        update["x-speakeasy-group"] = [*sequence(update.get("x-speakeasy-group")), where]
        if update.setdefault("x-speakeasy-name-override", name) != name:
            given.tell(f"a method has one name, and {update['x-speakeasy-name-override']} came first", *place)
        message = given.text(*place, "deprecated")
        if message is not None:
            update |= {"deprecated": True, "x-speakeasy-deprecation-message": message}
        if given.look(*place, "deprecated") is True:
            update["deprecated"] = given.take(*place, "deprecated")
        skipped = given.look(*place, "skip")
        if skipped is True or "python" in sequence(skipped):
            update["x-speakeasy-ignore"] = bool(given.take(*place, "skip"))
        stainless_paging.page(given, described, schemes, found, place, update)
    for name in given.keys(*at, "models"):
        _model(given, (*at, "models", name), name)
    for name in given.keys(*at, "subresources"):
        below = name if group in _SHARED else f"{group}.{name}"
        _resource(given, described, schemes, methods, (*at, "subresources", name), below)


def _endpoint(value: Json) -> tuple[str, str] | None:
    """Path and method of `get /pets`."""
    found = _ENDPOINT.fullmatch(value.strip()) if isinstance(value, str) else None
    return None if found is None else (found[2], found[1].lower())


def _model(given: Given, at: tuple[str, ...], name: str) -> None:
    """The class of a model has the model's name."""
    written = given.look(*at)
    uri = written if isinstance(written, str) else given.look(*at, "uri")
    if not isinstance(uri, str):
        given.tell("it names no schema", *at)
        return
    given.take(*at) if isinstance(written, str) else given.take(*at, "uri")
    tokens = pointer.split(uri) if uri.startswith("#/") else ["components", "schemas", uri]
    if tokens[-1] != pascal(name):
        given.act(selected(*tokens), {"x-speakeasy-name-override": pascal(name)})


# ------------------------------------------------------------------------------------------------------- the package


def _organization(given: Given) -> None:
    name, mail = (given.look("organization", key) for key in ("name", "contact"))
    if isinstance(name, str):
        given.set("generation.sdkClassName", pascal(name), "organization", "name")
        given.set(
            "python.authors", [f"{name} <{mail}>"] if isinstance(mail, str) else [name], "organization", "contact"
        )
    docs = given.look("organization", "docs")
    if isinstance(docs, str):
        url = docs if "://" in docs else f"https://{docs}"
        given.set("python.documentationUrl", url, "organization", "docs")


def _target(given: Given) -> None:
    at = ("targets", "python")
    package = given.look(*at, "package_name")
    given.set("python.moduleName", package, *at, "package_name")
    given.set("python.packageName", given.look(*at, "project_name"), *at, "project_name")
    given.set("python.packageName", snake(package).replace("_", "-") if isinstance(package, str) else None)
    given.take(*at, "edition")
    repository = given.look(*at, "production_repo")
    if isinstance(repository, str):
        given.set("generation.repoURL", f"https://github.com/{repository}", *at, "production_repo")
    license_name = given.look("settings", "license")
    if isinstance(license_name, dict):
        given.set("python.license", license_name.get("name"), "settings", "license", "name")
    given.set("python.license", license_name, "settings", "license")
    for target in given.keys("targets"):
        if target != "python":
            given.tell("only Python is generated", "targets", target)


# -------------------------------------------------------------------------------------------------------- the client


def _client(given: Given, described: Json) -> None:
    at = ("client_settings",)
    given.set("python.envVarPrefix", given.look(*at, "default_env_prefix"), *at, "default_env_prefix")
    for name in given.keys(*at, "opts"):
        scheme = given.look(*at, "opts", name, "auth", "security_scheme")
        if isinstance(scheme, str):
            variable = given.look(*at, "opts", name, "read_env")
            if named_scheme(given, described, scheme, name, variable):
                given.take(*at, "opts", name)
    most = given.number(*at, "default_retries", "max_retries")
    first = given.number(*at, "default_retries", "initial_delay_seconds")
    longest = given.number(*at, "default_retries", "max_delay_seconds")
    policy = retries(
        2 if most is None else int(most),
        500 if first is None else int(first * 1000),
        8000 if longest is None else int(longest * 1000),
    )
    given.act("$", {"x-speakeasy-retries": policy})
    limit = _milliseconds(given.look(*at, "default_timeout"))
    if limit is not None:
        given.take(*at, "default_timeout")
        given.act("$", {"x-speakeasy-timeout": limit})


def _milliseconds(value: Json) -> int | None:
    """A number of milliseconds, or a duration of ISO 8601 in minutes and seconds."""
    if is_number(value):
        return int(value)
    found = _SECONDS.fullmatch(value) if isinstance(value, str) else None
    return None if found is None else int(float(found[1] or 0) * 60_000 + float(found[2] or 0) * 1000)


def _environments(given: Given, described: Json) -> None:
    """Servers by name, where the document has their addresses; all of them where it has none."""
    known = [mapping(one).get("url") for one in sequence(mapping(described).get("servers"))]
    added: list[Json] = []
    for name in given.keys("environments"):
        url = given.look("environments", name)
        if not isinstance(url, str):
            continue
        if url in known:
            given.act(f"$.servers[{known.index(url)}]", {"x-speakeasy-server-id": name})
        elif not known:
            added.append({"url": url, "x-speakeasy-server-id": name})
        else:
            given.tell("the document has servers, and this is none of them", "environments", name)
            continue
        given.take("environments", name)
    if added:
        given.act("$", {"servers": added})


def _security(given: Given, described: Json) -> None:
    """Schemes and requirements that the document lacks."""
    if "security" not in mapping(described) and given.look("security"):
        given.act("$", {"security": given.take("security")})
    elif mapping(described).get("security") == given.look("security"):
        given.take("security")
    declared = mapping(mapping(mapping(described).get("components")).get("securitySchemes"))
    for name in given.keys("security_schemes"):
        if name in declared:
            given.take("security_schemes", name)
        elif isinstance(mapping(described).get("components"), dict):
            added: JsonMap = {name: given.take("security_schemes", name)}
            given.act("$.components", {"securitySchemes": added})


def _told(given: Given) -> None:
    for why, *path in (
        ("retried writes carry no key that is made up; pass the header", "client_settings", "idempotency"),
        ("pass `http_headers`, or add them in a hook", "client_settings", "default_headers"),
        ("how lists and objects are written, `style` and `explode` of a parameter say", "query_settings"),
        ("results are returned as they come", "settings", "unwrap_response_fields"),
        ("no tests are generated into the SDK", "settings", "disable_mock_tests"),
        ("arguments are passed by name", "settings", "positional_params"),
        ("README has the samples of the document", "readme"),
        ("mark it with `x-speakeasy-error-message: true`, in an overlay", "errors", "message_property"),
        ("errors are what the responses of the document declare", "errors"),
        ("nothing is written into the document", "openapi"),
        ("releases are `sdkwright publish` and workflows of yours", "codeflow"),
        ("releases are `sdkwright publish` and workflows of yours", "targets", "python", "publish"),
        ("names are cased by one rule; give a name with `x-speakeasy-name-override`", "custom_casings"),
        ("`sdkwright validate` has problems of its own", "diagnostics"),
        ("the argument is named after the body's schema", "resources", "*", "methods", "*", "body_param_name"),
        ("the media type of an answer says whether it is a stream", "resources", "*", "methods", "*", "streaming"),
    ):
        given.tell(why, *path)
