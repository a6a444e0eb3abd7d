"""Samples stay data: whatever the document gives as an example, its sample is that value, and runs nothing of it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdkwright.docs.methods import resource_page
from sdkwright.docs.sample_lines import joined, value_lines
from sdkwright.docs.table_layout import Padding
from sdkwright.options.model import Config
from sdkwright.render.environment import render_template
from sdkwright.text.escape import identifier
from sdkwright.text.kinds import Code
from sdkwright.view.models import MODELS
from sdkwright.view.package import Sdk
from sdkwright.view.samples import (
    CallSample,
    DataSample,
    DictSample,
    FileSample,
    Given,
    Import,
    ListSample,
    MemberSample,
    ModelSample,
    NameSample,
    Sample,
    opens_file,
)

from tests.unit.planning import planned

ODD = st.text(alphabet="\"'`\\{}[]()%$#=:,;\n\r\t x0_é\u202e\u2028\0\ud800", max_size=12)
CODE = st.sampled_from(
    [
        'x": print("it ran"), #',
        'open("example.file", "rb")',
        "{0.__class__}",
        "%s",
        "'''",
        '"""',
        "f'{1}'",
        "\\N{DIGIT ONE}",
    ]
)
TEXT = ODD | CODE | st.text(max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
TEXTS = st.dictionaries(TEXT, TEXT, max_size=4)
NAME = st.sampled_from([identifier(name) for name in ("pet", "Pet", "print", "_x", "été")])
IMPORT = st.builds(Import, NAME, st.none() | NAME)


def _with(inner: st.SearchStrategy[Sample]) -> st.SearchStrategy[Sample]:
    several = st.lists(inner, max_size=3).map(tuple)
    keyed = st.dictionaries(TEXT, inner, max_size=3).map(lambda found: tuple(found.items()))
    named = st.dictionaries(NAME, inner, max_size=3).map(lambda found: tuple(Given(*pair) for pair in found.items()))
    return (
        st.builds(ListSample, several)
        | st.builds(DictSample, keyed)
        | st.builds(ModelSample, st.just(MODELS), NAME, named)
        | st.builds(CallSample, NAME, IMPORT, several)
    )


SAMPLES: st.SearchStrategy[Sample] = st.recursive(
    st.builds(DataSample, st.none() | st.booleans() | st.integers() | TEXT | st.binary(max_size=4))
    | st.builds(FileSample)
    | st.builds(MemberSample, st.just(MODELS), NAME, NAME)
    | st.builds(NameSample, NAME),
    _with,
    max_leaves=8,
)


def document(schema: Mapping[str, Any], config: Config | None = None) -> Sdk:
    """An SDK with one operation whose body has one property, `value`, of the schema."""
    body = {"type": "object", "required": ["value"], "properties": {"value": schema}}
    content = {"required": True, "content": {"application/json": {"schema": body}}}
    told = {
        "operationId": "makeA",
        "tags": ["things"],
        "requestBody": content,
        "responses": {"204": {"description": ""}},
    }
    return planned({"/a": {"post": told}}, config=config).sdk


def block(sdk: Sdk) -> str:
    """The sample of the operation, as a reader of the page finds it."""
    (things,) = [resource for resource in sdk.resources if not resource.is_root]
    page = resource_page(sdk, things, Padding.NONE)
    tokens = MarkdownIt().parse(render_template(page.template, page=page.context))
    (found,) = [token.content for token in tokens if token.type == "fence"]
    return found


def passed(source: str) -> ast.expr:
    """The argument of the call in a sample, which calls nothing but that, the SDK's class and classes of `models`."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    known = ("a_client.things.make_a", "Acme", "models.Cat", "models.Dog")
    assert {ast.unparse(call.func) for call in calls} <= set(known)
    (call,) = [call for call in calls if ast.unparse(call.func) == known[0]]
    (argument,) = call.keywords
    assert argument.arg == "value"
    return argument.value


class _Plain(ast.NodeTransformer):
    """Classes of models as the dicts that they are made from."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """`models.Cat(name="x")` as `{"name": "x"}`."""
        keys = [ast.Constant(keyword.arg) for keyword in node.keywords]
        return ast.Dict(list(keys), [self.visit(keyword.value) for keyword in node.keywords])


def value_of(expression: ast.expr) -> object:
    """What an expression is; anything but a literal or a model is refused."""
    return ast.literal_eval(_Plain().visit(expression))


@given(SAMPLES)
def test_every_tree_is_printed_as_python(sample: Sample) -> None:
    tree = ast.parse(joined(value_lines(sample)), mode="eval")
    opened = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "open"]
    assert bool(opened) == opens_file(sample)


@given(JSON)
def test_free_form_examples_come_back(value: object) -> None:
    assert value_of(passed(block(document({"example": value})))) == value


@given(TEXTS)
def test_keys_of_an_ambiguous_union_come_back(value: dict[str, str]) -> None:
    pet = {"type": "object", "additionalProperties": {"type": "string"}}
    either = [{**pet, "title": "Cat"}, {**pet, "title": "Dog"}]
    members = [{**one, "properties": {name: {"type": "string"}}} for one, name in zip(either, ("n", "m"), strict=True)]
    assert value_of(passed(block(document({"anyOf": members, "example": value})))) == value


@given(TEXTS)
def test_keys_of_a_map_come_back(value: dict[str, str]) -> None:
    schema = {"type": "object", "additionalProperties": {"type": "string"}, "example": value}
    assert value_of(passed(block(document(schema)))) == value


def test_text_about_files_opens_none() -> None:
    assert not opens_file(ListSample((DataSample('open("example.file", "rb")'),)))
    assert opens_file(DictSample((("content", FileSample()),)))
    assert not opens_file(NameSample(Code("open")))
