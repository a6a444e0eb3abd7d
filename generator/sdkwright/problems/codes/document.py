"""What is wrong with a document that could be read: its structure, and what the types of its parts cannot show."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, document, operation, paths, root, schema, situation

NOT_OPENAPI = ProblemCode(
    "not-openapi",
    "The file is no OpenAPI document: it is no mapping, or says no version of OpenAPI or Swagger.",
    'Begin it with the version it is written in, such as openapi: "3.1.0".',
    document("info: {title: Pets, version: 1.0.0}", "paths: {}"),
)
VERSION = ProblemCode(
    "version",
    "The document is written in a version of OpenAPI that cannot be read.",
    'Write "2.0" for Swagger, or OpenAPI "3.0.x", "3.1.x" or "3.2.x".',
    document("openapi: 4.0.0", "info: {title: Pets, version: 1.0.0}", "paths: {}"),
)
NO_PATHS = ProblemCode(
    "no-paths",
    "The document has neither paths, nor components, nor webhooks.",
    "Add `paths` with at least one operation.",
    document("openapi: 3.1.0", "info: {title: Pets, version: 1.0.0}"),
)
NO_INFO = ProblemCode(
    "no-info",
    "The document has no title or no version, so that a general one is used.",
    "Add `info` with a title and a version.",
    document("openapi: 3.1.0", "paths: {}"),
)
MISSING = ProblemCode(
    "missing",
    "Something lacks a field without which it means nothing.",
    "Add the field.",
    operation("parameters:", "  - {in: query, schema: {type: string}}"),
)
EMPTY = ProblemCode(
    "empty",
    "A field that a client depends on is written and has no value.",
    "Give the field its value, or remove the key.",
    operation("requestBody:", "  content:"),
)
WRONG_TYPE = ProblemCode(
    "wrong-type",
    "A field holds a value of another type than the specification gives it, and a client depends on it.",
    "Write a value of the right type here.",
    root("servers: https://pets.example"),
)
WRONG_FORM = ProblemCode(
    "wrong-form",
    "A field is written in another way than the specification says. What can be read in one way only is read so; what "
    "a client can do without is left out.",
    "Write it as the specification says.",
    schema("{type: string, maxLength: '5'}"),
)
SPECIFICATION = ProblemCode(
    "specification",
    "An independent validator finds the document against the specification in a place that the client can live with.",
    "Mend it for other tools; the client can live with it.",
    root("tags: [{name: pets}, {name: pets}]"),
)
SECOND_OPINION = ProblemCode(
    "second-opinion",
    "The independent validator could not read the document to its end. The generator's own checks have passed.",
    "Nothing has to be done.",
    situation("the validator fails over a document that the generator has read."),
)
DUPLICATE_OPERATION_ID = ProblemCode(
    "duplicate-operation-id",
    "Two operations have the same `operationId`, after which the methods of the client are named.",
    "Give one of the two another operationId; the methods of the client are named after it.",
    paths(
        "/pets:",
        "  get: {operationId: list, responses: {'204': {description: Done}}}",
        "/dogs:",
        "  get: {operationId: list, responses: {'204': {description: Done}}}",
    ),
)
PATH = ProblemCode(
    "path",
    "A key of `paths` is no template of a path: it begins without a slash, or its braces do not enclose one name each.",
    "Write a slash before it, and each parameter as {name}.",
    paths("pets:", "  get: {responses: {'204': {description: Done}}}"),
)
PATH_PARAMETER = ProblemCode(
    "path-parameter",
    "The path and the parameters of an operation disagree: a name of the path is declared by no parameter, or a path "
    "parameter is not in the path.",
    "Describe each name of the path under `parameters`, and no other path parameter.",
    paths("/pets/{id}:", "  get: {responses: {'204': {description: Done}}}"),
)
REPEATED_PARAMETER = ProblemCode(
    "repeated-parameter",
    "An operation declares a parameter twice. The first one counts.",
    "Remove one of the two.",
    operation(
        "parameters:",
        "  - {name: limit, in: query, schema: {type: integer}}",
        "  - {name: limit, in: query, schema: {type: string}}",
    ),
)
PARAMETER_LOCATION = ProblemCode(
    "parameter-location",
    "A parameter has a place in which nothing can be sent.",
    "Write one of path, query, header, cookie, querystring; a body is described by requestBody.",
    operation("parameters:", "  - {name: pet, in: body, schema: {type: object}}"),
)
PATH_REQUIRED = ProblemCode(
    "path-required",
    "A path parameter is not marked as required. It is taken to be, since a path cannot do without it.",
    "Add `required: true`.",
    paths(
        "/pets/{id}:",
        "  get:",
        "    parameters: [{name: id, in: path, schema: {type: string}}]",
        "    responses: {'204': {description: Done}}",
    ),
)
NO_SCHEMA = ProblemCode(
    "no-schema",
    "A parameter has neither `schema` nor `content`. It takes any value.",
    "Add `schema`.",
    operation("parameters:", "  - {name: limit, in: query}"),
)
TWO_SCHEMAS = ProblemCode(
    "two-schemas",
    "A parameter is described more than once. The first way counts.",
    "Keep `schema`, or one entry of `content`.",
    operation(
        "parameters:",
        "  - {name: filter, in: query, schema: {type: string}, content: {application/json: {}}}",
    ),
)
WIRE_NAME = ProblemCode(
    "wire-name",
    "The name of a header or cookie holds characters that HTTP does not allow there.",
    "Write letters, digits and hyphens only.",
    operation("parameters:", "  - {name: 'trace id', in: header, schema: {type: string}}"),
)
MEDIA_TYPE = ProblemCode(
    "media-type",
    "A key of `content` is no media type.",
    "Write type/subtype, such as application/json.",
    operation("responses:", "  '200': {description: The pets, content: {json: {schema: {type: object}}}}"),
)
STATUS = ProblemCode(
    "status",
    "A key of `responses` is no status.",
    "Write a status such as 404, a range such as 4XX, or default.",
    operation("responses:", "  ok: {description: The pets}"),
)
SCHEMA_TYPE = ProblemCode(
    "schema-type",
    "The `type` of a schema is none of JSON Schema.",
    "Write one of array, boolean, integer, null, number, object, string.",
    schema("type: str"),
)
SECURITY_SCHEME = ProblemCode(
    "security-scheme",
    "A security scheme does not say what a client must know to authenticate.",
    "Write a type of OpenAPI, and the fields that it needs.",
    root("components:", "  securitySchemes:", "    key: {type: apiKey, in: header}"),
)
UNKNOWN_SECURITY = ProblemCode(
    "unknown-security",
    "A security requirement names a scheme that is not defined. Nothing is sent for it.",
    "Define it under components/securitySchemes, or remove it here.",
    operation("security: [{token: []}]"),
)
SERVER_URL = ProblemCode(
    "server-url",
    "The braces in the URL of a server do not enclose one name each.",
    "Write each variable as {name}.",
    root("servers: [{url: 'https://{region.pets.example'}]"),
)
SERVER_VARIABLE = ProblemCode(
    "server-variable",
    "The URL of a server has a variable without a default, so that callers have to fill it.",
    "Describe it under `variables` with a `default`.",
    root("servers: [{url: 'https://{region}.pets.example'}]"),
)
TWO_BODIES = ProblemCode(
    "two-bodies",
    "An operation of Swagger 2.0 has a body and form parameters, or several bodies. The first body counts.",
    "Keep one kind.",
    document(
        "swagger: '2.0'",
        "info: {title: Pets, version: 1.0.0}",
        "paths:",
        "  /pets:",
        "    post:",
        "      parameters:",
        "        - {name: pet, in: body, schema: {type: object}}",
        "        - {name: name, in: formData, type: string}",
        "      responses: {'204': {description: Done}}",
    ),
)
COLLECTION_FORMAT = ProblemCode(
    "collection-format",
    "A parameter of Swagger 2.0 is to be written in a way that cannot be sent where it stands. It is written as csv.",
    "Write csv, ssv, pipes or multi in a query, and csv elsewhere.",
    document(
        "swagger: '2.0'",
        "info: {title: Pets, version: 1.0.0}",
        "paths:",
        "  /pets:",
        "    get:",
        "      parameters:",
        "        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: tsv}",
        "      responses: {'204': {description: Done}}",
    ),
)
DEAD_LINK = ProblemCode(
    "dead-link",
    "A link in a description leads to no heading of the same text, to nothing of the document that has a page, and "
    "to no other site. The text stays without it, but on published pages, which have it as it is.",
    "Write the whole address, beginning with https://, or remove the link.",
    situation("a description links to a page of another site by a short path."),
)
