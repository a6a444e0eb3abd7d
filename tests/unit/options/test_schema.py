"""The JSON Schema of `gen.yaml`: it takes what a run takes, and is the file that is shipped."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.data import Json
from sdkwright.options.checks import BadValueError, Member, OneOf, flag
from sdkwright.options.keys import KEYS, Always, Sets
from sdkwright.options.schema import FILE, schema, schema_text

ROOT = Path(__file__).parents[3]
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
CHECKED = {path: key.check for path, key in KEYS.items() if isinstance(key, Sets | Always)}
CHOICES = {path: check for path, check in CHECKED.items() if check is flag or isinstance(check, OneOf | Member)}
VALIDATOR = jsonschema_rs.validator_for(schema())

TEXTS = (
    "|a|1.0|acme|acme.client|MIT|Acme|2025-04|^1.2|>=2,<3|https://a/b|strict|lenient|any text|models/errors|..|a/b.py"
)
OFFERED = {str(value) for check in CHOICES.values() if isinstance(check, OneOf) for value in check.values}
words = st.sampled_from([*TEXTS.split("|"), *sorted(OFFERED)])
scalars = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from([0.5, 2.585]) | words | st.text(max_size=4)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(["name", "version", "extras", "markers", "shortName", "acme"]), inner, max_size=2
    ),
    max_leaves=4,
)


def at(path: str, value: Json) -> Json:
    """A file that says one thing."""
    for name in reversed(path.split(".")):
        value = {name: value}
    return value


def passes(path: str, value: Json) -> bool:
    """Whether a run takes the value; a key with nothing is as if it were not there."""
    if value is None and isinstance(KEYS[path], Sets):
        return True
    try:
        CHECKED[path](value)
    except BadValueError:
        return False
    return True


@pytest.mark.cases
def test_the_file_is_the_schema() -> None:
    if REWRITE:
        FILE.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert schema_text() == FILE.read_text(encoding="utf-8")
    jsonschema_rs.meta.validate(schema())


@given(st.sampled_from(sorted(CHECKED)), values)
def test_what_a_run_takes_the_schema_takes(path: str, value: Json) -> None:
    if passes(path, value):
        assert VALIDATOR.is_valid(at(path, value)), f"{path}: {value!r}"


@given(st.sampled_from(sorted(CHOICES)), scalars)
def test_a_choice_is_the_same_for_both(path: str, value: Json) -> None:
    assert VALIDATOR.is_valid(at(path, value)) == passes(path, value)


@pytest.mark.parametrize(
    "written",
    [
        {"sdkwright": {"ledgr": "names.lock"}},
        {"sdkwright": {"names": {"group": "tags"}}},
        {"python": {"packageName": "-"}},
        {"python": {"maxMethodParams": -1}},
        {"python": {"additionalDependencies": {"main": {"boto3": {"versions": "1"}}}}},
        {"generation": []},
        [],
    ],
)
def test_what_a_run_refuses_by_its_shape_the_schema_refuses(written: Json) -> None:
    assert not VALIDATOR.is_valid(written)


@pytest.mark.parametrize("written", [{}, None, {"typescript": {"version": "1.0.0"}}, {"python": {"unheardOf": 1}}])
def test_what_a_run_only_warns_of_the_schema_takes(written: Json) -> None:
    assert VALIDATOR.is_valid(written)


def test_every_file_of_the_cases_passes() -> None:
    files = [ROOT / "spec" / "gen.yaml", *sorted((ROOT / "tests" / "cases").glob("*/gen.yaml"))]
    assert len(files) > 100
    for file in files:
        errors = [error.message for error in VALIDATOR.iter_errors(yaml.safe_load(file.read_text(encoding="utf-8")))]
        assert not errors, f"{file}: {errors}"


def test_editors_are_told_why_a_key_does_nothing() -> None:
    sections = json.loads(schema_text())["properties"]
    assert sections["python"]["properties"]["uuidFormat"] == {
        "description": "No effect: a UUID is text.",
        "deprecated": True,
    }
    assert sections["generation"]["properties"]["telemetryEnabled"]["default"] is False
