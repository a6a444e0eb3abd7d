"""gen.yaml: every key is honoured, answered with one warning, or refused with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.frozen import fields, replace
from sdkwright.options.formats import PROOFS
from sdkwright.options.keys import CONVERSIONS, DEFAULTS, KEYS, Always, Ignored, Sets
from sdkwright.options.model import (
    LITERAL,
    Brackets,
    Config,
    DocsStyle,
    EnumFormat,
    ImportPaths,
    ResponseFormat,
    TableStyle,
    UsageValues,
)
from sdkwright.options.read import load_config, load_options
from sdkwright.problems import Problem, ProblemsError, Severity

ROOT = Path(__file__).parents[3]


def read(folder: Path, text: str) -> tuple[Config, tuple[Problem, ...]]:
    path = folder / "gen.yaml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def errors(folder: Path, text: str) -> list[Problem]:
    with pytest.raises(ProblemsError) as caught:
        read(folder, text)
    return list(caught.value.problems)


def literal(path: str) -> Config:  # What a file of one key means, which may prove a format of the docs.
    return replace(LITERAL, format=PROOFS.get(path, LITERAL.format))


def nested(path: str, value: object) -> str:
    """YAML with `value` at the dotted `path`."""
    data: object = value
    for name in reversed(path.split(".")):
        data = {name: data}
    return yaml.safe_dump(data)


def test_without_a_file_everything_has_its_default() -> None:
    config, problems = load_config(None)
    assert config == Config()
    assert problems == ()
    assert (config.enum_format, config.flatten_requests, config.name_resolution_feb2025) == (
        EnumFormat.UNION,
        True,
        True,
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "generation:\n", "python: {}\n", "~\n"])
def test_an_empty_file_or_section_changes_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (LITERAL, ())


def test_the_options_of_the_sessions_sdk() -> None:
    config, problems = load_config(ROOT / "spec" / "gen.yaml")
    assert problems == ()
    assert config == replace(
        LITERAL,
        sdk_class_name="Orq",
        strict=True,
        package_name="orq-ai-sdk",
        version="0.1.0",
        authors=("Orq",),
        description="Python Client SDK for the Orq API.",
        env_var_prefix="ORQ",
        max_method_params=15,
        http_library="httpx2",
        maintain_order=True,
    )


VALUES: dict[str, tuple[object, object]] = {
    "sdk_class_name": ("Acme", "Acme"),
    "open_enums": (True, True),
    "base_server_url": ("https://api.example.com", "https://api.example.com"),
    "usage_values": ("never", UsageValues.NEVER),
    "package_name": ("acme-sdk", "acme-sdk"),
    "module_name": ("acme", "acme"),
    "version": (1.10, "1.1"),
    "authors": (["A", "B"], ("A", "B")),
    "description": ("two\nlines", "two\nlines"),
    "license": ("MIT", "MIT"),
    "homepage": ("https://example.com", "https://example.com"),
    "documentation_url": ("https://example.com/docs", "https://example.com/docs"),
    "repo_url": ("https://example.com/repo", "https://example.com/repo"),
    "repo_folder": ("sdks/python", "sdks/python"),
    "project_urls": ({"Source": "https://example.com"}, (("Source", "https://example.com"),)),
    "main_dependencies": ({"numpy": ">=2"}, (("numpy", ">=2"),)),
    "dev_dependencies": ({"pytest": "^8"}, (("pytest", "^8"),)),
    "optional_dependencies": ({"fast": {"uvloop": ">=0.20"}}, (("fast", (("uvloop", ">=0.20"),)),)),
    "base_error_name": ("AcmeFault", "AcmeFault"),
    "default_error_name": ("APIFault", "APIFault"),
    "enum_format": ("enum", EnumFormat.ENUM),
    "env_var_prefix": ("ACME", "ACME"),
    "async_split": ("split", True),
    "groups_by_path": ("paths", True),
    "short_methods": ("short", True),
    "parameters_first": ("body-first", False),
    "all_of_deep_merge": ("deepMerge", True),
    "max_method_params": (0, 0),
    "input_model_suffix": ("in", "in"),
    "output_model_suffix": ("out", "out"),
    "http_library": ("httpx2", "httpx2"),
    "format": ("2025-10", (2, 722)),
    "response_validation": ("lenient", "lenient"),
    "decodes": ("bytes", True),
    "multipart_brackets": ("legacy", True),
    "allowed_builtins": (["id", "hash"], ("id", "hash")),
    "brackets": ("empty", Brackets.EMPTY),
    "docs_style": ("reader", DocsStyle.READER),
    "tables": ("compact", TableStyle.COMPACT),
    "upper_constants": ("normal", False),
    "response_format": ("envelope", ResponseFormat.ENVELOPE),
    "ledger": ("names.txt", "names.txt"),
    "include": (["src/acme/own", "LICENSE"], ("src/acme/own", "LICENSE")),
    "include_tags": (["a"], ("a",)),
    "include_paths": (["/a"], ("/a",)),
    "exclude_tags": (["a"], ("a",)),
    "exclude_paths": (["/a"], ("/a",)),
    "overlays": (["overlay.yaml", "../more.yaml"], ("overlay.yaml", "../more.yaml")),
    "ref_root": ("..", ".."),
    "requires": (">=0", ">=0"),
    "manual_versions": ("manual", True),
    "request_body_field_name": ("body", "body"),
}
"""Field of Config: a value as written that is not the default, and what it becomes."""


@pytest.mark.parametrize("path", [path for path, key in KEYS.items() if isinstance(key, Sets)])
def test_every_honoured_key_sets_its_field(tmp_path: Path, path: str) -> None:
    key = KEYS[path]
    assert isinstance(key, Sets)
    if key.field.startswith("imports."):
        config, problems = read(tmp_path, nested(path, "models/errors"))
        assert config == replace(LITERAL, imports=replace(ImportPaths(), **{key.field[8:]: "models/errors"}))
    else:
        default = getattr(LITERAL, key.field)
        written, becomes = (
            (not default, not default) if isinstance(default, bool) else VALUES.get(key.field, (None, None))
        )
        if key.field in CONVERSIONS:
            written, becomes = VALUES[key.field]
        if path == "python.author":
            written, becomes = "A", ("A",)
        config, problems = read(tmp_path, nested(path, written))
        assert getattr(config, key.field) == becomes != default
        assert replace(config, **{key.field: default}) == literal(path)
    assert problems == ()


def test_every_field_of_the_configuration_has_a_key() -> None:
    known = {key.field for key in KEYS.values() if isinstance(key, Sets)}
    expected = {field.name for field in fields(Config)} - {"imports"}
    assert {field for field in known if not field.startswith("imports.")} == expected
    assert {field[8:] for field in known if field.startswith("imports.")} == {
        field.name for field in fields(ImportPaths)
    }


def test_every_field_of_the_configuration_is_read_somewhere() -> None:
    rooms = (ROOT / "generator").rglob("*.py")
    files = (path for path in rooms if path.parent.name != "options" or path.name == "model.py")
    source = "".join(path.read_text("utf-8") for path in files)
    names = [field.name for kind in (Config, ImportPaths) for field in fields(kind)]
    assert [field for field in names if not re.search(rf"\.{field}\b", source)] == []


@pytest.mark.parametrize("path", [path for path, key in KEYS.items() if isinstance(key, Ignored)])
def test_a_key_without_effect_is_one_warning_with_its_reason_and_line(tmp_path: Path, path: str) -> None:
    key = KEYS[path]
    assert isinstance(key, Ignored)
    config, problems = read(tmp_path, nested(path, True))
    (problem,) = problems
    assert config == literal(path)
    assert (problem.severity, problem.code) == (Severity.WARNING, "option-without-effect")
    assert problem.message == f"`{path}` has no effect here: {key.why}"
    assert problem.position is not None
    assert problem.position.line == path.count(".") + 1


@pytest.mark.parametrize("path", [path for path, key in KEYS.items() if isinstance(key, Always)])
def test_a_key_that_asks_for_what_is_done_anyway_is_no_problem(tmp_path: Path, path: str) -> None:
    key = KEYS[path]
    assert isinstance(key, Always)
    for value in key.values:
        expected = Config() if path == f"sdkwright.{DEFAULTS}" else literal(path)
        assert read(tmp_path, nested(path, value)) == (expected, ())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("python.methodArguments", "require-security-and-request"),
        ("generation.tests.generateTests", True),
    ],
)
def test_a_key_that_asks_for_something_else_is_a_warning(tmp_path: Path, path: str, value: object) -> None:
    config, (problem,) = read(tmp_path, nested(path, value))
    assert config == LITERAL
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ("sdkwright:\n  docs:\n    table: padded\n", 3, "sdkwright.docs.table", "sdkwright.docs.tables?"),
        ("python: [a]\n", 1, "`python` must be a mapping of options, not a list", "Write sections"),
        ("- a\n", 1, "The options must be a mapping, not a list", "Write sections"),
        ("python:\n  maxMethodParams: many\n", 2, 'whole number from 0 on, not "many"', "Correct the value"),
        ("python:\n  maxMethodParams: -1\n", 2, "whole number from 0 on", "Correct the value"),
        ("python:\n  enumFormat: unions\n", 2, 'must be enum or union, not "unions"', "Correct the value"),
        ("python:\n  flattenRequests: 'yes'\n", 2, "must be true or false, not text", "Correct the value"),
        ("python:\n  authors: [[Orq]]\n", 2, "must be text, not a list", "Correct the value"),
        ("python:\n  packageName: ../evil\n", 2, "must be the name of a distribution", "Correct the value"),
        ("python:\n  version: latest\n", 2, "must be a version such as", "Correct the value"),
        ("python:\n  homepage: javascript:alert(1)\n", 2, "must be an address", "Correct the value"),
        ("python:\n  imports: {paths: {errors: ../up}}\n", 2, "must be a relative folder", "Correct the value"),
        ("python:\n  imports: {paths: {shared: ../up}}\n", 2, "must be a relative folder", "Correct the value"),
        ("python: {additionalDependencies: {main: {a b: '1'}}}\n", 1, "is no name of one", "Correct the value"),
        ("python: {additionalDependencies: {main: {a: x; y}}}\n", 1, "is no range of versions", "Correct the value"),
        ("python: {additionalDependencies: {main: {a: '>=1; x'}}}\n", 1, "is no marker", "Correct the value"),
        ("python: {additionalDependencies: {main: {'a[b': '1'}}}\n", 1, "is no name of one", "Correct the value"),
        ("python: {additionalDependencies: {main: {a: {git: x}}}}\n", 1, '"git" is no part', "Correct the value"),
        ("generation: {repoSubDirectory: ../up}\n", 1, "must be a relative folder", "Correct the value"),
        ("python: {optionalDependencies: {x: {a: latest}}}\n", 1, "is no range of versions", "Correct the value"),
        ("sdkwright: {ledger: /etc/passwd}\n", 1, "must be a relative path inside", "Correct the value"),
        ("sdkwright: {refRoot: /srv}\n", 1, "must be a folder relative to this file", "Correct the value"),
        ("sdkwright: {include: [a/../../b]}\n", 1, "must be a relative path inside", "Correct the value"),
        ("configVersion: {}\n", 1, "`configVersion` must be text", "Correct the value"),
        ("sdkwright:\n  docs:\n    x: 1\n", 3, 'There is no option "sdkwright.docs.x"', "Known in sdkwright.docs"),
        ("python: {version: 1.0.0+abc}\n", 1, "must be a version such as", "Correct the value"),
        ("sdkwright: {docs: {format: newest}}\n", 1, "a month such as 2025-04 or a version", "Correct the value"),
        ("python: {asyncMode: threads}\n", 1, "must be both or split", "Correct the value"),
    ],
)
def test_mistakes_name_the_line_and_the_way_out(
    tmp_path: Path, text: str, line: int, message: str, remedy: str
) -> None:
    (problem,) = errors(tmp_path, text)
    assert problem.severity is Severity.ERROR
    assert message in problem.message
    assert remedy in problem.remedy
    assert problem.position is not None
    assert problem.position.line == line


@pytest.mark.parametrize(
    ("text", "code", "line", "message", "remedy"),
    [
        (
            "generation:\n  sdkClassNam: A\n",
            "unknown-option",
            2,
            'There is no option "generation.sdkClassNam"',
            "sName?",
        ),
        ("pyton: {}\n", "unknown-option", 1, 'There is no option "pyton"', "Did you mean python?"),
        (
            "zebra: 1\n",
            "unknown-option",
            1,
            'There is no option "zebra"',
            "configVersion, management, features, generation, python, sdkwright",
        ),
        ("zebra: {}\n", "option-without-effect", 1, '"zebra" has no effect here: the section is', "Leave the section"),
        (
            "python: {imports: {paths: {error: x}}}\n",
            "unknown-option",
            1,
            "python.imports.paths.error",
            "paths.errors?",
        ),
    ],
)
def test_what_no_list_has_is_a_warning(
    tmp_path: Path, text: str, code: str, line: int, message: str, remedy: str
) -> None:
    config, (problem,) = read(tmp_path, text)
    assert config == LITERAL
    assert (problem.severity, problem.code) == (Severity.WARNING, code)
    assert message in problem.message
    assert remedy in problem.remedy
    assert problem.position is not None
    assert problem.position.line == line


@pytest.mark.parametrize(
    ("text", "said", "now"),
    [
        ("python: {sdkClassName: Acme}\n", "python.sdkClassName", "generation.sdkClassName"),
        ("generation: {fixFlags: {responseRequiredSep2024: true}}", "generation.fixFlags.responseRequiredSep2024", ""),
        ("generation: {baseServerURL: /v1}", "generation.baseServerURL", "generation.baseServerUrl"),
    ],
)
def test_a_key_in_the_wrong_section_or_of_old_spelling_counts(tmp_path: Path, text: str, said: str, now: str) -> None:
    config, (problem,) = read(tmp_path, text)
    assert config != LITERAL
    assert (problem.severity, problem.code) == (Severity.WARNING, "option-misplaced")
    assert problem.message.startswith(f"`{said}` is read as `{now}")


def test_a_key_in_the_right_section_wins(tmp_path: Path) -> None:
    config, _ = read(tmp_path, "generation: {sdkClassName: Right}\npython: {sdkClassName: Wrong}\n")
    assert config.sdk_class_name == "Right"


@pytest.mark.parametrize("path", [path for path, key in KEYS.items() if isinstance(key, Sets)])
def test_a_key_without_a_value_says_nothing(tmp_path: Path, path: str) -> None:
    config, problems = read(tmp_path, nested(path, None))
    assert (replace(config, format=LITERAL.format), problems) == (LITERAL, ())


@pytest.mark.parametrize("key", ["openapi", "swagger"])
def test_a_document_is_no_options(tmp_path: Path, key: str) -> None:
    (problem,) = errors(tmp_path, f"info: {{title: A}}\n{key}: 3.1.0\npaths: {{}}\n")
    assert problem.code == "bad-option"
    assert problem.message == f"This is an OpenAPI document and no options: it says `{key}`"
    assert problem.position is not None
    assert problem.position.line == 2


def test_every_mistake_of_a_file_is_reported_at_once(tmp_path: Path) -> None:
    problems = errors(tmp_path, "python: {a: 1, version: {}, authors: [[2]], pytestTimeout: 1}\n")
    assert [problem.severity for problem in problems].count(Severity.ERROR) == 2
    assert [problem.code for problem in problems].count("option-without-effect") == 1


def test_messages_carry_nothing_that_acts_on_a_terminal(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, '"\\e[31mred": 1\n')
    assert problem.message.isprintable()
    (problem,) = errors(tmp_path, 'python: {enumFormat: "\\e[31mred\\u202e"}\n')
    assert problem.message.isprintable()
    assert problem.message.isascii()


def test_the_written_data_are_kept_for_the_digest(tmp_path: Path) -> None:
    path = tmp_path / "gen.yaml"
    path.write_text("python: {pytestTimeout: 3}\n")
    assert load_options(path).written == {"python": {"pytestTimeout": 3}}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(sorted(KEYS)), values)
def test_any_value_is_taken_or_refused_cleanly(
    tmp_path_factory: pytest.TempPathFactory, path: str, value: object
) -> None:
    folder = tmp_path_factory.mktemp("options")
    try:
        config, _ = read(folder, nested(path, value))
    except ProblemsError as error:
        messages = [problem.message for problem in error.problems]
    else:
        hash(config)
        messages = []
    assert "".join(messages).isprintable()
