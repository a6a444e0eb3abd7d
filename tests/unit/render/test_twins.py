"""What is left out of a text before it is parsed is what the rest of it says, whatever somebody may have written."""

from __future__ import annotations

import ast
import re
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sdkwright.problems import ProblemsError
from sdkwright.render.formatting import Source, needs_black
from sdkwright.render.gate import judge_module
from sdkwright.render.twins import Once, are_methods, single

from tests.unit.planning import operation
from tests.unit.render.walking import walked

PARAMETERS = [
    {"name": "tag", "in": "query", "schema": {"type": "string"}, "description": "Which one."},
    {"name": "limit", "in": "query", "schema": {"type": "integer", "default": -1}},
]
RENDERED = operation(parameters=PARAMETERS, description="Find one.\n\nOr none.").text("sdk.py")
"""With the pair of `post_a` and nothing behind it."""


def test_rendered_methods_that_are_twins_are_parsed_once() -> None:
    once = single(RENDERED)
    assert len(once.pairs) == 1
    assert "async def" in RENDERED
    assert "async def" not in once.text
    assert are_methods(ast.parse(once.text).body, once.pairs)
    assert [piece.text for piece in judge_module("a.py", RENDERED).pieces] == [once.text]


def test_a_text_without_async_methods_is_left_as_it_is() -> None:
    assert single("x = 1\n") == Once("x = 1\n", frozenset())


METHOD = """\
    def find(
        self,
        *,
        tag: str = "a",
    ) -> Found:
        \"\"\"Find one.\"\"\"
        return self._call(
            tag,
        )
"""


def second(method: str) -> str | None:
    """The async method of a sync one, word by word; None where it has no lines that are exchanged."""
    found = re.fullmatch(r"    def (\w+)\(\n(.*\n)?        return self\.(\w+)\(\n(.*)", method, re.DOTALL)
    if found is None:
        return None
    name, before, call, after = found.groups(default="")
    return f"    async def {name}_async(\n{before}        return await self.{call}_async(\n{after}"


def module(method: str, head: str = "class A:\n    x = 1\n\n", tail: str = "") -> str:
    """A module with a pair."""
    other = second(method)
    assert other is not None
    return f"{head}{method}\n{other}{tail}"


def is_spared(source: str) -> bool:
    """Whether something is left out of what is parsed, and nobody would ask for it."""
    once = single(source)
    if not once.pairs:
        return False
    try:
        _, is_plain = walked(once.text)
    except (SyntaxError, ProblemsError):
        return False
    return is_plain and are_methods(ast.parse(once.text).body, once.pairs)


class _Second(ast.NodeTransformer):
    """Puts the second method behind the first one of each pair."""

    def __init__(self, once: Once) -> None:
        self._lines = {pair.first for pair in once.pairs}

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        body: list[ast.stmt] = []
        for one in node.body:
            body.append(one)
            if isinstance(one, ast.FunctionDef) and one.lineno in self._lines:
                body.append(self._second(one))
        node.body = body
        return node

    def _second(self, node: ast.FunctionDef) -> ast.AsyncFunctionDef:
        *above, back = node.body
        assert isinstance(back, ast.Return)
        assert isinstance(back.value, ast.Call)
        assert isinstance(back.value.func, ast.Attribute)
        function = ast.Attribute(back.value.func.value, f"{back.value.func.attr}_async", ast.Load())
        call = ast.Call(function, back.value.args, back.value.keywords)
        facts = {name: getattr(node, name) for name in node._fields}
        facts |= {"name": f"{node.name}_async", "decorator_list": [], "body": [*above, ast.Return(ast.Await(call))]}
        return ast.AsyncFunctionDef(**facts)


def says_the_same_if_spared(source: str) -> bool:
    """What is left out parses to what the rest says, compiles, and has no other texts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if not is_spared(source):
            return False
    once = single(source)
    whole = ast.parse(source)
    assert ast.dump(whole) == ast.dump(_Second(once).visit(ast.parse(once.text)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compile(source, "a.py", "exec", dont_inherit=True, optimize=2)
    judged, is_plain = walked(source)
    assert is_plain
    assert judged.strings == walked(once.text)[0].strings
    return True


def test_a_pair_is_spared_and_says_the_same() -> None:
    assert says_the_same_if_spared(module(METHOD))
    assert says_the_same_if_spared(module(METHOD, tail="\n    y = 2\n"))
    assert says_the_same_if_spared(module(METHOD) + "\n" + module(METHOD.replace("find", "get"), head=""))
    assert says_the_same_if_spared(module(METHOD, head="class A:\n    @property\n\n"))


UNLIKE = {
    "another text": ("Find one.", "Find two."),
    "another type": ("Found", "Lost"),
    "another default": ('"a"', '"b"'),
    "another argument": ("tag,\n        )", "x,\n        )"),
    "another name": ("find_async", "find_all_async"),
    "another call": ("_call_async", "_other_async"),
    "a name that ends otherwise": ("find_async", "find_later"),
    "a call that ends otherwise": ("_call_async", "_call_later"),
    "no waiting": ("await ", ""),
    "another object": ("await self.", "await cls."),
    "another margin": ("            tag,", "           tag,"),
    "one more line": ("        )", "        )\n        pass"),
}


@pytest.mark.parametrize(("there", "mutant"), UNLIKE.values(), ids=UNLIKE)
def test_an_async_method_that_differs_is_parsed(there: str, mutant: str) -> None:
    before, found, after = module(METHOD).rpartition(there)
    assert found
    assert not is_spared(before + mutant + after)


NO_METHODS = {
    "a text": module(METHOD, head='class A:\n    """\n\n', tail='    """\n').replace('"""Find one."""', "Find."),
    "a text of a method": module(METHOD, head="class A:\n    x = '''\n\n", tail="    '''\n"),
    "what goes on": module(METHOD, tail="        x = 1\n"),
    "what goes on behind a comment": module(METHOD, tail="# a\n        x = 1\n"),
    "a sum": module(METHOD.replace("            tag,\n", "            tag,\n        ) + (\n            1\n")),
    "a choice": module(METHOD.replace("            tag,\n", "            tag,\n        ) if self else (\n")),
    "the call of a call": module(METHOD.replace("            tag,\n", "            tag,\n        )(\n            1\n")),
    "a method of a call": module(
        METHOD.replace("            tag,\n", "            tag,\n        ).x(\n            1\n")
    ),
    "a generator": module(METHOD.replace("        return", "        yield 1\n        return")),
    "a method that waits": module(METHOD.replace("            tag,", "            await tag,")),
    "a comprehension": module(METHOD.replace("            tag,", "            [x for x in tag],")),
    "a function in a condition": module(METHOD, head="if A:\n    x = 1\n\n"),
    "a name that nothing may have": module(METHOD.replace("tag", "__debug__")),
}


@pytest.mark.parametrize("source", NO_METHODS.values(), ids=NO_METHODS)
def test_what_only_looks_like_a_pair_is_parsed(source: str) -> None:
    assert not is_spared(source)
    try:
        judged = judge_module("a.py", source)
    except ProblemsError:
        with pytest.raises(SyntaxError):
            compile(source, "a.py", "exec", dont_inherit=True)
    else:
        assert [piece.text for piece in judged.pieces] == [source]


def test_what_is_refused_is_refused_with_its_own_line() -> None:
    source = module(METHOD.replace("            tag,", "            print(tag),"), tail="\n    x = print()\n")
    assert single(source).pairs
    with pytest.raises(ProblemsError, match=r"a\.py:24 was refused: it calls print"):
        judge_module("a.py", source)


# ------------------------------------------------------------------------------------------------- random methods

LINES = st.sampled_from(
    [
        *METHOD.splitlines()[1:],
        '        """',
        "        '''",
        "        x = (",
        "        ) + (",
        "        ).x(",
        "        )(",
        "        ]",
        "        x: int,",
        "        **x,",
        "            **x,",
        "            x=[",
        "            ],",
        "            lambda: (",
        "        if x:",
        "            return self._call(",
        "        return",
        "        def g(",
        "        # x",
        "        return self._call(  # x",
        "        \\",
        "    )",
        "    def find(",
        "",
        "    @property",
        "    \ttag,",
    ]
)
METHODS = st.lists(LINES, min_size=1, max_size=4).map(lambda lines: "".join(f"{line}\n" for line in lines))
TAILS = st.sampled_from(
    ["", "\n    y = 1\n", "        y = 1\n", '    """\n', "        )\n", "    )\n", "else:\n    y\n"]
)
HEADS = st.sampled_from(
    ["class A:\n    x = 1\n\n", "class A:\n    @x\n\n", "if x:\n    y\n\n", 'x = """\n\n', "x = (\n\n"]
)


@settings(max_examples=500, deadline=None)
@given(st.data(), HEADS, TAILS)
def test_random_methods_that_are_spared_say_what_the_others_say(data: st.DataObject, head: str, tail: str) -> None:
    lines = METHOD.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(1, len(lines)))
        lines[start : start + data.draw(st.integers(0, 2))] = data.draw(METHODS).splitlines(keepends=True)
    assume(second("".join(lines)) is not None)
    says_the_same_if_spared(module("".join(lines), head, tail))


WORDS = [
    "__debug__",
    "return",
    "await",
    "yield",
    "*",
    "lambda",
    "def",
    "async",
    "1",
    "'a'",
    '"""',
    "[",
    "(",
    ":",
    *"\n ",
]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_rendered_methods_with_other_words_in_both_say_the_same_if_they_are_spared(data: st.DataObject) -> None:
    start = RENDERED.index("    def post_a(")
    method = RENDERED[start : RENDERED.index("\n    async def post_a_async(")]
    words = re.findall(r"\w+|\s+|.", method)
    for _ in range(data.draw(st.integers(1, 3))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(WORDS) | st.sampled_from(words))
    assume(second("".join(words)) is not None)
    says_the_same_if_spared(module("".join(words), RENDERED[:start]))


@given(st.integers(1, 100), st.sampled_from(["x", "é", "漢"]))
def test_the_formatter_is_asked_for_a_pair_as_for_the_whole_text(length: int, letter: str) -> None:
    name = letter * length
    for part in ("find", '"a"', "Found", "Find one.", "_call", "            tag,"):
        source = module(
            METHOD.replace(part, f"            tag, {name}," if "," in part else f"{part[:1]}{name}{part[1:]}")
        )
        once = judge_module("a.py", source)
        assert [piece.text for piece in once.pieces] != [source]
        whole, _ = walked(source)
        assert needs_black(Source("a.py", source, once)) == needs_black(Source("a.py", source, whole))
