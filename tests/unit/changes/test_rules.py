"""Every rule: a change that it tells of, and one beside it of which it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sdkwright.changes import rules
from sdkwright.changes.compare import compare
from sdkwright.changes.rules import RULES, Rule

from tests.unit.changes.surfaces import GARDEN, Maker

Edit = tuple[str, str]
"""What is replaced in the document or, if it is not there, in the options, by what."""
BLOOM = "{description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Bloom'}}}}"
OPTIONS = """\
generation: {sdkClassName: Garden}
python: {packageName: garden-sdk, version: 2.0.0, enumFormat: enum, imports: {paths: {shared: models/parts}}}
"""


@dataclass(frozen=True)
class Case:
    tells: Sequence[Edit]
    near: Sequence[Edit]
    keeps_names: bool = True
    """There is a ledger."""


def case(tells: Edit | Sequence[Edit], near: Edit | Sequence[Edit], *, keeps_names: bool = True) -> Case:
    """One edit, or several."""
    both = ([each] if isinstance(each, tuple) else each for each in (tells, near))
    return Case(*both, keeps_names=keeps_names)


def named(key: str, name: str) -> Edit:
    """A line with a name that its author asks for."""
    return key, f"{key.rstrip('}')}, x-speakeasy-name-override: {name}}}"


DROP = """\
    delete:
      operationId: dropPlant
      tags: [plants]
      responses: {'204': {description: ok}}
"""
DRY = "      parameters:\n      - {name: dry, in: query, schema: {type: boolean}}\n"
SORT = "      - {name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}\n"
CLASH = (
    "        '409': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Clash'}}}}\n"
)
KIND = "kind: {type: string, enum: [tree, herb]}"
LIGHT = "light: {type: string, enum: [sun, shade], x-speakeasy-unknown-values: disallow}"
COAT = "coat: {type: string, enum: [hard, soft]}"
FRUIT = "fruit: {oneOf: [{$ref: '#/components/schemas/Apple'}, {$ref: '#/components/schemas/Pear'}]}"
FROM = "from: {oneOf: [{$ref: '#/components/schemas/Apple'}, {$ref: '#/components/schemas/Pear'}]}"
PEST = "oneOf: [{$ref: '#/components/schemas/Slug'}, {$ref: '#/components/schemas/Aphid'}]"
MITE = [
    ("    Bloom: {", "    Mite: {type: object, required: [type], properties: {type: {const: Mite}}}\n    Bloom: {"),
    (PEST, PEST.replace("]", ", {$ref: '#/components/schemas/Mite'}]")),
]
PLUM = ("    Bloom: {", "    Plum: {type: object, required: [pit], properties: {pit: {type: string}}}\n    Bloom: {")
AND_PLUM = ", {$ref: '#/components/schemas/Plum'}]}"

NAMED_VALUES = (COAT, COAT.replace("}", ", x-speakeasy-enums: [FIRM, MILD]}"))

CASES: Mapping[Rule, Case] = {
    rules.OPERATION_REMOVED: case((DROP, ""), ("operationId: dropPlant", "operationId: dropPlant\n      summary: x")),
    rules.OPERATION_ADDED: case((DROP, DROP + DROP.replace("delete", "put").replace("drop", "set")), ("/bloom", "/b")),
    rules.OPERATION_RENAMED: case(
        ("operationId: dropPlant", "operationId: dropPlant\n      x-speakeasy-name-override: remove"),
        ("operationId: dropPlant", "operationId: dropPlant\n      x-speakeasy-name-override: drop_plant"),
    ),
    rules.OPERATION_DEPRECATED: case(
        ("operationId: dropPlant", "operationId: dropPlant\n      deprecated: true"),
        ("operationId: dropPlant", "operationId: dropPlant\n      deprecated: false"),
    ),
    rules.OPERATION_MOVED: case(("  /bloom:", "  /blooming:"), ("/plants/{id}:", "/plants/{id}:\n    summary: x")),
    rules.ARGUMENT_REMOVED: case((SORT, ""), (SORT, SORT.replace("schema", "description: x, schema"))),
    rules.ARGUMENT_ADDED: case(
        (SORT, SORT + SORT.replace("sort", "order")), ("limit, in", "limit, description: x, in")
    ),
    rules.ARGUMENT_ADDED_REQUIRED: case(
        (SORT, SORT + "      - {name: order, in: query, required: true, schema: {type: string}}\n"),
        (SORT, SORT + "      - {name: order, in: query, schema: {type: string}}\n"),
    ),
    rules.ARGUMENT_REQUIRED: case(
        ("name: sort, in: query,", "name: sort, in: query, required: true,"),
        ("name: sort, in: query,", "name: sort, in: query, required: false,"),
    ),
    rules.ARGUMENT_OPTIONAL: case(
        ("name: after, in: query, required: true,", "name: after, in: query,"),
        ("name: after, in: query, required: true,", "name: after, in: query, required: true, explode: true,"),
    ),
    rules.ARGUMENT_RENAMED: case(
        ("{name: dry,", "{name: dry, x-speakeasy-name-override: rehearse,"),
        ("{name: dry,", "{name: dry, x-speakeasy-name-override: dry,"),
    ),
    rules.ARGUMENT_DEPRECATED: case(
        ("{name: sort,", "{name: sort, deprecated: true,"), ("{name: sort,", "{name: sort, deprecated: false,")
    ),
    rules.ARGUMENT_DEFAULT: case(("default: 10", "default: 20"), ("default: 10", "default: 10, maximum: 99")),
    rules.ARGUMENT_MOVED: case(
        ("name: dry, in: query", "name: dry, in: header"), ("dry, in", "dry, description: x, in"), keeps_names=False
    ),
    rules.REQUEST_MEMBER_REMOVED: case(("        age: {type: integer}\n", ""), ("        note: {type: string}\n", "")),
    rules.REQUEST_MEMBER_ADDED: case(
        ("        age: {type", "        size: {type: string}\n        age: {type"),
        ("        note: {type", "        size: {type: string}\n        note: {type"),
    ),
    rules.REQUEST_MEMBER_ADDED_REQUIRED: case(
        [
            ("required: [weight]", "required: [weight, size]"),
            ("        age:", "        size: {type: string}\n        age:"),
        ],
        [("        age:", "        size: {type: string}\n        age:")],
    ),
    rules.REQUEST_MEMBER_REQUIRED: case(
        ("required: [weight]", "required: [weight, age]"), ("required: [name, ", "required: [name, note, ")
    ),
    rules.REQUEST_MEMBER_OPTIONAL: case(("required: [weight]", "required: []"), ("required: [name, ", "required: [")),
    rules.REQUEST_MEMBER_RENAMED: case(named("age: {type: integer}", "years"), named("note: {type: string}", "remark")),
    rules.REQUEST_MEMBER_DEPRECATED: case(
        ("age: {type: integer}", "age: {type: integer, deprecated: true}"),
        ("age: {type: integer}", "age: {type: integer, deprecated: false}"),
    ),
    rules.REQUEST_NULL_REFUSED: case(
        ("origin: {type: [string, 'null']}", "origin: {type: string}"),
        ("when: {type: [string, 'null']}", "when: {type: string}"),
    ),
    rules.REQUEST_NULL_ALLOWED: case(
        ("age: {type: integer}", "age: {type: [integer, 'null']}"),
        ("note: {type: string}", "note: {type: [string, 'null']}"),
    ),
    rules.REQUEST_NARROWED: case(
        ("weight: {type: number}", "weight: {type: integer}"), ("height: {type: number}", "height: {type: integer}")
    ),
    rules.REQUEST_WIDENED: case(
        ("age: {type: integer}", "age: {type: number}"), ("age: {type: integer}", "age: {type: string}")
    ),
    rules.REQUEST_CHANGED: case(
        ("age: {type: integer}", "age: {type: string}"), ("age: {type: integer}", "age: {type: number}")
    ),
    rules.REQUEST_VALUE_REMOVED: case((COAT, COAT.replace(", soft", "")), (KIND, KIND.replace(", herb", ""))),
    rules.REQUEST_VALUE_ADDED: case(
        (COAT, COAT.replace("soft", "soft, none")), (KIND, KIND.replace("herb", "herb, moss"))
    ),
    rules.REQUEST_CHOICE_REMOVED: case(
        [PLUM, (FROM, FROM.replace("Pear", "Plum"))], [PLUM, (FROM, FROM.replace("]}", AND_PLUM))]
    ),
    rules.REQUEST_CHOICE_ADDED: case(
        [PLUM, (FROM, FROM.replace("]}", AND_PLUM))], [PLUM, (FRUIT, FRUIT.replace("]}", AND_PLUM))]
    ),
    rules.RESPONSE_REMOVED: case((BLOOM, "{description: ok}"), (BLOOM, BLOOM.replace("ok", "fine"))),
    rules.RESPONSE_ADDED: case(
        (
            "tags: [plants]\n      responses: {'204': {description: ok}}",
            f"tags: [plants]\n      responses: {{'200': {BLOOM}}}",
        ),
        (BLOOM, BLOOM.replace("ok", "fine")),
    ),
    rules.RESPONSE_MEMBER_REMOVED: case(("        note: {type: string}\n", ""), ("        age: {type: integer}\n", "")),
    rules.RESPONSE_MEMBER_ADDED: case(
        ("        note: {type", "        size: {type: string}\n        note: {type"),
        ("        age: {type", "        size: {type: string}\n        age: {type"),
    ),
    rules.RESPONSE_MEMBER_OPTIONAL: case(("required: [name, ", "required: ["), ("required: [weight]", "required: []")),
    rules.RESPONSE_MEMBER_REQUIRED: case(
        ("required: [name, ", "required: [name, note, "), ("[weight]", "[weight, age]")
    ),
    rules.RESPONSE_MEMBER_RENAMED: case(
        named("note: {type: string}", "remark"), named("age: {type: integer}", "years")
    ),
    rules.RESPONSE_MEMBER_DEPRECATED: case(
        ("note: {type: string}", "note: {type: string, deprecated: true}"),
        ("age: {type: integer}", "age: {type: integer, deprecated: true}"),
    ),
    rules.RESPONSE_NULL_ADDED: case(
        ("note: {type: string}", "note: {type: [string, 'null']}"),
        ("age: {type: integer}", "age: {type: [integer, 'null']}"),
    ),
    rules.RESPONSE_NULL_REMOVED: case(
        ("when: {type: [string, 'null']}", "when: {type: string}"),
        ("origin: {type: [string, 'null']}", "origin: {type: string}"),
    ),
    rules.RESPONSE_WIDENED: case(
        ("slime: {type: integer}", "slime: {type: number}"), ("height: {type: number}", "height: {type: integer}")
    ),
    rules.RESPONSE_NARROWED: case(
        ("height: {type: number}", "height: {type: integer}"), ("weight: {type: number}", "weight: {type: integer}")
    ),
    rules.RESPONSE_CHANGED: case(
        ("height: {type: number}", "height: {type: string}"), ("weight: {type: number}", "weight: {type: string}")
    ),
    rules.RESPONSE_VALUE_ADDED: case(
        (KIND, KIND.replace("herb", "herb, moss")), (LIGHT, LIGHT.replace("shade", "shade, none"))
    ),
    rules.RESPONSE_VALUE_ADDED_CLOSED: case(
        (LIGHT, LIGHT.replace("shade", "shade, none")), (KIND, KIND.replace("herb", "herb, moss"))
    ),
    rules.RESPONSE_VALUE_REMOVED: case((KIND, KIND.replace(", herb", "")), (COAT, COAT.replace(", soft", ""))),
    rules.RESPONSE_CHOICE_ADDED: case(MITE, [PLUM, (FRUIT, FRUIT.replace("]}", AND_PLUM))]),
    rules.RESPONSE_CHOICE_ADDED_UNTAGGED: case([PLUM, (FRUIT, FRUIT.replace("]}", AND_PLUM))], MITE),
    rules.RESPONSE_CHOICE_REMOVED: case(
        [PLUM, (FRUIT, FRUIT.replace("Pear", "Plum"))], [PLUM, (FROM, FROM.replace("Pear", "Plum"))]
    ),
    rules.ERROR_REMOVED: case((CLASH, ""), (CLASH, CLASH.replace("no,", "clash,"))),
    rules.ERROR_ADDED: case((CLASH, CLASH + CLASH.replace("409", "410")), (CLASH, CLASH.replace("no,", "clash,"))),
    rules.ERROR_CHANGED: case((CLASH, CLASH.replace("Clash", "Missing")), (CLASH, CLASH.replace("no,", "clash,"))),
    rules.CLASS_REMOVED: case(("    Alone: {type: object, properties: {nobody: {type: string}}}\n", ""), (SORT, "")),
    rules.CLASS_ADDED: case(PLUM, ("    Bloom: {", "    # a comment\n    Bloom: {")),
    rules.CLASS_RENAMED: case(
        ("    Bloom: {", "    Bloom: {x-speakeasy-name-override: Blossom, "),
        ("    Bloom: {", "    Bloom: {title: Blossom, "),
    ),
    rules.CLASS_DEPRECATED: case(
        ("    Bloom: {", "    Bloom: {deprecated: true, "), ("    Bloom: {", "    Bloom: {deprecated: false, ")
    ),
    rules.CLASS_MOVED: case(("models/parts", "models/shared"), ("2.0.0,", "2.0.1,")),
    rules.CLASS_CHANGED: case(
        ("    Bloom: {type: object, properties: {color: {type: string}}}", "    Bloom: {type: string, enum: [red]}"),
        (
            "    Bloom: {type: object, properties: {color: {type: string}}}",
            "    Bloom: {type: object, properties: {hue: {type: string}}}",
        ),
    ),
    rules.CLASS_UNUSED: case(("{nobody: {", "{somebody: {"), ("{color: {", "{hue: {")),
    rules.VALUE_RENAMED: case(NAMED_VALUES, (COAT, COAT.replace("hard, soft", "soft, hard")), keeps_names=False),
    rules.VALUE_RENAMED_KEPT: case(NAMED_VALUES, (COAT, COAT.replace("hard, soft", "soft, hard"))),
    rules.SECURITY_ADDED: case(
        ("      security: []\n", ""), ("      security: []\n", "      security: []\n      summary: x\n")
    ),
    rules.SECURITY_REMOVED: case(
        ("operationId: dropPlant", "operationId: dropPlant\n      security: []"),
        ("operationId: dropPlant", "operationId: dropPlant\n      security: [{key: []}]"),
    ),
    rules.SERVER_REMOVED: case(
        ("- {url: 'https://test.garden.example', x-speakeasy-server-id: test}\n", ""), ("https://test", "https://stage")
    ),
    rules.SERVER_ADDED: case(
        ("security: [{key", "- {url: 'https://c.example', x-speakeasy-server-id: c}\nsecurity: [{key"),
        ("https://test", "https://stage"),
    ),
    rules.SERVER_CHANGED: case(
        ("https://test", "https://stage"), ("server-id: test}", "server-id: test, description: x}")
    ),
    rules.OPERATION_RESTORED: case(
        ("deprecated: true", "deprecated: false"),
        ("operationId: bloom", "operationId: bloom\n      summary: x"),
    ),
    rules.CLIENT_RENAMED: case(("ClassName: Garden", "ClassName: Yard"), ("2.0.0,", "2.0.1,"), keeps_names=False),
    rules.CLIENT_RENAMED_KEPT: case(("ClassName: Garden", "ClassName: Yard"), ("2.0.0,", "2.0.1,")),
    rules.PACKAGE_RENAMED: case(("garden-sdk", "gardens-sdk"), ("2.0.0,", "2.0.1,")),
    rules.ASYNC_METHODS_MOVED: case(("garden-sdk", "garden-sdk, asyncMode: split"), ("2.0.0,", "2.0.1,")),
    rules.MODULE_RENAMED: case(("garden-sdk", "garden-sdk, moduleName: gardens"), ("2.0.0,", "2.0.1,")),
}


@pytest.fixture(name="maker")
def _maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


def changed(maker: Maker, edits: Sequence[Edit], *, keeps_names: bool = True) -> set[str]:
    """The codes of the changes that edits make."""
    document, options = GARDEN, OPTIONS
    old, ledger = maker.make(document, options)
    for before, after in edits:
        assert (before in document) != (before in options), f"where is {before!r}?"
        document = document.replace(before, after, 1)
        options = options.replace(before, after, 1)
    new, _ = maker.make(document, options, ledger if keeps_names else None)
    found = compare(old, new)
    assert {one.rule.code for one in compare(old, new, every_use=False)} == {one.rule.code for one in found}
    return {one.rule.code for one in found}


@pytest.mark.parametrize("rule", CASES, ids=lambda rule: rule.code)
def test_a_rule_tells_of_its_change_and_not_of_its_neighbour(rule: Rule, maker: Maker) -> None:
    case = CASES[rule]
    assert rule.code in changed(maker, case.tells, keeps_names=case.keeps_names)
    assert rule.code not in changed(maker, case.near, keeps_names=case.keeps_names)


def test_every_rule_has_a_case() -> None:
    assert [code for code in RULES if code not in {rule.code for rule in CASES}] == []


@pytest.mark.parametrize(
    ("before", "after", "is_kept"),
    [
        ("plants", "flowers", True),
        ("plants", "garden.flowers", True),
        ("plants", "flowers.all", True),
        ("garden.plants", "garden.flowers", True),
        ("plants.all", "flowers.all", True),
        ("plants.all", "flowers", False),
    ],
)
def test_methods_are_gone_with_their_group_only_if_no_attribute_leads_there(
    maker: Maker, before: str, after: str, *, is_kept: bool
) -> None:
    """A group that is called otherwise is reached by its old name, too."""
    old, ledger = maker.make(GARDEN.replace("tags: [plants]", f"tags: [{before}]"), OPTIONS)
    new, _ = maker.make(GARDEN.replace("tags: [plants]", f"tags: [{after}]"), OPTIONS, ledger)
    moved = [call for call in old.methods if call.startswith(f"{before}.")]
    assert len(moved) > 1
    found = compare(old, new)
    expected = {rules.OPERATION_RENAMED} if is_kept else {rules.OPERATION_REMOVED, rules.OPERATION_ADDED}
    assert {one.rule for one in found} == expected
    assert sorted(one.owner for one in found if one.rule is not rules.OPERATION_ADDED) == sorted(moved)
