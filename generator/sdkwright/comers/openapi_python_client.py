"""The configuration of openapi-python-client: one flat file of YAML or JSON."""

from __future__ import annotations

from typing import Final

from sdkwright.comers.given import Given, selected
from sdkwright.normalise.nodes import mapping
from sdkwright.openapi.data import Json
from sdkwright.text.casing import snake

NAME: Final = "openapi-python-client"
_KEYS: Final = frozenset(
    {
        "class_overrides",
        "content_type_overrides",
        "docstrings_on_attributes",
        "field_prefix",
        "generate_all_tags",
        "http_timeout",
        "literal_enums",
        "package_name_override",
        "package_version_override",
        "post_hooks",
        "project_name_override",
        "use_path_prefixes_for_title_model_names",
    }
)


def is_ours(given: Given) -> bool:
    """Whether a key says so: the file has no other mark."""
    return not _KEYS.isdisjoint(given.root)


def document(given: Given) -> str | None:
    """Nothing: the document is typed."""
    return None


def read(given: Given, described: Json) -> None:
    """Names, classes and the time limit; an SDK that nobody has named is called after the title."""
    title = mapping(mapping(described).get("info")).get("title")
    project = f"{snake(title).replace('_', '-')}-client" if isinstance(title, str) and snake(title) else None
    given.set("python.packageName", given.look("project_name_override"), "project_name_override")
    given.set("python.packageName", project)
    named = given.look("project_name_override") or project
    given.set("python.moduleName", given.look("package_name_override"), "package_name_override")
    given.set("python.moduleName", named.replace("-", "_") if isinstance(named, str) else None)
    given.set("python.version", given.look("package_version_override"), "package_version_override")
    given.set("python.enumFormat", "union" if given.take("literal_enums") is True else "enum")
    seconds = given.number("http_timeout")
    if seconds is not None:
        given.act("$", {"x-speakeasy-timeout": int(seconds * 1000)})
    schemas = mapping(mapping(mapping(described).get("components")).get("schemas"))
    for name in given.keys("class_overrides"):
        _class(given, name, next((key for key in schemas if _pascal(key) == name), None))
    for key, why in (
        ("post_hooks", "nothing is run after generation; the SDK comes formatted"),
        ("field_prefix", "names that Python does not take are mended by one rule for all"),
        ("docstrings_on_attributes", "attributes have docstrings in any case"),
        ("generate_all_tags", "an operation stands in the group of each of its tags in any case"),
        ("use_path_prefixes_for_title_model_names", "inline classes are named by their title and their place"),
        ("content_type_overrides", "correct the media type in the document, with an overlay if need be"),
    ):
        given.tell(why, key)


def _class(given: Given, name: str, schema: str | None) -> None:
    """One entry of `class_overrides`, by the name that the class would have had."""
    given.tell("modules are named after their classes", "class_overrides", name, "module_name")
    if schema is None:
        given.tell("no component has this class", "class_overrides", name, "class_name")
    elif (wanted := given.text("class_overrides", name, "class_name")) is not None:
        given.act(selected("components", "schemas", schema), {"x-speakeasy-name-override": wanted})


def _pascal(key: str) -> str:
    """As that generator spells a class: the words of the key, each with its first letter in upper case."""
    return "".join(word[:1].upper() + word[1:] for word in snake(key).split("_")) if key.islower() else key
