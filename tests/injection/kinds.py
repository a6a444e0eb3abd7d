"""The kinds of faults, each a small change of one object of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from .islands import with_word

Change = Callable[[dict[str, Any], str], bool]
"""Changes the object, which belongs to the island of a word; False if it has nothing to change."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its name, the objects of the grammar it may happen to, and what happens."""

    name: str
    holder: str
    change: Change


def _set(key: str, value: Any, *, only_if: str | None = None, where: str | None = None) -> Change:
    """A field has another value: in objects that have the field `only_if`, in parameters of one place."""

    def change(node: dict[str, Any], word: str) -> bool:
        if "$ref" in node or (only_if is not None and only_if not in node) or where not in (None, node.get("in")):
            return False
        node[key] = with_word(value, word)
        return True

    return change


def _drop(key: str) -> Change:
    def change(node: dict[str, Any], _: str) -> bool:
        return node.pop(key, None) is not None

    return change


def _refer(value: Any) -> Change:
    """Where a reference stands, it leads elsewhere."""

    def change(node: dict[str, Any], word: str) -> bool:
        if "$ref" not in node:
            return False
        node["$ref"] = with_word(value, word)
        return True

    return change


def _entry(key: str, name: str, value: Any) -> Change:
    """A further entry of a mapping that is there."""

    def change(node: dict[str, Any], word: str) -> bool:
        held = node.get(key)
        if not isinstance(held, dict) or "$ref" in node:
            return False
        held[name] = with_word(value, word)
        return True

    return change


def _item(key: str, value: Any) -> Change:
    """A further item of a list that is there."""

    def change(node: dict[str, Any], word: str) -> bool:
        held = node.get(key)
        if not isinstance(held, list):
            return False
        held.append(with_word(value, word))
        return True

    return change


def _renamed(spell: Callable[[str], str]) -> Change:
    """A path of the island is spelt otherwise, where it stands."""

    def change(paths: dict[str, Any], word: str) -> bool:
        own = next((path for path in paths if f"/{word}s" in path), None)
        if own is None:
            return False
        entries = list(paths.items())
        paths.clear()
        paths.update((spell(path) if path == own else path, item) for path, item in entries)
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
        type_date=_set("type", "date", only_if="type"),
        type_is_nothing=_set("type", None, only_if="type"),
        type_is_an_empty_list=_set("type", [], only_if="type"),
        type_list_with_a_format=_set("type", ["string", "uuid"], only_if="type"),
        type_is_a_number=_set("type", 5, only_if="type"),
        type_is_a_mapping=_set("type", {"a": 1}, only_if="type"),
        type_list_of_numbers=_set("type", [1], only_if="type"),
        enum_is_text=_set("enum", "a, b", only_if="enum"),
        enum_is_a_mapping=_set("enum", {"a": 1}),
        enum_is_nothing=_set("enum", None, only_if="enum"),
        pattern_is_none_of_a_pattern=_set("pattern", "(", only_if="pattern"),
        min_length_is_a_half=_set("minLength", 1.5, only_if="minLength"),
        unique_is_text=_set("uniqueItems", "perhaps", only_if="uniqueItems"),
        default_does_not_fit=_set("default", [1], only_if="default"),
        title_is_a_mapping=_set("title", {"a": 1}),
        description_is_a_list=_set("description", ["a"], only_if="type"),
        deprecated_is_text=_set("deprecated", "perhaps"),
        external_docs_is_text=_set("externalDocs", "https://docs.example"),
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
        required_is_a_mapping=_set("required", {"name": True}, only_if="required"),
        required_in_properties=_entry("properties", "required", ["name"]),
        additional_is_a_flag_as_text=_set("additionalProperties", "true", only_if="properties"),
        properties_is_nothing=_set("properties", None, only_if="properties"),
        properties_is_text=_set("properties", "none", only_if="properties"),
        items_is_nothing=_set("items", None, only_if="items"),
        items_is_a_list_of_text=_set("items", ["string"], only_if="items"),
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
        all_of_holds_nothing=_item("allOf", None),
        all_of_contains_itself=_item("allOf", {"$ref": "#/components/schemas/WORD_round"}),
        one_of_is_a_mapping=_set("oneOf", {"$ref": "#/components/schemas/WORD_round"}, only_if="oneOf"),
        one_of_holds_a_list=_item("oneOf", [1]),
        any_of_is_a_number=_set("anyOf", 5),
        anchor_leads_nowhere=_refer("#WORD_nowhere"),
        dynamic_leads_nowhere=_set("$dynamicRef", "#WORD_nowhere", only_if="$dynamicRef"),
        definitions_is_a_list=_set("$defs", [1], only_if="$defs"),
        definition_is_text=_entry("$defs", "WORD_other", "text"),
        one_of_is_text=_set("oneOf", "text", only_if="oneOf"),
        one_of_dangles=_item("oneOf", {"$ref": "#/components/schemas/Nowhere"}),
        discriminator_is_a_list=_set("discriminator", ["form"], only_if="discriminator"),
        discriminator_is_text=_set("discriminator", "form", only_if="discriminator"),
        discriminator_is_nothing=_set("discriminator", None, only_if="discriminator"),
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
        in_the_body=_set("in", "body", only_if="style"),
        in_nothing=_set("in", None),
        name_is_a_list=_set("name", ["limit"]),
        name_is_empty=_set("name", "", where="query"),
        in_capitals=_set("in", "Query", only_if="schema"),
        header_with_a_space=_set("name", "X Broken", where="header"),
        type_beside_the_schema=_set("type", "string", only_if="schema"),
        schema_is_nothing=_set("schema", None, only_if="schema"),
        style_of_another_place=_set("style", "matrix", only_if="style"),
        examples_is_a_list=_set("examples", [1], only_if="schema"),
        reference_is_a_list=_refer(["#/components/parameters/WORD_trace"]),
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
        parameters_is_nothing=_set("parameters", None, only_if="parameters"),
        parameter_is_nothing=_item("parameters", None),
        parameter_is_declared_twice=_item("parameters", {"name": "limit", "in": "query", "schema": {"type": "string"}}),
        parameters_of_a_missing_file=_set("parameters", {"$ref": "missing.yaml"}, only_if="parameters"),
        id_is_a_list=_set("operationId", ["a"], only_if="operationId"),
        id_of_another=_set("operationId", "WORD_list", only_if="requestBody"),
        summary_is_a_mapping=_set("summary", {"a": 1}),
        deprecated_is_text=_set("deprecated", "perhaps"),
        field_that_there_is_none_of=_set("responces", {}),
        security_is_a_mapping=_set("security", {"WORD_key": []}),
        security_scopes_are_nothing=_set("security", [{"WORD_key": None}], only_if="security"),
        security_is_text=_set("security", "key"),
        security_is_unknown=_set("security", [{"nobody": []}]),
        security_holds_text=_set("security", ["key"]),
        tags_is_text=_set("tags", "sundry"),
        tags_holds_a_mapping=_item("tags", {"name": "sundry"}),
        servers_is_text=_set("servers", "https://other.example"),
        server_without_url=_set("servers", [{"description": "none"}]),
        server_with_one_brace=_set("servers", [{"url": "https://{a.example"}]),
        servers_is_a_mapping=_set("servers", {"url": "https://other.example"}),
        server_variable_is_missing=_set("servers", [{"url": "https://{a}.example"}]),
        responses_is_a_list=_set("responses", ["200"]),
        responses_is_nothing=_set("responses", None),
        responses_of_a_missing_file=_set("responses", {"$ref": "missing.yaml"}, only_if="responses"),
        status_is_nothing=_entry("responses", "", {"description": "odd"}),
        status_with_a_range=_entry("responses", "40X", {"description": "odd"}),
        response_is_a_list=_entry("responses", "418", [1]),
        status_is_a_word=_entry("responses", "error", {"description": "odd"}),
        status_is_a_list=_entry("responses", "400, 404", {"description": "odd"}),
        response_is_text=_entry("responses", "418", "teapot"),
        response_dangles=_entry("responses", "418", {"$ref": "#/components/responses/Nowhere"}),
        body_is_text=_set("requestBody", "item", only_if="requestBody"),
        body_dangles=_set("requestBody", {"$ref": "#/components/requestBodies/Nowhere"}, only_if="requestBody"),
        body_without_content=_set("requestBody", {"description": "none"}, only_if="requestBody"),
        body_with_content_of_nothing=_set("requestBody", {"content": None}, only_if="requestBody"),
        body_with_content_of_a_list=_set("requestBody", {"content": ["a/b"]}, only_if="requestBody"),
        callback_is_text=_set("callbacks", {"WORD_done": "done"}, only_if="callbacks"),
        callback_dangles=_set("callbacks", {"WORD_done": {"$ref": "#/nowhere"}}, only_if="callbacks"),
        callbacks_is_text=_set("callbacks", "done", only_if="callbacks"),
    ),
    *_kinds(
        "response",
        content_is_text=_set("content", "application/json", only_if="content"),
        headers_is_a_list=_set("headers", ["X-A"], only_if="headers"),
        header_is_text=_entry("headers", "X-Broken", "text"),
        header_with_a_space=_entry("headers", "X Broken", {"schema": {"type": "string"}}),
        headers_is_nothing=_set("headers", None, only_if="headers"),
        content_is_nothing=_set("content", None, only_if="content"),
        content_of_a_missing_file=_set("content", {"$ref": "missing.yaml"}, only_if="content"),
        links_is_text=_set("links", "none", only_if="content"),
        link_is_text=_set("links", {"next": "text"}, only_if="content"),
        schema_beside_the_content=_set("schema", {"type": "string"}, only_if="content"),
        description_is_a_mapping=_set("description", {"a": 1}, only_if="description"),
        header_dangles=_entry("headers", "X-Broken", {"$ref": "#/components/headers/Nowhere"}),
        media_type_is_text=_entry("content", "application/xml", "text"),
        media_type_is_none=_entry("content", "json", {}),
        media_type_with_a_line_end=_entry("content", "a/b\r\nc: d", {}),
    ),
    *_kinds(
        "mediaType",
        schema_is_text=_set("schema", "item", only_if="schema"),
        schema_is_nothing=_set("schema", None, only_if="schema"),
        schema_is_a_flag_as_text=_set("schema", "yes", only_if="schema"),
        schema_of_a_missing_file=_set("schema", {"$ref": "missing.yaml#/A"}, only_if="schema"),
        examples_is_a_list=_set("examples", [1], only_if="schema"),
        example_is_text=_set("examples", {"one": "text"}, only_if="schema"),
        example_dangles=_set("examples", {"one": {"$ref": "#/nowhere"}}, only_if="schema"),
        encoding_of_text=_set("encoding", {"tags": "form"}, only_if="encoding"),
        encoding_is_text=_set("encoding", "utf-8", only_if="encoding"),
    ),
    *_kinds(
        "pathItem",
        get_is_text=_set("get", "list", only_if="get"),
        get_of_a_missing_file=_set("get", {"$ref": "missing.yaml"}, only_if="get"),
        reference_beside_operations=_set("$ref", "missing.yaml"),
        servers_is_text=_set("servers", "none"),
        method_that_there_is_none_of=_set("fetch", {}),
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
        type_is_a_list=_set("type", ["apiKey"]),
        in_the_path=_set("in", "path"),
        name_with_a_space=_set("name", "X Broken"),
        http_without_a_scheme=_set("type", "http"),
        reference_dangles=_set("$ref", "#/components/securitySchemes/Nowhere"),
    ),
    *_kinds(
        "header",
        schema_is_text=_set("schema", "string", only_if="schema"),
        schema_dangles=_set("schema", {"$ref": "#/components/schemas/Nowhere"}, only_if="schema"),
        reference_dangles=_refer("#/components/headers/Nowhere"),
        style_is_a_list=_set("style", ["simple"], only_if="schema"),
    ),
    *_kinds(
        "server",
        without_url=_drop("url"),
        url_is_a_list=_set("url", ["https://a.example"]),
        variables_is_text=_set("variables", "none", only_if="variables"),
        variable_is_text=_set("variables", {"WORD_area": "eu"}, only_if="variables"),
    ),
    *_kinds(
        "serverVariable",
        without_default=_drop("default"),
        default_is_a_list=_set("default", ["eu"]),
        enum_is_text=_set("enum", "eu", only_if="default"),
    ),
    *_kinds(
        "requestBody",
        content_is_text=_set("content", "application/json", only_if="content"),
        required_is_text=_set("required", "perhaps", only_if="content"),
        reference_dangles=_refer("#/components/requestBodies/Nowhere"),
        reference_to_another_kind=_refer("#/components/schemas/WORD_item"),
    ),
    *_kinds(
        "paths",
        without_a_slash=_renamed(lambda path: path[1:]),
        with_empty_braces=_renamed(lambda path: f"{path}/{{}}"),
        with_one_brace=_renamed(lambda path: f"{path}/{{other"),
        with_a_call=_renamed(lambda path: f"{path}/{{other()}}"),
        with_a_name_that_is_not_declared=_renamed(lambda path: f"{path}/{{other}}"),
    ),
)
