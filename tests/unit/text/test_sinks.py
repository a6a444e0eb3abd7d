"""The doors from text to code: whatever comes in, what comes out is inert and means the same."""

from __future__ import annotations

import ast
import tomllib
from urllib.parse import unquote

import black
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sdkwright.render.gate import BAD_CHARACTERS, judge_module
from sdkwright.text.escape import (
    UnsafeTextError,
    docstring,
    dotted,
    header_token,
    http_method,
    identifier,
    literal,
    raw,
    status,
    stem,
    string_literal,
    string_literals,
    toml,
    tuple_display,
    url_template,
)
from sdkwright.text.kinds import Code, Prose

TEXTS = st.text(st.characters(codec=None), max_size=60) | st.text(
    st.sampled_from("\\\"'`{}\n\r\t\x00\x85\u2028\u202e\ud800\x1b#$%é漢😀 a"), max_size=30
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def evaluated(code: str) -> object:
    return ast.literal_eval(raw(code))


@given(TEXTS)
@example("\\")
@example('\\"')
@example("'\"'\"")
@example("\ud800\udfff")
def test_a_string_literal_means_the_text(text: str) -> None:
    code = raw(string_literal(Prose(text)))
    assert evaluated(code) == text
    assert "\n" not in code
    assert not BAD_CHARACTERS.search(code)


@given(st.lists(TEXTS | st.from_regex(r"[A-Z]\w*", fullmatch=True), max_size=4))
def test_many_string_literals_are_those_of_each(texts: list[str]) -> None:
    assert string_literals(texts) == [string_literal(text) for text in texts]


@given(TEXTS)
def test_the_formatter_leaves_string_literals_alone(text: str) -> None:
    source = f"x = [\n    {string_literal(text)},\n]\n"
    assert black.format_str(source, mode=black.Mode()) == source


@given(VALUES)
def test_a_literal_means_the_value(value: object) -> None:
    code = literal(value)
    assert evaluated(code) == value
    assert repr(evaluated(code)) == repr(value)


def test_tuples_have_literals() -> None:
    assert evaluated(literal(("a", 1))) == ("a", 1)
    assert evaluated(literal(("a",))) == ("a",)
    assert tuple_display([]) == "()"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), object(), {"a": {1, 2}}])
def test_what_has_no_literal_is_refused(value: object) -> None:
    with pytest.raises(UnsafeTextError):
        literal(value)


def test_deep_data_is_refused() -> None:
    value: object = 1
    for _ in range(200):
        value = [value]
    with pytest.raises(UnsafeTextError):
        literal(value)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from([0, 4, 8]))
@example(['"""\ncanary()\n"""'], 4)
@example(['\\"""'], 4)
@example(['"'], 4)
@example(['a"'], 0)
@example(["a\\"], 0)
@example(["\t a\n\t\tb\n \n"], 8)
def test_a_docstring_is_one_inert_string(parts: list[str], indent: int) -> None:
    code = docstring([Prose(part) for part in parts], indent)
    if not code:
        return
    margin = " " * indent
    source = "".join(f"{' ' * i}class A:\n" for i in range(0, indent, 4)) + f"{margin}class A:\n{margin}    x = 1\n"
    source += f"{margin}{code}\n"
    judge_module("a.py", source)
    tree = ast.parse(source)
    node = tree.body[-1] if not indent else _last(tree)
    assert isinstance(node, ast.Expr)
    assert isinstance(node.value, ast.Constant)
    told = "".join(str(node.value.value).split())
    assert told == "".join("".join("".join(part.split("\r")) for part in parts).split())


def _last(tree: ast.AST) -> ast.AST:
    body = getattr(tree, "body", None)
    return _last(body[-1]) if body else tree


@given(TEXTS)
@example("a" * 90)
@example("a" * 80 + "\nb" + "c" * 84)
@example("x\n" + "y" * 82)
def test_the_formatter_leaves_docstrings_alone(text: str) -> None:
    code = docstring([Prose(text)], 4)
    if code:
        source = f"class A:\n    {code}\n"
        assert black.format_str(source, mode=black.Mode()) == source


def test_a_docstring_of_nothing_is_empty() -> None:
    assert docstring(["", Prose(" \n\t")], 4) == ""


@given(TEXTS)
@example('"\ncanary = "1')
@example("\ud800")
def test_a_toml_string_means_the_text(text: str) -> None:
    readable = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    code = toml(Prose(text))
    assert tomllib.loads(f"a = {code}\n") == {"a": readable}
    assert not BAD_CHARACTERS.search(code)


@given(TEXTS)
def test_a_url_holds_no_space_and_no_control(text: str) -> None:
    value = evaluated(url_template(Prose(text)))
    assert isinstance(value, str)
    assert value.isascii()
    assert not set(value) & set(' "<>{}|\\^`\n\r\0')
    if "%" not in text and max(text, default="") < "\ud800":
        assert unquote(value) == text


@pytest.mark.parametrize("name", ["X-Trace", "a", "x_y~1"])
def test_tokens_are_header_names(name: str) -> None:
    assert evaluated(header_token(Prose(name))) == name


@pytest.mark.parametrize("name", ["", "X-A\r\nX-Injected: 1", "a b", "a:b", "é", "a\x00"])
def test_anything_else_is_no_header_name(name: str) -> None:
    with pytest.raises(UnsafeTextError):
        header_token(Prose(name))


@pytest.mark.parametrize("name", ["", "G E T", "GET\r\n", "é"])
def test_a_method_is_a_token(name: str) -> None:
    assert http_method("PURGE") == "PURGE"
    with pytest.raises(UnsafeTextError):
        http_method(Prose(name))


@pytest.mark.parametrize("text", ["", "20", "2000", "abc", '200"', "200\n", "\uff12\uff10\uff10"])
def test_a_status_is_a_code_a_range_or_default(text: str) -> None:
    assert [status(s) for s in ("200", "4XX", "5xx", "default")] == ["200", "4XX", "5xx", "default"]
    with pytest.raises(UnsafeTextError):
        status(Prose(text))


@pytest.mark.parametrize("name", ["", "class", "a b", "1a", "a-b", "None", "ﬁ", "a.b"])
def test_identifiers_are_checked(name: str) -> None:
    assert identifier("été") == "été"
    with pytest.raises(UnsafeTextError):
        identifier(name)


def test_dotted_names_are_checked() -> None:
    assert dotted("a.b") == "a.b"
    assert dotted("") == ""
    with pytest.raises(UnsafeTextError):
        dotted("a..b")


@pytest.mark.parametrize("name", ["", "A", "../a", "a.b", "a" * 150, "é"])
def test_stems_are_checked(name: str) -> None:
    assert stem("pet_2") == "pet_2"
    with pytest.raises(UnsafeTextError):
        stem(name)


def test_sinks_make_code() -> None:
    for made in (literal(1), docstring(["a"]), toml("a"), url_template("a"), header_token("a"), identifier("a")):
        assert type(made) is Code
