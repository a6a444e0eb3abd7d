"""The kinds of faults, each a small change of one object of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

Change = Callable[[dict[str, Any]], bool]
"""Changes the object; False if it has nothing to change."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its name, the objects of the grammar it may happen to, and what happens."""

    name: str
    holder: str
    change: Change


def _set(key: str, value: Any, *, only_if: str | None = None) -> Change:
    def change(node: dict[str, Any]) -> bool:
        if "$ref" in node or (only_if is not None and only_if not in node):
            return False
        node[key] = value
        return True

    return change


def _drop(key: str) -> Change:
    def change(node: dict[str, Any]) -> bool:
        return node.pop(key, None) is not None

    return change


def _refer(value: Any) -> Change:
    """Where a reference stands, it leads elsewhere."""

    def change(node: dict[str, Any]) -> bool:
        if "$ref" not in node:
            return False
        node["$ref"] = value
        return True

    return change


def _entry(key: str, name: str, value: Any) -> Change:
    """A further entry of a mapping that is there."""

    def change(node: dict[str, Any]) -> bool:
        held = node.get(key)
        if not isinstance(held, dict) or "$ref" in node:
            return False
        held[name] = value
        return True

    return change


def _item(key: str, value: Any) -> Change:
    """A further item of a list that is there."""

    def change(node: dict[str, Any]) -> bool:
        held = node.get(key)
        if not isinstance(held, list):
            return False
        held.append(value)
        return True

    return change


def _kinds(holder: str, **changes: Change) -> list[Kind]:
    return [Kind(f"{holder}: {name.replace('_', ' ')}", holder, change) for name, change in changes.items()]


KINDS: Final[tuple[Kind, ...]] = (
    *_kinds(
        "schema",
        type_of_a_format=_set("type", "int64", only_if="type"),
        type_any=_set("type", "any", only_if="type"),
        type_in_capitals=_set("type", "String", only_if="type"),
        type_that_is_empty=_set("type", "", only_if="type"),
        type_is_a_number=_set("type", 5, only_if="type"),
        type_is_a_mapping=_set("type", {"a": 1}, only_if="type"),
        type_list_of_numbers=_set("type", [1], only_if="type"),
        enum_is_text=_set("enum", "a, b", only_if="enum"),
        enum_is_a_mapping=_set("enum", {"a": 1}),
        max_length_is_text=_set("maxLength", "long", only_if="maxLength"),
        max_length_is_negative=_set("maxLength", -1, only_if="maxLength"),
        minimum_is_text=_set("minimum", "none", only_if="minimum"),
        bound_is_a_list=_set("exclusiveMaximum", [1], only_if="exclusiveMaximum"),
        multiple_is_text=_set("multipleOf", "half", only_if="multipleOf"),
        pattern_is_a_mapping=_set("pattern", {}, only_if="pattern"),
        format_is_a_list=_set("format", ["date"], only_if="format"),
        nullable_is_text=_set("nullable", "perhaps"),
        required_is_a_flag=_set("required", True),
        required_is_text=_set("required", "name"),
        required_holds_mappings=_set("required", [{"name": 1}]),
        read_only_is_text=_set("readOnly", "perhaps", only_if="readOnly"),
        write_only_is_a_list=_set("writeOnly", [], only_if="writeOnly"),
        additional_is_text=_set("additionalProperties", "all", only_if="properties"),
        additional_is_a_number=_set("additionalProperties", 3, only_if="additionalProperties"),
        items_is_text=_set("items", "string", only_if="items"),
        items_is_a_flag_as_text=_set("items", "yes", only_if="items"),
        prefix_items_is_a_mapping=_set("prefixItems", {"a": {}}, only_if="prefixItems"),
        properties_is_a_list=_set("properties", ["a"], only_if="properties"),
        property_is_text=_entry("properties", "broken", "text"),
        property_is_nothing_a_list=_entry("properties", "broken", [1]),
        property_dangles=_entry("properties", "broken", {"$ref": "#/components/schemas/Nowhere"}),
        property_is_remote=_entry("properties", "broken", {"$ref": "https://other.example/a.yaml"}),
        property_is_a_broken_pointer=_entry("properties", "broken", {"$ref": "#/components/schemas/~x"}),
        property_of_a_missing_file=_entry("properties", "broken", {"$ref": "missing.yaml#/A"}),
        reference_dangles=_refer("#/components/schemas/Nowhere"),
        reference_is_remote=_refer("https://other.example/a.yaml"),
        reference_to_another_kind=_refer("#/info"),
        reference_is_a_number=_refer(5),
        all_of_is_a_mapping=_set("allOf", {"type": "object"}, only_if="allOf"),
        all_of_holds_text=_item("allOf", "text"),
        all_of_dangles=_item("allOf", {"$ref": "#/components/schemas/Nowhere"}),
        one_of_is_text=_set("oneOf", "text", only_if="oneOf"),
        one_of_dangles=_item("oneOf", {"$ref": "#/components/schemas/Nowhere"}),
        discriminator_is_a_list=_set("discriminator", ["form"], only_if="discriminator"),
    ),
    *_kinds(
        "discriminator",
        without_a_property=_drop("propertyName"),
        property_is_a_list=_set("propertyName", ["form"]),
        mapping_is_text=_set("mapping", "round"),
        mapping_leads_nowhere=_entry("mapping", "other", "#/components/schemas/Nowhere"),
        mapping_holds_a_list=_entry("mapping", "other", ["round"]),
    ),
    *_kinds(
        "parameter",
        without_in=_drop("in"),
        without_name=_drop("name"),
        in_the_body=_set("in", "body"),
        in_nothing=_set("in", None),
        name_is_a_list=_set("name", ["limit"]),
        style_is_a_number=_set("style", ["form"], only_if="style"),
        explode_is_text=_set("explode", "perhaps", only_if="explode"),
        schema_is_text=_set("schema", "string", only_if="schema"),
        content_is_text=_set("content", "application/json", only_if="schema"),
        reference_dangles=_refer("#/components/parameters/Nowhere"),
        reference_to_another_kind=_refer("#/components/schemas/copper_kind"),
        required_is_a_list=_set("required", ["yes"], only_if="schema"),
    ),
    *_kinds(
        "operation",
        parameters_is_a_mapping=_set("parameters", {"limit": {}}),
        parameter_is_text=_item("parameters", "limit"),
        security_is_text=_set("security", "key"),
        security_is_unknown=_set("security", [{"nobody": []}]),
        security_holds_text=_set("security", ["key"]),
        tags_is_text=_set("tags", "sundry"),
        tags_holds_a_mapping=_item("tags", {"name": "sundry"}),
        servers_is_text=_set("servers", "https://other.example"),
        server_without_url=_set("servers", [{"description": "none"}]),
        server_with_one_brace=_set("servers", [{"url": "https://{a.example"}]),
        responses_is_a_list=_set("responses", ["200"]),
        status_is_a_word=_entry("responses", "error", {"description": "odd"}),
        status_is_a_list=_entry("responses", "400, 404", {"description": "odd"}),
        response_is_text=_entry("responses", "418", "teapot"),
        response_dangles=_entry("responses", "418", {"$ref": "#/components/responses/Nowhere"}),
        body_is_text=_set("requestBody", "item", only_if="requestBody"),
        body_dangles=_set("requestBody", {"$ref": "#/components/requestBodies/Nowhere"}, only_if="requestBody"),
        body_without_content=_set("requestBody", {"description": "none"}, only_if="requestBody"),
        callbacks_is_text=_set("callbacks", "done", only_if="callbacks"),
    ),
    *_kinds(
        "response",
        content_is_text=_set("content", "application/json", only_if="content"),
        headers_is_a_list=_set("headers", ["X-A"], only_if="headers"),
        header_is_text=_entry("headers", "X-Broken", "text"),
        header_dangles=_entry("headers", "X-Broken", {"$ref": "#/components/headers/Nowhere"}),
        media_type_is_text=_entry("content", "application/xml", "text"),
        media_type_with_a_line_end=_entry("content", "a/b\r\nc: d", {}),
    ),
    *_kinds(
        "mediaType",
        schema_is_text=_set("schema", "item", only_if="schema"),
        encoding_is_text=_set("encoding", "utf-8", only_if="encoding"),
    ),
    *_kinds(
        "pathItem",
        get_is_text=_set("get", "list", only_if="get"),
        put_is_a_list=_set("put", [1], only_if="put"),
        delete_is_a_number=_set("delete", 5, only_if="delete"),
        parameters_is_text=_set("parameters", "none", only_if="parameters"),
    ),
    *_kinds(
        "securityScheme",
        without_in=_drop("in"),
        without_name=_drop("name"),
        without_type=_drop("type"),
        of_no_type=_set("type", "magic"),
    ),
)
