"""`generators.yml` of Fern: the document, and for each target its name, its package and its options.

What is said of operations stands in the document itself, as `x-fern-…`, or in a file of overrides beside it.
"""

from __future__ import annotations

from typing import Final

from sdkwright.comers.auth import named_scheme
from sdkwright.comers.given import Given, retries
from sdkwright.normalise.nodes import mapping
from sdkwright.openapi.data import Json
from sdkwright.openapi.files import read_tree
from sdkwright.openapi.positions import Positions

NAME: Final = "Fern"
_SPECS: Final = (("api", "specs", "0"), ("api",), ())
_PATHS: Final = ("openapi", "path")


def is_ours(given: Given) -> bool:
    """Whether there are groups of generators."""
    return "groups" in given.root and not {"default-group", "api", "openapi"}.isdisjoint(given.root)


def document(given: Given) -> str | None:
    """The first document, in whichever of the forms of several years."""
    if isinstance(given.look("api"), str):
        return str(given.look("api"))
    places = ((*spec, key) for spec in _SPECS for key in _PATHS)
    return next((found for place in places if isinstance(found := given.look(*place), str)), None)


def read(given: Given, described: Json) -> None:
    """The package and its classes from the generator of the Python SDK, and the overrides of the document."""
    if isinstance(given.look("api"), str):
        given.take("api")
    for spec in _SPECS:
        for key in _PATHS:
            given.text(*spec, key)
        _overrides(given, *spec, "overrides")
        given.tell("give it with --overlay FILE, and add it to the Makefile", *spec, "overlays")
    given.take("default-group")
    given.set("python.asyncMode", "split")
    given.act("$", {"x-speakeasy-retries": retries(2, 1000, 60_000)})
    for group in given.keys("groups"):
        _group(given, group)
    for above in (("auth-schemes",), ("api", "auth-schemes")):
        for name in given.keys(*above):
            _auth(given, described, *above, name)
    given.tell("which schemes are needed, the document says", "api", "auth")


def _overrides(given: Given, *path: str) -> None:
    """A file that is merged into the document, as an overlay does it at the root."""
    named = given.look(*path)
    file = given.path.parent / named if isinstance(named, str) else None
    if file is None or not file.is_file():
        return
    found = read_tree(file, str(file), Positions()).root
    if isinstance(found, dict):
        given.take(*path)
        given.act("$", found)


def _group(given: Given, group: str) -> None:
    above = ("groups", group, "generators")
    for index in given.keys(*above):
        one = (*above, index)
        if "python" not in str(given.look(*one, "name")):
            given.tell("only Python is generated", *one)
            continue
        given.take(*one, "name")
        given.take(*one, "version")
        config = (*one, "config")
        for client in ((*config, "client", "class_name"), (*config, "client_class_name")):
            given.set("generation.sdkClassName", given.look(*client), *client)
        given.set("python.moduleName", given.look(*config, "package_name"), *config, "package_name")
        output = (*one, "output")
        if given.look(*output, "location") == "pypi":
            given.take(*output, "location")
        given.set("python.packageName", given.look(*output, "package-name"), *output, "package-name")
        repository = given.look(*one, "github", "repository")
        if isinstance(repository, str):
            url = f"https://github.com/{repository.removeprefix('https://github.com/')}"
            given.set("generation.repoURL", url, *one, "github", "repository")
        given.set("python.license", given.look(*one, "github", "license"), *one, "github", "license")
        extra = (*config, "extra_dependencies")
        given.set("python.additionalDependencies.main", given.look(*extra), *extra)
        seconds = given.number(*config, "timeout_in_seconds")
        if seconds is not None:
            given.act("$", {"x-speakeasy-timeout": int(seconds * 1000)})
        _metadata(given, *one, "metadata")
        _told(given, one)
    _metadata(given, "groups", group, "metadata")


def _metadata(given: Given, *path: str) -> None:
    for key, name in (("python.description", "description"), ("python.license", "license")):
        given.set(key, given.look(*path, name), *path, name)
    authors = [mapping(each) for each in (given.look(*path, "authors"),) if isinstance(each, list) for each in each]
    said: list[Json] = [
        f"{one.get('name')} <{one.get('email')}>" for one in authors if "name" in one and "email" in one
    ]
    given.set("python.authors", said or None, *path, "authors")


def _auth(given: Given, described: Json, *path: str) -> None:
    """The constructor's argument of a scheme has the name that it had, if the document has one scheme of its kind."""
    kind = str(given.look(*path, "scheme") or ("apiKey" if "header" in given.keys(*path) else ""))
    for part in ("token", "name"):
        value = given.look(*path, part)
        argument = mapping(value).get("name") if part == "token" else value
        if isinstance(argument, str) and named_scheme(
            given, described, kind, argument, mapping(value).get("env") or given.look(*path, "env")
        ):
            given.take(*path)


def _told(given: Given, one: tuple[str, ...]) -> None:
    for key, why in (
        ("pydantic_config", "models keep what they do not know, and answers that do not fit, in any case"),
        ("follow_redirects_by_default", "the constructor takes `follow_redirects=True`"),
        ("inline_request_params", "arguments are flattened: `python.flattenRequests`"),
        ("skip_formatting", "the SDK comes formatted"),
        ("flat_layout", "the layout of the package is the same in all SDKs"),
        ("should_generate_wire_tests", "no tests are generated into the SDK"),
        ("should_generate_websocket_clients", "OpenAPI describes no web sockets"),
        ("pyproject_python_version", "SDKs are for Python 3.11 and later"),
    ):
        given.tell(why, *one, "config", key)
    given.tell("`sdkwright publish` uploads, with a token of its own", *one, "output", "token")
    given.tell("the folder is `--out`, which the Makefile says", *one, "output", "path")
    given.tell(
        "audiences are not read; `--include-tag` and its like make a part of the document", *one[:2], "audiences"
    )
