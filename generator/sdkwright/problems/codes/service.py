"""Operations, security and extensions of which a client can do only a part."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, operation, options, root

CLIENT_HEADER = ProblemCode(
    "client-header",
    "A parameter is a header that the client itself sends (OpenAPI, Parameter Object). It is no argument.",
    "Describe it by the media types or by a security scheme.",
    operation("parameters:", "  - {name: Accept, in: header, schema: {type: string}}"),
)
PARAMETER_STYLE = ProblemCode(
    "parameter-style",
    "A parameter has a style that its place does not allow. The usual one is used.",
    "Write a style that the place allows.",
    operation("parameters:", "  - {name: trace, in: header, style: form, schema: {type: string}}"),
)
PARAMETER_NESTED = ProblemCode(
    "parameter-nested",
    "A parameter of a path or a header has objects or lists within each other, for which there is no style. It is sent "
    "as JSON.",
    "Describe it with `content: {application/json: {schema: ...}}`, or send it in the body.",
    operation("parameters:", "  - {name: X-Trace, in: header, schema: {type: array, items: {type: array, items: {}}}}"),
)
ITEM_SCHEMA = ProblemCode(
    "item-schema",
    "An `itemSchema` belongs to a media type whose content is not read or written item by item. It is not used.",
    "Describe the content as a whole with `schema`.",
    operation("requestBody: {content: {application/json: {itemSchema: {type: string}}}}"),
)
MEDIA_TYPE_UNKNOWN = ProblemCode(
    "media-type-unknown",
    "A media type is not known, and its schema is that of structured data. It is taken as JSON.",
    "Use application/json, or a type that ends in +json.",
    operation("responses:", "  '200': {description: A pet, content: {application/pet: {schema: {type: object}}}}"),
)
BINARY_FORMAT = ProblemCode(
    "binary-format",
    "A content is in a binary format that is not written or read. Its bytes are passed as they are.",
    "Offer application/json as well.",
    operation("responses:", "  '200': {description: A pet, content: {application/msgpack: {schema: {type: object}}}}"),
)
TEXT_SCHEMA = ProblemCode(
    "text-schema",
    "A content is text and has a schema of structured data. The schema is not generated.",
    "Offer application/json, or use `type: string`.",
    operation("responses:", "  '200': {description: A pet, content: {text/csv: {schema: {type: object}}}}"),
)
PART_HEADERS = ProblemCode(
    "part-headers",
    "The headers of a part of a multipart body are not sent.",
    "Remove them, or send the part by hand.",
    operation(
        "requestBody:",
        "  content:",
        "    multipart/form-data:",
        "      schema: {type: object, properties: {photo: {type: string, format: binary}}}",
        "      encoding: {photo: {headers: {X-Size: {schema: {type: integer}}}}}",
    ),
)
PART_ENCODING = ProblemCode(
    "part-encoding",
    "The encoding of the parts of a body by their place (OpenAPI 3.2, section 4.15) is not used: `prefixEncoding` "
    "anywhere, `itemEncoding` where there are no items that are sent as parts.",
    "Give all parts one type by `itemEncoding`, or name them: `multipart/form-data` with `encoding`.",
    operation(
        "requestBody:",
        "  content:",
        "    multipart/mixed:",
        "      schema: {type: array, items: {type: string}}",
        "      prefixEncoding: [{contentType: text/csv}]",
    ),
)
NO_SUCCESS_RESPONSE = ProblemCode(
    "no-success-response",
    "No response says what a success looks like. That of `default` is taken, else a success has no content.",
    "Describe a 2XX response.",
    operation("responses:", "  '404': {description: No such pet}"),
)
PAGINATION = ProblemCode(
    "pagination",
    "The pagination of an operation does not say enough to be used.",
    "Give type offsetLimit, cursor or url, inputs with name, in and type, and outputs as JSONPath.",
    operation("x-speakeasy-pagination: {type: cursor}"),
)
PAGINATION_PATH = ProblemCode(
    "pagination-path",
    "The pagination of an operation names what the operation or its answer does not have.",
    "Correct the names; without them pages end early.",
    operation(
        "x-speakeasy-pagination:",
        "  type: offsetLimit",
        "  inputs: [{name: page, in: parameters, type: page}]",
        "  outputs: {results: $.pets}",
    ),
)
BAD_EXTENSION = ProblemCode(
    "bad-extension",
    "An extension has a value that it cannot have. It has no effect.",
    "Write a value that the extension can have, or remove it.",
    operation("x-speakeasy-retries: {strategy: forever}"),
)
UNREAD_EXTENSION = ProblemCode(
    "unread-extension",
    "An extension that another generator reads has no counterpart here, or a value that has none. It has no effect.",
    "Say it with an extension that is read here, in the document or an overlay; `sdkwright.otherExtensions: false` has "
    "none of another generator's extensions read or told.",
    operation("x-fern-audiences: [public]"),
)
INTERNAL_OPERATION = ProblemCode(
    "internal-operation",
    "An operation is marked as internal, by which other tools leave it out. It is generated.",
    "Write `sdkwright.excludeInternal: true` to leave out what is internal, or `false` to keep it.",
    operation("x-internal: true"),
)
SUBSET = ProblemCode(
    "subset",
    "The options choose operations by a tag or a path that no operation has, or leave out all of them.",
    "Correct the name; `sdkwright names` lists what there is.",
    options("sdkwright: {excludeTags: [nobody]}"),
)
BAD_GLOBAL = ProblemCode(
    "bad-global",
    "A global parameter has no name, or no place. It is left out.",
    "Give it both.",
    root("x-speakeasy-globals:", "  parameters: [{name: tenant, schema: {type: string}}]"),
)
