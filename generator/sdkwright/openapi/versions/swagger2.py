"""Bring Swagger 2.0 to OpenAPI 3: the same service, said in the newer terms.

Body and form parameters become request bodies, `consumes` and `produces` become media types, `host`, `basePath` and
`schemes` become servers, types of parameters become schemas.  The document is changed in place; mappings that are
made anew say what they were made from, and references follow what they referred to, wherever it went.
"""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.data import Json, JsonList, JsonMap
from sdkwright.openapi.grammar.model import objects
from sdkwright.openapi.grammar.openapi3 import METHODS, OPENAPI_3
from sdkwright.openapi.grammar.swagger2 import SWAGGER_2
from sdkwright.openapi.pointer import split, step_all
from sdkwright.openapi.positions import Place, copied
from sdkwright.openapi.report import Report
from sdkwright.problems import shown
from sdkwright.problems.codes.document import COLLECTION_FORMAT, SECURITY_SCHEME, TWO_BODIES, WRONG_FORM
from sdkwright.problems.codes.references import DANGLING_REF

_TYPE_FIELDS: Final = (
    *("type", "format", "items", "default", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum"),
    *("exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems"),
)
_STYLES: Final[dict[str, tuple[str, bool]]] = {
    "csv": ("form", False),
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
}
"""`collectionFormat` as style and explode, for what is not in a path or header."""

_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
_DROPPED: Final = ("swagger", "host", "basePath", "schemes", "consumes", "produces")


def modernise(root: JsonMap, report: Report) -> None:
    """Change `root`, a Swagger 2.0 document of the right structure, to an OpenAPI 3 document."""
    _Converter(root, report).convert()


class _Converter:
    def __init__(self, root: JsonMap, report: Report) -> None:
        self.root = root
        self.report = report
        self.positions = report.positions
        self.consumes = _texts(root.get("consumes"))
        self.produces = _texts(root.get("produces"))
        self.placed: set[int] = set()
        """Schemas that stand somewhere already; a second place gets a copy."""

    def convert(self) -> None:
        """The whole document."""
        references = self._references()
        for kind, node, _ in list(objects(self.root, SWAGGER_2)):
            if kind == "schema":
                self._schema(node)
        self._path_items()
        components = self._components()
        servers = self._servers(_texts(self.root.get("schemes")))
        rest = {key: value for key, value in self.root.items() if key not in _DROPPED}
        self.root.clear()
        self.root["openapi"] = "3.0.3"
        self.positions.moved(self.root, "openapi", Place(self.root, "swagger"))
        self.root.update(rest)
        if servers:
            self.root["servers"] = servers
        if components:
            self.root["components"] = components
        self._relink(references)

    # -------------------------------------------------------------------------------------------------- references

    def _references(self) -> dict[str, int]:
        """The identity of what each reference leads to, taken before anything moves."""
        found = {
            str(node["$ref"]): step_all(self.root, split(str(node["$ref"])))
            for kind, node, _ in objects(self.root, SWAGGER_2)
            if SWAGGER_2[kind].reference and isinstance(node.get("$ref"), str)
        }
        return {reference: id(target) for reference, target in found.items() if isinstance(target, dict)}

    def _relink(self, references: dict[str, int]) -> None:
        """Point every reference to where its target is now."""
        places: dict[int, str] = {}
        for _, node, pointer in objects(self.root, OPENAPI_3):
            places.setdefault(id(node), pointer)
        for kind, node, pointer in objects(self.root, OPENAPI_3):
            written = node.get("$ref")
            if not OPENAPI_3[kind].reference or not isinstance(written, str) or written not in references:
                continue
            home = places.get(references[written])
            if home is not None:
                node["$ref"] = home
            else:
                message = f"{shown(written, 100)} has no counterpart in OpenAPI 3"
                remedy = "Refer to something under #/definitions."
                self.report.fault(DANGLING_REF, message, node, "$ref", pointer + "/$ref", remedy=remedy)

    # ---------------------------------------------------------------------------------------------------- the root

    def _servers(self, schemes: list[str]) -> JsonList:
        host, base = self.root.get("host"), self.root.get("basePath")
        path = base if isinstance(base, str) else ""
        if not isinstance(host, str):
            return [{"url": path}] if path else []
        servers: JsonList = []
        for scheme in schemes or ["https"]:
            server: JsonMap = {"url": f"{scheme}://{host}{path if path != '/' else ''}"}
            self.positions.made(server, Place(self.root, "host"))
            servers.append(server)
        return servers

    def _components(self) -> JsonMap:
        root = self.root
        made: JsonMap = {}
        self._move(made, "schemas", root.pop("definitions", None), "definitions")
        parameters = root.pop("parameters", None)
        if isinstance(parameters, dict):
            kept: JsonMap = {}
            for name, node in parameters.items():
                if isinstance(node, dict) and node.get("in") not in ("body", "formData"):
                    self._parameter(node)
                    kept[name] = node
            self.positions.made(kept, Place(parameters))
            self._move(made, "parameters", kept or None, "parameters")
        responses = root.pop("responses", None)
        for node in responses.values() if isinstance(responses, dict) else ():
            if isinstance(node, dict):
                self._response(node, self.produces)
        self._move(made, "responses", responses, "responses")
        schemes = root.pop("securityDefinitions", None)
        for node in schemes.values() if isinstance(schemes, dict) else ():
            if isinstance(node, dict):
                self._security_scheme(node)
        self._move(made, "securitySchemes", schemes, "securityDefinitions")
        self._move(made, "pathItems", root.pop("x-path-items", None), "x-path-items")
        if made:
            self.positions.made(made, Place(root))
        return made

    def _move(self, components: JsonMap, name: str, section: Json, old: str) -> None:
        if isinstance(section, dict):
            components[name] = section
            self.positions.moved(components, name, Place(self.root, old))

    def _security_scheme(self, node: JsonMap) -> None:
        if node.get("type") == "basic":
            node["type"], node["scheme"] = "http", "basic"
            self.positions.moved(node, "scheme", Place(node, "type"))
        if node.get("type") != "oauth2":
            return
        written = node.pop("flow", None)
        flow: JsonMap = {key: node.pop(key) for key in ("authorizationUrl", "tokenUrl", "scopes") if key in node}
        flow.setdefault("scopes", {})
        self.positions.made(flow, Place(node))
        if isinstance(written, str) and written in _FLOWS:
            flows: JsonMap = {_FLOWS[written]: flow}
            self.positions.made(flows, Place(node, "flow"))
            node["flows"] = flows
            return
        message = f"{shown(written)} is no flow of OAuth 2" if written is not None else "The scheme has no `flow`"
        remedy = f"Write one of {', '.join(_FLOWS)}; until then, callers bring the token."
        self.report.warning(SECURITY_SCHEME, message, node, "flow", "#/components/securitySchemes", remedy=remedy)
        node["flows"] = {}

    # -------------------------------------------------------------------------------------------------- operations

    def _path_items(self) -> None:
        for kind, item, pointer in list(objects(self.root, SWAGGER_2)):
            if kind == "pathItem":
                self._path_item(item, pointer)

    def _path_item(self, item: JsonMap, pointer: str) -> None:
        """Body and form parameters of a path go to each of its operations; the others stay."""
        shared = self._split(item)
        for method in METHODS:
            operation = item.get(method)
            if isinstance(operation, dict):
                self._operation(operation, shared, f"{pointer}/{method}")

    def _split(self, owner: JsonMap) -> list[JsonMap]:
        """Takes the body and form parameters out of `owner` and returns them; converts the others."""
        parameters = owner.get("parameters")
        taken: list[JsonMap] = []
        kept: JsonList = []
        for index, written in enumerate(parameters if isinstance(parameters, list) else ()):
            node = written
            for _ in range(100):
                if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                    break
                node = step_all(self.root, split(str(node["$ref"])))
            if isinstance(node, dict) and node.get("in") in ("body", "formData"):
                taken.append(node)
                continue
            if isinstance(parameters, list):
                self.positions.moved(kept, str(len(kept)), Place(parameters, str(index)))
            if isinstance(written, dict) and "$ref" not in written:
                self._parameter(written)
            kept.append(written)
        if isinstance(parameters, list):
            if kept:
                self.positions.made(kept, Place(parameters))
                owner["parameters"] = kept
            else:
                del owner["parameters"]
        return taken

    def _operation(self, node: JsonMap, shared: list[JsonMap], pointer: str) -> None:
        consumes = _texts(node.pop("consumes", None)) if "consumes" in node else self.consumes
        produces = _texts(node.pop("produces", None)) if "produces" in node else self.produces
        own = self._split(node)
        body = self._body(own, shared, consumes, pointer)
        if "schemes" in node:
            servers = self._servers(_texts(node.pop("schemes")))
            if isinstance(self.root.get("host"), str) and servers:
                node["servers"] = servers
        if body is not None:
            node["requestBody"] = body
        responses = node.get("responses")
        for status, response in responses.items() if isinstance(responses, dict) else ():
            if isinstance(response, dict) and not status.startswith("x-") and "$ref" not in response:
                self._response(response, produces)

    def _body(self, own: list[JsonMap], shared: list[JsonMap], consumes: list[str], pointer: str) -> JsonMap | None:
        """The request body: of the body parameter if there is one, else of all form parameters."""
        bodies = [node for node in (*own, *shared) if node.get("in") == "body"]
        names = [node.get("name") for node in own]
        forms = [*own, *(node for node in shared if node.get("name") not in names)]
        forms = [node for node in forms if node.get("in") == "formData"]
        if bodies and forms:
            message = "The operation has a body and form parameters; the body counts"
            self.report.warning(TWO_BODIES, message, forms[0], None, pointer)
        for further in bodies[1:]:
            if further.get("name") != bodies[0].get("name"):
                first, other = shown(bodies[0].get("name")), shown(further.get("name"))
                message = f"The operation has several bodies; {first} counts, and {other} is left out"
                self.report.warning(TWO_BODIES, message, further, None, pointer, "Keep one.")
        if bodies:
            return self._from_body(bodies[0], consumes)
        return self._from_forms(forms, consumes) if forms else None

    def _from_body(self, node: JsonMap, consumes: list[str]) -> JsonMap:
        body: JsonMap = _picked(node, ("description", "required"))
        self.positions.made(body, Place(node))
        content: JsonMap = {}
        for media_type in consumes or ["application/json"]:
            media: JsonMap = {"schema": self._once(node.get("schema", {}))}
            self.positions.made(media, Place(node))
            content[media_type] = media
        self.positions.made(content, Place(node))
        body["content"] = content
        body.update(_extensions(node))
        return body

    def _from_forms(self, nodes: list[JsonMap], consumes: list[str]) -> JsonMap:
        properties: JsonMap = {}
        encoding: JsonMap = {}
        required: JsonList = []
        for node in nodes:
            name = str(node.get("name"))
            schema = self._type(node)
            schema.update(_picked(node, ("description",)))
            properties[name] = schema
            if node.get("required") is True:
                required.append(name)
            if node.get("type") == "array":
                style, explode = _STYLES.get(str(node.get("collectionFormat", "csv")), ("form", False))
                encoding[name] = {"style": style, "explode": explode}
        schema_all: JsonMap = {"type": "object", "properties": properties}
        if required:
            schema_all["required"] = required
        for made in (properties, schema_all):
            self.positions.made(made, Place(nodes[0]))
        has_file = any(node.get("type") == "file" for node in nodes)
        types = [each for each in consumes if each.partition(";")[0].strip().lower() in _FORMS]
        if has_file:
            types = [each for each in types if each.lower().startswith(_FORMS[1])] or [_FORMS[1]]
        content: JsonMap = {}
        for media_type in types or [_FORMS[0]]:
            media: JsonMap = {"schema": self._once(schema_all)}
            if encoding:
                media["encoding"] = copied(encoding, self.positions)
            content[media_type] = media
        return {"content": content, **({"required": True} if required else {})}

    # ------------------------------------------------------------------------------------------------------- parts

    def _parameter(self, node: JsonMap) -> None:
        """A parameter of a path, query or header: its type becomes a schema, its collection format a style."""
        if "schema" in node:
            return
        schema = self._type(node)
        if node.get("type") == "array":
            written = str(node.get("collectionFormat", "csv"))
            if node.get("in") == "query":
                if written not in _STYLES:
                    message = f"{shown(written)} is no collection format that can be sent; csv is used"
                    remedy = "Write csv, ssv, pipes or multi."
                    self.report.warning(COLLECTION_FORMAT, message, node, None, "#", remedy=remedy)
                node["style"], node["explode"] = _STYLES.get(written, ("form", False))
            elif written not in ("csv", "multi"):
                message = f"{shown(written)} cannot be sent in a {shown(node.get('in'))} parameter; csv is used"
                self.report.warning(COLLECTION_FORMAT, message, node, None, "#", remedy="Write csv.")
        for key in (*_TYPE_FIELDS, "collectionFormat"):
            node.pop(key, None)
        if "x-example" in node:
            node["example"] = node.pop("x-example")
        node["schema"] = schema

    def _type(self, node: JsonMap) -> JsonMap:
        """The schema that the type fields of a parameter or header say."""
        schema = _picked(node, _TYPE_FIELDS)
        self.positions.made(schema, Place(node))
        if schema.get("type") == "file":
            schema["type"], schema["format"] = "string", "binary"
            if node.get("in") != "formData":
                del schema["format"]
                where = "a header" if "in" not in node else f"a parameter in {shown(node.get('in'))}"
                message = f"`type: file` is for form parameters, and this is {where}: it is text"
                self.report.warning(WRONG_FORM, message, node, "type", "#", "Write `type: string`, or `in: formData`.")
        items: Json = schema.get("items")
        while isinstance(items, dict):
            items.pop("collectionFormat", None)
            items = items.get("items")
        return schema

    def _response(self, node: JsonMap, produces: list[str]) -> None:
        headers = node.get("headers")
        for header in headers.values() if isinstance(headers, dict) else ():
            if isinstance(header, dict) and "schema" not in header:
                schema = self._type(header)
                for key in (*_TYPE_FIELDS, "collectionFormat"):
                    header.pop(key, None)
                header["schema"] = schema
        self._content(node, produces)

    def _content(self, node: JsonMap, produces: list[str]) -> None:
        """The schema and the examples of a response, by media type."""
        schema: Json = node.pop("schema", None)
        examples: Json = node.pop("examples", None)
        by_type = examples if isinstance(examples, dict) else {}
        content: JsonMap = {}
        if schema is not None:
            binary = isinstance(schema, dict) and schema.get("format") == "binary" and schema.get("type") == "string"
            for media_type in produces or ["application/octet-stream" if binary else "application/json"]:
                content[media_type] = {"schema": self._once(schema)}
        for media_type, example in by_type.items():
            media = content.get(media_type)
            if isinstance(media, dict):
                media["example"] = example
        for made in content.values():
            if isinstance(made, dict):
                self.positions.made(made, Place(node))
        if content:
            self.positions.made(content, Place(node))
            node["content"] = content
            self.positions.moved(node, "content", Place(node, "schema"))

    def _schema(self, node: JsonMap) -> None:
        """`type: file`, the discriminator as text, and the extension for null that 2.0 had."""
        if node.get("type") == "file":
            node["type"], node["format"] = "string", "binary"
        tag = node.get("discriminator")
        if isinstance(tag, str):
            made: JsonMap = {"propertyName": tag}
            self.positions.made(made, Place(node, "discriminator"))
            node["discriminator"] = made
        if isinstance(node.get("x-nullable"), bool):
            node["nullable"] = node.pop("x-nullable")

    def _once(self, schema: Json) -> Json:
        """The schema itself for its first place, a copy for every further one."""
        if not isinstance(schema, dict):
            return schema
        if id(schema) not in self.placed:
            self.placed.add(id(schema))
            return schema
        return copied(schema, self.positions)


def _texts(value: Json) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _picked(node: JsonMap, keys: tuple[str, ...]) -> JsonMap:
    return {key: node[key] for key in keys if key in node}


def _extensions(node: JsonMap) -> JsonMap:
    return {key: value for key, value in node.items() if key.startswith("x-")}
