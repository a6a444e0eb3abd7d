"""References that cannot be followed."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, paths, root, schema, situation

_BUNDLE = "Bundle the document first, for example with a bundling tool, or save the file beside it."

DANGLING_REF = ProblemCode(
    "dangling-ref",
    "A reference leads to nothing.",
    "Add what it names, or mend the reference.",
    schema("$ref: '#/components/schemas/Missing'"),
)
BROKEN_FILE = ProblemCode(
    "broken-file",
    "A file that the document refers to cannot be read: it is no YAML, no JSON or no text. What needs it is left out.",
    "Mend the file.",
    situation("`$ref: pet.yaml` leads to a file in which a bracket is not closed."),
)
BAD_POINTER = ProblemCode(
    "bad-pointer",
    "The part of a reference behind `#` is no JSON pointer (RFC 6901).",
    "Write ~0 for ~ and ~1 for /.",
    schema("$ref: '#/components/schemas/P~et'"),
)
REMOTE_REF = ProblemCode(
    "remote-ref",
    "A reference leads to another host. Nothing is fetched.",
    _BUNDLE,
    schema("$ref: https://pets.example/pet.yaml"),
)
ABSOLUTE_REF = ProblemCode(
    "absolute-ref",
    "A reference names a file by an absolute path, or with backslashes.",
    "Write a path relative to this file, with forward slashes.",
    schema("$ref: /srv/pet.yaml"),
)
REF_OUTSIDE = ProblemCode(
    "ref-outside",
    "A reference leads to a file outside the folder in which files may stand.",
    "Move the file beside the document, or widen --ref-root or `sdkwright.refRoot`.",
    schema("$ref: ../pet.yaml"),
)
TOO_MANY_FILES = ProblemCode(
    "too-many-files",
    "The document consists of more files than are read.",
    _BUNDLE,
    situation("a document refers to thousands of files of its folder."),
)
REF_KIND = ProblemCode(
    "ref-kind",
    "A reference leads to something of another kind than belongs in its place.",
    "Refer to something of the right kind.",
    paths(
        "/pets:",
        "  get:",
        "    parameters:",
        "      - $ref: '#/components/schemas/Pet'",
        "    responses: {'204': {description: Done}}",
    ),
)
REF_CYCLE = ProblemCode(
    "ref-cycle",
    "References lead from one to the next in a circle and never to what they mean.",
    "Break the circle: one of these must say what it is without the others.",
    root(
        "components:",
        "  schemas:",
        "    A: {$ref: '#/components/schemas/B'}",
        "    B: {$ref: '#/components/schemas/A'}",
    ),
)
ALLOF_CYCLE = ProblemCode(
    "allof-cycle",
    "A schema has itself among the parts of its `allOf`, so that no value can have all properties.",
    "Break the circle: one of these must say what it is without the others.",
    root("components:", "  schemas:", "    Pet: {allOf: [{$ref: '#/components/schemas/Pet'}]}"),
)
