"""Single options: the metadata of the SDK, versions and licences, and what is asked of answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.options.model import Config
from sdkwright.options.read import load_config
from sdkwright.problems import Problem, ProblemsError, Severity


def read(folder: Path, text: str) -> tuple[Config, tuple[Problem, ...]]:
    """What an options file of this text says."""
    path = folder / "gen.yaml"
    path.write_text(text, "utf-8")
    return load_config(path)


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("1.2.0", "1.2.0"),
        ("0.1.0-beta.1", "0.1.0b1"),
        ("0.1.0-post0", "0.1.0.post0"),
        ("1.2.0-rc.1", "1.2.0rc1"),
        ("v1.02-1", "1.2.post1"),
        ("1!2.0-preview_3.dev", "1!2.0rc3.dev0"),
        ("0.5.0-alpha", "0.5.0a0"),
    ],
)
def test_a_version_is_written_in_its_normal_form(tmp_path: Path, written: str, becomes: str) -> None:
    config, problems = read(tmp_path, f"python: {{version: '{written}'}}\n")
    assert (config.version, problems) == (becomes, ())
    assert read(tmp_path, f"python: {{version: '{becomes}'}}\n")[0].version == becomes


@pytest.mark.parametrize(
    "value", ["{name: MIT License, shortName: MIT, url: 'https://example.com'}", "MIT", "{name: MIT}"]
)
def test_a_licence_is_text_or_a_mapping(tmp_path: Path, value: str) -> None:
    assert read(tmp_path, f"python: {{license: {value}}}\n")[0].license == "MIT"


@pytest.mark.parametrize(
    ("written", "becomes"),
    [("mit", "MIT"), ("apache-2.0 or MIT", "Apache-2.0 OR MIT"), ("LicenseRef-Proprietary", "LicenseRef-Proprietary")],
)
def test_an_spdx_expression_gets_its_normal_form(tmp_path: Path, written: str, becomes: str) -> None:
    config, problems = read(tmp_path, f"python: {{license: {written}}}\n")
    assert (config.license, problems) == (becomes, ())


@pytest.mark.parametrize("written", ["Apache 2.0", "BSD", "MIT License", "Proprietary", "NoLicense"])
def test_a_licence_that_build_tools_refuse_is_warned_of(tmp_path: Path, written: str) -> None:
    config, (problem,) = read(tmp_path, f"python:\n  license: {written}\n")
    assert config.license == written
    assert (problem.severity, problem.code) == (Severity.WARNING, "doubtful-option")
    assert problem.position is not None
    assert problem.position.line == 2


@pytest.mark.parametrize(("written", "becomes"), [("strict", "strict"), ("true", "strict"), ("false", "lenient")])
def test_answers_are_judged_in_one_of_two_ways(tmp_path: Path, written: str, becomes: str) -> None:
    config, problems = read(tmp_path, f"python: {{responseSchemaValidation: {written}}}\n")
    assert (config.response_validation, problems) == (becomes, ())


@pytest.mark.parametrize("written", ["acme", "acme.client", "acme.class_", "Acme.json"])
def test_an_import_package_may_stand_in_others(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"python: {{moduleName: {written}}}\n")[0].module_name == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("class", '"class" is a word of the language'),
        ("acme.import", '"import" is a word of the language'),
        ("json", '"json" is a module that is there already'),
        ("CON", '"CON" is a device on Windows'),
        ("acme.nul", '"nul" is a device on Windows'),
        ("pydantic.acme", '"pydantic" is a module that is there already'),
        ("acme..client", "or such names with dots"),
        ("acme-client", "or such names with dots"),
        ("../up", "or such names with dots"),
    ],
)
def test_an_import_package_that_cannot_be_imported_is_refused(tmp_path: Path, written: str, said: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        read(tmp_path, f"python: {{moduleName: {written}}}\n")
    (problem,) = caught.value.problems
    assert said in problem.message


@pytest.mark.parametrize("key", ["baseErrorName", "defaultErrorName"])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("async", '"async" is a word of the language'),
        ("'None'", '"None" is a word of the language'),
        ("NoResponseError", 'every SDK has "NoResponseError"'),
        ("Acme-Error", "a name of letters, digits and underscores"),
    ],
)
def test_an_error_that_no_class_can_be_is_refused(tmp_path: Path, key: str, written: str, said: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        read(tmp_path, f"python: {{{key}: {written}}}\n")
    (problem,) = caught.value.problems
    assert said in problem.message


@pytest.mark.parametrize("written", ["match", "SDKError", "APIError", "acme_error"])
def test_an_error_has_the_name_that_was_asked_for(tmp_path: Path, written: str) -> None:
    config, problems = read(tmp_path, f"python: {{defaultErrorName: {written}, baseErrorName: {written}}}\n")
    assert (config.default_error_name, config.base_error_name, problems) == (written, written, ())


@pytest.mark.parametrize("written", ["{}", "{url: 'https://acme.example'}", "{name: '', shortName: '', url: ''}", "''"])
def test_a_licence_without_a_name_is_none(tmp_path: Path, written: str) -> None:
    config, problems = read(tmp_path, f"python: {{license: {written}}}\n")
    assert (config.license, problems) == (None, ())


@pytest.mark.parametrize("written", ["Ann", "[Ann]", "[{name: Ann, email: ann@acme.example}]", "{name: Ann}"])
def test_authors_are_names(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"python: {{authors: {written}}}\n")[0].authors == ("Ann",)
