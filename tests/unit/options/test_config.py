"""gen.yaml: every key is honoured, answered with one warning, or refused with its line."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.options.formats import APRIL_2025, PROOFS
from sdkwright.options.keys import CONVERSIONS, DEFAULTS, KEYS, Always, Ignored, Sets
from sdkwright.options.model import (
    LITERAL,
    Brackets,
    Config,
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
    return dataclasses.replace(LITERAL, format=PROOFS.get(path, LITERAL.format))


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
    assert config == dataclasses.replace(
        LITERAL,
        sdk_class_name="Orq",
        strict=True,
        package_name="orq-ai-sdk",
        version="0.1.0",
        authors=("Orq",),
        description="Python Client SDK for the Orq API.",
        env_var_prefix="ORQ",
        max_method_params=15,
        response_required=False,
        response_validation="strict",
        null_results=False,
        answer_headers=True,
        nullable_references=False,
        composed_classes=True,
        allowed_builtins=("id", "object"),
        decodes=False,
        open_enums=False,
