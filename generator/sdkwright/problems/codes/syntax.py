"""What cannot be read: files, YAML, JSON, and the limits of a document."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, document, situation

NO_DOCUMENT = ProblemCode(
    "no-document",
    "There is no document where one was looked for: the file that was named does not exist, or nothing was named and "
    "the folder holds no OpenAPI document, or several.",
    "Name the document with --spec FILE, or put it at spec/openapi.yaml.",
    situation("`sdkwright generate --spec missing.yaml` is typed and there is no such file."),
)
UNREADABLE = ProblemCode(
    "unreadable",
    "The file is there and cannot be opened: it is a folder, or its permissions forbid it.",
    "Check the path and its permissions.",
    situation("`sdkwright generate --spec folder/` is typed."),
)
TOO_LARGE = ProblemCode(
    "too-large",
    "A file, or what an overlay adds, is larger than a document may be.",
    "Split the document, or leave out examples.",
    situation("a file of more than 64 MB is read, or an overlay copies a large part to thousands of places."),
)
NOT_UTF8 = ProblemCode(
    "not-utf8",
    "The file has another encoding than UTF-8.",
    "Save the file as UTF-8.",
    situation("an editor has saved the document as UTF-16 or Latin-1."),
)
EMPTY_DOCUMENT = ProblemCode(
    "empty-document",
    "The file holds nothing but comments.",
    "Write an OpenAPI document into it.",
    document("# Nothing yet"),
)
SEVERAL_DOCUMENTS = ProblemCode(
    "several-documents",
    "A second YAML document begins in the file.",
    "Keep one per file.",
    document("openapi: 3.1.0", "---", "openapi: 3.1.0"),
)
YAML = ProblemCode(
    "yaml",
    "The text is no YAML 1.2.",
    "Mend the text here or just above.",
    document("openapi: 3.1.0", "info: {title: Pets, version: 1.0.0", "paths: {}"),
)
JSON = ProblemCode(
    "json",
    "A file that is called `.json` is no JSON (RFC 8259).",
    "Mend the text here or just before.",
    document('{"openapi": "3.1.0",}'),
)
DUPLICATE_KEY = ProblemCode(
    "duplicate-key",
    "A key stands twice in one mapping, so that one of the two values would be lost.",
    "Remove one of the two, or rename it.",
    document("openapi: 3.1.0", "info: {title: Pets, version: 1.0.0}", "paths: {}", "paths: {}"),
)
COMPLEX_KEY = ProblemCode(
    "complex-key",
    "The key of a mapping is itself a mapping or a list.",
    "Write a plain key.",
    document("openapi: 3.1.0", "[paths, more]: {}"),
)
MERGE_KEY = ProblemCode(
    "merge-key",
    "The merge key `<<` stands beside something that is no mapping.",
    "Merge an alias of a mapping.",
    document("openapi: 3.1.0", "<<: text"),
)
YAML_TAG = ProblemCode(
    "yaml-tag",
    "A tag asks for more than plain data, or for data that its value is not.",
    "Remove the tag.",
    document("openapi: !!python/name:os.system 3.1.0"),
)
UNKNOWN_ALIAS = ProblemCode(
    "unknown-alias",
    "An alias stands for an anchor that nothing before it has.",
    "Define the anchor first.",
    document("openapi: 3.1.0", "info: *info"),
)
RECURSIVE_ALIAS = ProblemCode(
    "recursive-alias",
    "An alias stands inside what it repeats, so that the document would have no end.",
    "Use a $ref to a named schema for a recursive type.",
    document("openapi: 3.1.0", "paths: &all", "  /pets: *all"),
)
NUMBER = ProblemCode(
    "number",
    "A number has too many digits, is larger than a double can be, or is none of JSON.",
    "Write a number that a client can hold, or quote it as text.",
    document("openapi: 3.1.0", "x-limit: 1e999"),
)
LONE_SURROGATE = ProblemCode(
    "lone-surrogate",
    "A text in JSON holds half of a surrogate pair.",
    "Write both halves of the pair, or the character itself.",
    document('{"openapi": "3.1.0", "x-note": "\\ud800"}'),
)
TOO_DEEP = ProblemCode(
    "too-deep",
    "Mappings and lists stand more than 400 deep in each other.",
    "Name the inner parts and refer to them.",
    situation("a program has written a schema inside a schema, hundreds of times."),
)
TOO_MANY_NODES = ProblemCode(
    "too-many-nodes",
    "The document has more than two million values, with everything that aliases and files repeat.",
    "Split the document, or repeat less through aliases.",
    situation("a few aliases that repeat each other expand to millions of values."),
)
