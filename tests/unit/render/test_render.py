"""Rendering: the environment, the gate, the formatter that is spared, and the files."""

from __future__ import annotations

import ast
import dataclasses
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import black
import pytest
import sdkwright
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from sdkwright.docs.pages import pages
from sdkwright.frozen import replace
from sdkwright.options.model import Config, EnumFormat, ImportPaths
from sdkwright.problems import ProblemsError
from sdkwright.render import render
from sdkwright.render.environment import UnsafePrintError, environment, finalize
from sdkwright.render.formatting import Source, format_all, needs_black
from sdkwright.render.gate import BAD_CHARACTERS, IN_PAGES, judge_module, judge_paths, judge_text, judge_toml
from sdkwright.render.runtime import GENERATED
from sdkwright.text.kinds import Code, Prose

from tests.unit.planning import Data, answering, model, planned

# -------------------------------------------------------------------------------------------------- the environment


def test_code_is_printed_as_it_is() -> None:
    assert finalize(Code("<a & b>")) == Markup("<a & b>")
    assert environment().from_string("{{ a }}").render(a=Code("<&>\"'")) == "<&>\"'"


@pytest.mark.parametrize("value", [Prose("x"), "x", 1, None, ["x"]])
def test_nothing_else_is_printed(value: object) -> None:
    with pytest.raises(UnsafePrintError):
        environment().from_string("{{ a }}").render(a=value)


def test_macros_print_code_and_refuse_prose() -> None:
    template = environment().from_string("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(x) }}")
    assert template.render(x=Code("&")) == "<&>"
    with pytest.raises(UnsafePrintError):
        template.render(x=Prose("&"))


@pytest.mark.parametrize("source", ["{{ a.b }}", "{% if a.b %}{% endif %}", "{% for x in a.b %}{% endfor %}"])
def test_a_field_that_is_not_there_is_an_error(source: str) -> None:
    with pytest.raises(AttributeError, match="'b'"):
        environment().from_string(source).render(a={"b": Code("x")})


# --------------------------------------------------------------------------------------------------------- the gate


@pytest.mark.parametrize(
    "source",
    [
        "x = eval('1')",
        "eval = exec",
        "__import__('os')",
        "import os\nos.system('x')",
        "import subprocess",
        "from os import system",
        "print('x')",
        "'{x.__class__}'.format(x=1)",
        "x = f'{1}'",
        "x = 'a'.upper()",
        "def f():\n    canary_pwn()",
        "class A:\n    x = canary_pwn()",
        "@canary_pwn()\ndef f(): ...",
        "x = (lambda: open('x'))",
        "x = [].append(1)",
        "x = 'a\x85b'",
        "x = '\u202e'",
        "x = (",
        "x = '\x00'",
    ],
)
def test_the_gate_refuses(source: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        judge_module("a.py", source)
    assert [p.code for p in caught.value.problems] == ["refused-output"]


@pytest.mark.parametrize(
    "source",
    [
        "from ._runtime import operation as op\nx = op.Json('200', lambda: models.X)",
        "from pydantic import Field\nclass A:\n    x: Annotated[str, Field(alias='eval')]",
        "class A:\n    def f(self, input: str, exec: int):\n        return self._call({'i': input, 'c': exec})",
        "class A:\n    def list(self): ...\n    def g(self):\n        return self.list()",
        "x = '{x.__class__}'",
    ],
)
def test_the_gate_lets_through(source: str) -> None:
    assert [piece.prose for piece in judge_module("a.py", source).pieces] == [()]


REAL = """\
from __future__ import annotations
from pydantic import Field
from .models import Pet
class Pets:
    def find(self, tag: str, *, limit: int = 1):
        return self._call(Field(alias="a"), tag=tag, limit=limit)
    async def all(self):
        async for pet in self._call():
            yield pet
"""


@pytest.mark.parametrize(
    ("there", "mutant"),
    [
        ("*, limit", "*, tag"),
        ("self, tag", "self, self"),
        ("tag=tag, limit", "tag=tag, tag"),
        ("class Pets:", "return Pet\nclass Pets:"),
        ("class Pets:", "nonlocal Pet\nclass Pets:"),
        ("class Pets:", "break\nclass Pets:"),
        ("import Pet\n", "import Pet\nfrom __future__ import generators\n"),
        ("async def", "def"),
        ("yield pet", "return pet; yield pet"),
        ("return self", "global tag; return self"),
        ("self._call(Field", "await self._call(Field"),
    ],
)
def test_what_parses_and_is_no_program_is_refused(there: str, mutant: str) -> None:
    judge_module("a.py", REAL)
    assert there in REAL
    source = REAL.replace(there, mutant, 1)
    ast.parse(source)
    with pytest.raises(ProblemsError, match="does not compile"):
        judge_module("a.py", source)


def test_deep_code_is_refused_and_no_crash() -> None:
    with pytest.raises(ProblemsError):
        judge_module("a.py", "x = " + "(" * 5000 + ")" * 5000)


def test_toml_must_say_what_was_meant() -> None:
    judge_toml("a.toml", 'a = "b"', {"a": "b"})
    for source in ('a = "b"\nc = "d"', "a = 1", "a ="):
        with pytest.raises(ProblemsError):
            judge_toml("a.toml", source, {"a": "b"})


@pytest.mark.parametrize("paths", [["a/../b"], ["/a"], ["a//b"], ["A", "a"], ["ﬁ", "fi"], ["a\\b"]])
def test_paths_stay_inside_and_apart(paths: list[str]) -> None:
    judge_paths(["a", "b/a", ".gitattributes"])
    with pytest.raises(ProblemsError):
        judge_paths(paths)


def test_text_holds_no_control() -> None:
    assert judge_text("a.md", "a\n\tb é 漢 😀") == "a\n\tb é 漢 😀".encode()
    judge_text("a.md", "क्\u200cष 👩\u200d👧 \ufeff")
    with pytest.raises(ProblemsError):
        judge_text("a.py", "# क्\u200cष")
    with pytest.raises(ProblemsError):
        judge_text("a.md", "👩\u200d👧 \u202e")
    with pytest.raises(ProblemsError):
        judge_text("a.md", "a\x1bb")


@given(st.text(st.characters() | st.sampled_from("\n\t\r\x7f\x85\u200c\u200d\u202e\ufeff\ud800"), max_size=8))
def test_a_text_is_refused_for_a_raw_character_wherever_it_stands(text: str) -> None:
    for path, searched in (("a.py", text), ("a.md", IN_PAGES.sub("", text))):
        if found := BAD_CHARACTERS.search(searched):
            with pytest.raises(ProblemsError, match=re.escape(f"U+{ord(found.group()):04X}")):
                judge_text(path, text)
        else:
            judge_text(path, text)


# ----------------------------------------------------------------------------------------------------- the formatter


def _source(text: str) -> Source:
    return Source("a.py", text, judge_module("a.py", text))


def test_the_formatter_is_asked_where_a_wide_line_can_be_broken() -> None:
    wide = f"x = Union[{'a' * 50}, {'b' * 50}]\n"
    assert needs_black(_source(wide))
    assert format_all([_source(wide)]) == {"a.py": black.format_str(wide, mode=black.Mode())}


@pytest.mark.parametrize(
    "text",
    [
        f'"""{"a" * 100}"""\n',
        f"class A:\n    x: {'b' * 100}\n",
        f"x = [\n    {'a' * 100},\n]\n",
        f'x = {{\n    "a": {"a" * 100},\n}}\n',
        f"{'x' * 100} = Union[\n    a,\n    b,\n]\n",
        f"from a import (\n    {'a' * 50} as {'a' * 50},\n)\n",
        f"def f(\n    a: {'b' * 100} = UNSET,\n    c=1,\n):\n    pass\n",
        f'x = [\n    "{"a" * 100}",\n]\n',
    ],
)
def test_the_formatter_is_spared_where_it_would_change_nothing(text: str) -> None:
    source = text.replace("from a ", "from .a ")
    assert not needs_black(_source(source))
    assert black.format_str(source, mode=black.Mode()) == source


# --------------------------------------------------------------------------------------------------------- the files

NAME = st.text(st.sampled_from("aZ9_-. é漢$\"'\\\n"), min_size=1, max_size=12)
SCALAR: st.SearchStrategy[Data] = st.sampled_from(
    [{"type": "string"}, {"type": ["integer", "null"]}, {"type": "string", "format": "date-time"}, {}]
)
ENUM = st.lists(NAME, min_size=1, max_size=4, unique=True).map(lambda values: {"type": "string", "enum": values})


def _object(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    properties = st.dictionaries(NAME, inner, max_size=4)
    described = st.fixed_dictionaries({"type": st.just("object"), "properties": properties, "description": NAME})
    lists = inner.map(lambda item: {"type": "array", "items": item})
    unions = st.lists(inner, min_size=1, max_size=3).map(lambda members: {"anyOf": members})
    return described | lists | unions


SCHEMAS = st.recursive(SCALAR | ENUM, _object, max_leaves=8)


def checked(files: Mapping[str, bytes]) -> None:
    """Every module compiles without a warning and is as the formatter leaves it."""
    for path, content in files.items():
        if path.endswith(".py") and "/_runtime/" not in path:
            text = content.decode()
            compile(text, path, "exec", dont_inherit=True)
            assert black.format_str(text, mode=black.Mode()) == text, path


@settings(max_examples=15, deadline=None)
@given(SCHEMAS, st.sampled_from(list(EnumFormat)))
def test_any_schema_makes_modules_that_the_formatter_leaves_alone(schema: Data, enums: EnumFormat) -> None:
    checked(answering(schema, config=Config(enum_format=enums)).files)


@settings(max_examples=15, deadline=None)
@given(NAME, NAME, NAME)
def test_text_of_a_document_stays_text(title: str, version: str, description: str) -> None:
    made = planned({}, info={"title": title, "version": version, "description": description})
    files = made.files
    checked(files)
    assert set(tomllib.loads(files["pyproject.toml"].decode())) == {"build-system", "project", "tool"}


def test_the_runtime_is_copied_byte_for_byte_below_the_line_that_says_so() -> None:
    files = answering({"type": "string"}).files
    folder = Path(__file__).parents[3] / "generator" / "sdkwright" / "runtime"
    head = GENERATED.encode()
    copied = {p.removeprefix("src/acme/_runtime/"): c for p, c in files.items() if p.startswith("src/acme/_runtime/")}
    assert copied == {path.relative_to(folder).as_posix(): head + path.read_bytes() for path in folder.rglob("*.py")}


def test_every_python_file_but_the_users_own_says_what_makes_it_in_one_line_without_a_version() -> None:
    files = answering({"type": "object", "properties": {"a": {"type": "string"}}}).files
    marked = {path for path, content in files.items() if content.startswith(GENERATED.encode())}
    modules = {path for path in files if path.endswith(".py")}
    assert modules - marked == {"src/acme/_hooks/registration.py"}
    assert marked <= modules
    assert "sdkwright generate" in GENERATED
    assert sdkwright.__version__ not in GENERATED


def test_a_lost_name_stops_the_run() -> None:
    made = answering({"type": "string"})
    made = dataclasses.replace(made, sdk=replace(made.sdk, wire_names=(Prose("nowhere"),)))
    with pytest.raises(ProblemsError) as caught:
        _ = made.files
    assert [p.code for p in caught.value.problems] == ["lost-name"]


def test_errors_have_a_package_of_their_own_when_the_options_say_so() -> None:
    made = answering({"type": "string"}, config=Config(imports=ImportPaths(errors="errors")))
    files = made.files
    assert "src/acme/errors/_errors.py" in files
    assert "src/acme/models/_errors.py" not in files
    assert "from . import errors as errors" in made.text("__init__.py")
    checked(files)


def test_the_project_file_says_what_the_options_say() -> None:
    config = Config(
        authors=("A", 'B "b"', "Acme <dev@acme.test>", "<dev@acme.test>", "C <no mail>"),
        license="MIT",
        homepage="https://example.com",
        repo_url="https://example.com/r",
        project_urls=(("Issues", "https://example.com/i"),),
        main_dependencies=(("rich", ">=13"),),
        dev_dependencies=(("mypy", "^1.2"),),
    )
    data = tomllib.loads(planned({}, config=config).files["pyproject.toml"].decode())
    assert data["project"]["authors"] == [
        {"name": "A"},
        {"name": 'B "b"'},
        {"name": "Acme", "email": "dev@acme.test"},
        {"name": "dev@acme.test", "email": "dev@acme.test"},
        {"name": "C <no mail>"},
    ]
    assert data["project"]["license"] == "MIT"
    assert data["project"]["urls"] == {
        "Homepage": "https://example.com",
        "Issues": "https://example.com/i",
        "Repository": "https://example.com/r",
    }
    assert "rich>=13" in data["project"]["dependencies"]
    assert data["dependency-groups"] == {"dev": ["mypy>=1.2,<2"]}


def test_a_licence_of_other_words_stands_where_build_tools_take_it() -> None:
    data = tomllib.loads(planned({}, config=Config(license="MIT License")).files["pyproject.toml"].decode())
    assert data["project"]["license"] == {"text": "MIT License"}


@pytest.mark.parametrize(
    ("url", "folder", "root"),
    [
        ("https://github.com/acme/zoo", "", "https://github.com/acme/zoo/blob/v0.0.1/"),
        ("https://github.com/acme/zoo.git", "sdks/python", "https://github.com/acme/zoo/blob/v0.0.1/sdks/python/"),
        ("https://example.com/a)b/", "", "https://example.com/a%29b/blob/v0.0.1/"),
    ],
)
def test_links_of_the_front_page_lead_to_the_repository(url: str, folder: str, root: str) -> None:
    """Indexes show the front page alone, where relative links lead nowhere."""
    sdk = answering({"type": "string"}, config=Config(repo_url=url, repo_folder=folder)).sdk
    files = render(sdk, pages(sdk))
    targets = re.findall(r"\]\(([^)#]*docs/[^)]*)\)", files["README.md"].decode())
    assert targets
    for target in targets:
        assert target.startswith(root)
        assert target.removeprefix(root).partition("#")[0] in files


def test_importing_the_package_loads_nothing_heavy(tmp_path: Path) -> None:
    for path, content in model({"a": {"type": "string"}}).files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    code = (
        "import sys; from acme import Acme; Acme()\n"
        "heavy = {'pydantic', 'httpx', 'httpx2', 'anyio', 'ssl', 'asyncio'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "import acme\n"
        "assert 'Pet' in dir(acme.models)\n"
        "assert acme.models.Pet(a='x').a == 'x'\n"
        "assert 'pydantic' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=tmp_path / "src", check=True)
