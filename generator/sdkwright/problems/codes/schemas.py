"""Schemas of which a client can say only a part."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, operation, root, schema, situation

EMPTY_ENUM = ProblemCode(
    "empty-enum",
    "An `enum` lists nothing, so that no value would be allowed. It is not used.",
    "List the values.",
    schema("{type: string, enum: []}"),
)
ENUM_NOT_SCALAR = ProblemCode(
    "enum-not-scalar",
    "A value of an `enum` is a list or mapping, for which there is no literal. The values are not listed in the type.",
    "Describe it with `type` and `properties` or `items`.",
    schema("{enum: [[1, 2], [3, 4]]}"),
)
ENUM_DUPLICATE = ProblemCode(
    "enum-duplicate",
    "An `enum` lists a value twice.",
    "Remove one.",
    schema("{type: string, enum: [cat, dog, cat]}"),
)
ENUM_VALUE_TYPE = ProblemCode(
    "enum-value-type",
    "A value of an `enum` is not of the declared type. What it most likely means is generated.",
    "Quote it, or correct the type.",
    schema("{type: integer, enum: [1, '2']}"),
)
CONST_NOT_SCALAR = ProblemCode(
    "const-not-scalar",
    "A constant is a list or mapping, for which there is no literal. Any value is taken.",
    "Describe it with `type` and `properties` or `items`.",
    schema("{const: [1, 2]}"),
)
DEFAULT_TYPE = ProblemCode(
    "default-type",
    "A default is no value of its type. It is not used.",
    "Correct the default or the type.",
    schema("{type: object, properties: {name: {type: string, default: true}}}"),
)
EXAMPLE_DOES_NOT_FIT = ProblemCode(
    "example-does-not-fit",
    "An example is no value of its schema, or cannot be sent where its parameter stands. It is shown in no call.",
    "Correct the example or the schema; until then the docs show a value of their own choice.",
    operation("parameters:", "  - {name: limit, in: query, schema: {type: integer}, example: many}"),
)
ALLOF_CONFLICT = ProblemCode(
    "allof-conflict",
    "The parts of an `allOf` contradict each other, so that no value satisfies all of them.",
    "Make the parts agree.",
    schema("{allOf: [{type: string}, {type: integer}]}"),
)
UNCHECKED_KEYWORD = ProblemCode(
    "unchecked-keyword",
    "A keyword says what no type can express. The rest of the schema is generated without it.",
    "Remove the keyword, or rely on the server to check it.",
    schema("{type: string, not: {const: ''}}"),
)
PATTERN_PROPERTIES = ProblemCode(
    "pattern-properties",
    "The patterns of `patternProperties` are not checked. Their values are further properties.",
    "Use `additionalProperties`, or rely on the server to check the names.",
    schema("{type: object, patternProperties: {'^x-': {type: string}}}"),
)
REQUIRED_UNKNOWN = ProblemCode(
    "required-unknown",
    "A name is required and is no property. It has no field; the class holds any members, and so this one.",
    "Describe it under `properties`; until then a method that takes the members one by one takes it as any value.",
    schema("{type: object, properties: {name: {type: string}}, required: [name, age]}"),
)
TUPLE = ProblemCode(
    "tuple",
    "The order of `prefixItems` is not checked. A list of any of the item types is generated.",
    "Use an object, or rely on the server to check the order.",
    schema("{type: array, prefixItems: [{type: string}, {type: integer}]}"),
)
SEVERAL_CHOICES = ProblemCode(
    "several-choices",
    "Several choices apply at once. Only what stands beside them is generated.",
    "Write one `anyOf` or `oneOf`.",
    schema(
        "oneOf: [{type: string}, {type: integer}]",
        "anyOf: [{type: string}, {type: boolean}]",
    ),
)
CHOICE_OF_CONDITIONS = ProblemCode(
    "choice-of-conditions",
    "The members of an `anyOf` or `oneOf` are conditions on the schema beside them, and no types. They are not "
    "checked.",
    "Rely on the server to check them.",
    schema(
        "type: object",
        "properties: {name: {type: string}, id: {type: string}}",
        "anyOf: [{required: [name]}, {required: [id]}]",
    ),
)
DISCRIMINATOR_WITHOUT_PROPERTY = ProblemCode(
    "discriminator-without-property",
    "Not every member of a union has the property of its discriminator. The member is chosen by what fits.",
    "Describe the property in every member.",
    root(
        "components:",
        "  schemas:",
        "    Cat: {type: object, properties: {name: {type: string}}}",
        "    Dog: {type: object, properties: {kind: {type: string}}}",
        "    Pet:",
        "      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]",
        "      discriminator: {propertyName: kind}",
    ),
)
DISCRIMINATOR_DEFAULT = ProblemCode(
    "discriminator-default",
    "The `defaultMapping` of a discriminator leads to no member. What has another tag, or none, is kept as it came.",
    "Name a member.",
    root(
        "components:",
        "  schemas:",
        "    Cat: {type: object, properties: {kind: {type: string}}}",
        "    Dog: {type: object, properties: {kind: {type: string}}}",
        "    Pet:",
        "      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]",
        "      discriminator: {propertyName: kind, defaultMapping: Cow}",
    ),
)
DISCRIMINATOR_MAPPING = ProblemCode(
    "discriminator-mapping",
    "A tag of a discriminator is mapped to what is no schema, or no member of the union. The entry is left out.",
    "Name a member, or remove the entry.",
    root(
        "components:",
        "  schemas:",
        "    Cat: {type: object, properties: {kind: {type: string}}}",
        "    Dog: {type: object, properties: {kind: {type: string}}}",
        "    Pet:",
        "      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]",
        "      discriminator: {propertyName: kind, mapping: {bird: '#/components/schemas/Bird'}}",
    ),
)
NEVER = ProblemCode(
    "never",
    "The schema `false` allows no value. It is taken as any value.",
    "Remove the schema, or say what is meant.",
    schema("{type: object, properties: {name: false}}"),
)
RECURSIVE_WITHOUT_CLASS = ProblemCode(
    "recursive-without-class",
    "A schema contains itself without an object or a choice between. The inner one is taken as any value.",
    "Put an object between the levels.",
    root("components:", "  schemas:", "    Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}"),
)
DEEP_TYPE = ProblemCode(
    "deep-type",
    "Lists, maps or choices stand too deep within each other. The innermost is taken as any value.",
    "Put an object between them, or fewer levels.",
    situation("a list holds a list, and so on, more than 64 times."),
)
TOO_MANY_MERGED = ProblemCode(
    "too-many-merged",
    "The parts of `allOf` declare the same properties so often that only the last part of one is generated.",
    "Declare the property in one part.",
    situation("schemas that contain each other are merged with each other through `allOf`, ten thousand times."),
)
TOO_MANY_PROPERTIES = ProblemCode(
    "too-many-properties",
    "The classes would have more properties than can be written, those that `allOf` repeats included.",
    "Refer to common properties by a property of their own, or split the document.",
    situation("hundreds of schemas each extend the one before by `allOf`, so that the last has the properties of all."),
)
