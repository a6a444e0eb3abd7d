"""`sdkwright init`: a project that works, and nothing overwritten."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from sdkwright.options.requires import minor_range

from tests.unit.cli.typed import PETS, run

ROOT = Path(__file__).parents[3]


def test_init_makes_a_project_that_works(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "init", "pets.yaml")
    assert status == 0
    assert "make regenerate" in out
    assert yaml.safe_load((folder / "gen.yaml").read_text()) == {
        "configVersion": "2.0.0",
        "generation": {
            "sdkClassName": "Pets",
            "maintainOpenAPIOrder": True,
            "fixes": {"nameResolutionFeb2025": True},
        },
        "python": {
            "version": "0.1.0",
            "packageName": "pets",
            "envVarPrefix": "PETS",
            "httpClientLibrary": "httpx2",
            "responseSchemaValidation": "lenient",
            "fixFlags": {"responseRequiredSep2024": True},
        },
        "sdkwright": {
            "requires": minor_range(),
            "defaults": 1,
            "docs": {"style": "reader"},
            "names": {"draft": True, "groups": "paths", "methods": "short"},
        },
    }
    assert "  pets.get  (as written: pets.get_pet)\n" in out
    assert sorted(path.name for path in folder.iterdir()) == [".gen.schema.json", "Makefile", "gen.yaml", "pets.yaml"]
    command = ["make", "-s", "regenerate", "check", f"SDKWRIGHT={sys.executable} -m sdkwright"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == "", "the options that init writes are all honoured"
    assert (folder / "generated" / "pyproject.toml").is_file()


@pytest.mark.parametrize("document", ["pets.yaml", "api/pets.yaml"])
def test_editors_find_the_schema_beside_the_options(
    folder: Path, capsys: pytest.CaptureFixture[str], document: str
) -> None:
    """The first line names a file that is committed, so that it is right on every machine, and nobody is asked."""
    path = folder / document
    path.parent.mkdir(exist_ok=True)
    path.write_text(PETS)
    assert run(capsys, "init", document)[0] == 0
    options = path.with_name("gen.yaml")
    first, _, _ = options.read_text().partition("\n")
    name = first.removeprefix("# yaml-language-server: $schema=")
    assert name != first
    schema = path.with_name(name)
    assert run(capsys, "schema")[1] == schema.read_text()
    assert Path(run(capsys, "schema", "--path")[1].rstrip()).read_text() == schema.read_text()
    judge = Draft7Validator(json.loads(schema.read_text()))
    written = yaml.safe_load(options.read_text())
    assert [error.message for error in judge.iter_errors(written)] == []
    written["python"]["responseSchemaValidation"] = "lenientt"
    assert ["lenientt" in error.message for error in judge.iter_errors(written)] == [True]


def test_a_wider_root_of_references_is_typed_once(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal says what to type, `init` writes it into the options, and `generate` reads it there."""
    pets = (folder / "pets.yaml").read_text()
    (folder / "api").mkdir()
    (folder / "pet.yaml").write_text("{type: object, properties: {name: {type: string}}}")
    (folder / "api/pets.yaml").write_text(pets.replace('"#/components/schemas/Pet"', "../pet.yaml"))
    status, _, err = run(capsys, "init", "api/pets.yaml")
    assert (status, (folder / "api/gen.yaml").exists()) == (1, False)
    assert "`--ref-root .`" in err
    status, out, _ = run(capsys, "init", "api/pets.yaml", "--ref-root", ".")
    assert status == 0
    assert f"files below {folder}" in out
    assert yaml.safe_load((folder / "api/gen.yaml").read_text())["sdkwright"]["refRoot"] == ".."
    assert run(capsys, "validate", "--spec", "api/pets.yaml")[0] == 0


def test_what_is_refused_promises_no_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "pets.get  (as written: pets.get_pet)" in run(capsys, "init", "pets.yaml")[1]
    status, out, err = run(capsys, "init", "pets.yaml")
    assert (status, out, "`gen.yaml` exists already" in err) == (1, "", True)


@pytest.mark.parametrize(
    ("title", "client", "package"),
    [
        ("Bookly's API documentation", "Bookly", "bookly"),
        ("The Pet Store REST API v2", "PetStore", "pet-store"),
        ("API", "API", "api"),
        ("OpenAPI specification", "OpenAPISpecification", "open-api-specification"),
    ],
)
def test_the_sdk_is_called_as_the_title_says_beyond_that_it_is_an_api(
    folder: Path, capsys: pytest.CaptureFixture[str], title: str, client: str, package: str
) -> None:
    (folder / "pets.yaml").write_text(PETS.replace("title: Pets", f'title: "{title}"'))
    assert run(capsys, "init", "pets.yaml")[0] == 0
    options = yaml.safe_load((folder / "gen.yaml").read_text())
    assert options["generation"]["sdkClassName"] == client
    assert options["python"]["packageName"] == package


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
@example(title="動物")
@example(title="Zoo 動物")
@example(title="True")
@example(title="null")
@example(title="ON")
def test_whatever_the_title_is_the_options_can_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    """Chinese characters stay in the names of classes, and words such as `true` are no text in YAML."""
    document = {**yaml.safe_load(PETS), "info": {"title": title, "version": "1"}}
    (folder / "pets.json").write_text(json.dumps(document))
    (folder / "gen.yaml").unlink(missing_ok=True)
    assert run(capsys, "init", "pets.json")[0] == 0
    options = yaml.safe_load((folder / "gen.yaml").read_text())
    assert all(isinstance(options["python"][key], str) for key in ("packageName", "envVarPrefix"))
    status, _, err = run(capsys, "validate", "--config", "gen.yaml", "pets.json")
    assert (status, err) == (0, "")


def test_names_that_are_short_already_are_not_spoken_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pets.yaml").write_text(PETS.replace("getPet", "fetch"))
    status, out, _ = run(capsys, "init", "pets.yaml")
    assert status == 0
    assert "as written" not in out
    assert yaml.safe_load((folder / "gen.yaml").read_text())["sdkwright"]["names"] == {"draft": True}


def test_a_project_needs_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((folder / "pets.yaml").read_bytes())))
    status, _, err = run(capsys, "init", "-")
    assert (status, "Save it in this folder first" in err) == (1, True)
    assert [path.name for path in folder.iterdir()] == ["pets.yaml"]


def test_workflows_stand_at_the_top_of_the_repository_and_take_no_name_of_others(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    workflows = folder / ".github" / "workflows"
    workflows.mkdir(parents=True)
    (workflows / "ci.yml").write_text("mine\n")
    (folder / "sdks").mkdir()
    (folder / "pets.yaml").rename(folder / "sdks" / "pets.yaml")
    monkeypatch.chdir(folder / "sdks")
    status, out, _ = run(capsys, "init", "pets.yaml", "--github")
    assert status == 0
    names = sorted(path.name for path in workflows.iterdir())
    assert names == ["ci.yml", "publish.yml", "regenerate.yml", "sdk-ci.yml"]
    assert (workflows / "ci.yml").read_text() == "mine\n"
    assert f"wrote {workflows / 'sdk-ci.yml'}\n" in out
    script = (folder / ".github" / "sdk.sh").read_text()
    assert "spec=sdks/pets.yaml\nconfig=sdks/gen.yaml\nout=sdks/generated\n" in script
    assert '- "sdks/pets.yaml"\n' in (workflows / "regenerate.yml").read_text()


@pytest.mark.parametrize("name", ["$(shell id).yaml", "a b.yaml", "a#b.yaml", "a:b.yaml"])
def test_init_refuses_names_that_make_would_read_otherwise(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / name).write_text(PETS)
    status, _, err = run(capsys, "init", name)
    assert status == 1
    assert "characters that have a meaning in a Makefile" in err
    assert not (folder / "Makefile").exists()


def test_options_of_another_generator_are_taken_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "config.yml").write_text("project_name_override: pet-shop\nhttp_timeout: 5\npost_hooks: []\n")
    status, out, _ = run(capsys, "init", "--from", "config.yml")
    assert status == 0
    assert "config.yml (openapi-python-client): 3 options, 1 steps of an overlay, 1 without a counterpart:\n" in out
    assert "  config.yml:3:1  post_hooks: nothing is run after generation" in out
    written = yaml.safe_load((folder / "gen.yaml").read_text())
    assert (written["python"]["packageName"], written["python"]["envVarPrefix"]) == ("pet-shop", "PET_SHOP")
    assert written["sdkwright"]["overlays"] == ["overlay.yaml"]
    assert run(capsys, "generate")[0] == 0
    assert "timeout_ms=5000" in (folder / "generated" / "src" / "pet_shop" / "sdk.py").read_text()
    (folder / "gen.yaml").unlink()
    status, _, err = run(capsys, "init", "--from", "config.yml")
    assert (status, (folder / "gen.yaml").exists()) == (1, False)
    assert "`overlay.yaml` exists already" in err
