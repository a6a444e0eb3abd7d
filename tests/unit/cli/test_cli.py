"""The commands, as they are typed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sdkwright
from sdkwright import __version__
from sdkwright.cli.main import main
from sdkwright.output import MANIFEST

from tests.unit.cli.typed import PETS, run, snapshot

ROOT = Path(__file__).parents[3]


# ------------------------------------------------------------------------------------------------------------- usage


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"sdkwright {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["generate", "--nope"],
        ["check", "--format", "xml"],
        ["schema", "x"],
        ["generate", "--spe", "x"],
    ],
)
def test_wrong_usage_is_exit_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: sdkwright")


@pytest.mark.parametrize("command", ["generate", "check", "validate", "names", "init", "publish"])
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "exit status: 0 done" in " ".join(capsys.readouterr().out.split())


# ---------------------------------------------------------------------------------------------------------- generate


def test_a_folder_with_one_document_needs_no_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "generate")
    assert (status, err) == (0, "")
    assert "Generated 1 operation, 2 schemas." in out
    assert (folder / "generated" / "src" / "pets" / "py.typed").is_file()
    assert main(["check"]) == 0


def test_a_second_run_is_up_to_date_and_touches_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    before = {path: path.stat().st_mtime_ns for path in (folder / "generated").rglob("*")}
    os.utime(Path(sdkwright.__file__).parent / "cli")  # as when Python makes a `__pycache__` in it
    status, out, _ = run(capsys, "generate")
    assert (status, out) == (0, "generated is up to date.\n")
    assert {path: path.stat().st_mtime_ns for path in (folder / "generated").rglob("*")} == before


@pytest.mark.parametrize("what", ["document", "options", "edit", "deletion", "generator"])
def test_up_to_date_is_not_said_wrongly(folder: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    run(capsys, "generate")
    file = folder / "generated" / "src" / "pets" / "sdk.py"
    match what:
        case "document":
            (folder / "pets.yaml").write_text(PETS.replace("called", "named"))
        case "options":
            (folder / "gen.yaml").write_text("python: {version: 2.0.0}\n")
        case "edit":
            file.write_text("# edited\n")
        case "deletion":
            file.unlink()
        case _:
            os.utime(folder / "generated" / MANIFEST, ns=(1, 1))
            shutil.rmtree(Path(os.environ["XDG_CACHE_HOME"]) / "sdkwright")
    _, out, _ = run(capsys, "generate", *(["--overwrite"] if what == "edit" else []))
    assert "up to date" not in out
    assert main(["check"]) == 0
    _, out, _ = run(capsys, "generate")
    assert "up to date" in out


def test_force_does_the_work_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    _, out, _ = run(capsys, "generate", "--force")
    assert "0 new, 0 changed, 0 removed" in out


def test_on_an_error_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pets.yaml").write_text(PETS.replace("openapi: 3.1.0", "openapi: 4.1.0"))
    status, out, err = run(capsys, "generate")
    assert (status, out) == (1, "")
    assert err.startswith("error: ")
    assert "--> pets.yaml:1:" in err
    assert "\n  help: " in err
    assert sorted(path.name for path in folder.iterdir()) == ["pets.yaml"]


def test_json_output_is_one_value(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text("python: {pytestTimeout: 3}\n")
    status, out, err = run(capsys, "generate", "--format", "json", "--timings")
    assert (status, err) == (0, "")
    value = json.loads(out)
    assert value["status"] == 0
    assert [problem["code"] for problem in value["problems"]] == ["option-without-effect"]
    assert "src/pets/sdk.py" in value["written"]
    assert "render" in value["timings"]
    (folder / "pets.yaml").write_text("openapi: 3.1.0\na: 1\na: 2\n")
    status, out, _ = run(capsys, "generate", "--format", "json")
    assert status == 1
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["duplicate-key"]


def test_annotations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text("sdkwright:\n  ledgr: a\n")
    status, out, _ = run(capsys, "generate", "--format", "github")
    assert status == 1
    assert out.startswith("::error file=gen.yaml,line=2,col=3,title=unknown-option::There is no option")


def test_strict_makes_a_warning_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text("python: {pytestTimeout: 3}\n")
    assert run(capsys, "generate")[0] == 0
    shutil.rmtree(folder / "generated")
    status, _, err = run(capsys, "generate", "--strict")
    assert status == 1
    assert "`python.pytestTimeout` has no effect here" in err
    assert not (folder / "generated").exists()


def test_a_fault_of_what_nothing_uses_is_told_under_strict_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unused = "    Spare: {type: object, properties: {a: {type: int64}}}\n"
    (folder / "pets.yaml").write_text(PETS + unused)
    status, out, err = run(capsys, "generate", "--report", "coverage.json")
    assert (status, err) == (0, "")
    assert "left out" not in out
    entries = json.loads((folder / "coverage.json").read_text())["entries"]
    assert ("keyword", "skipped") in {(entry["kind"], entry["outcome"]) for entry in entries}
    status, _, err = run(capsys, "generate", "--strict")
    assert status == 1
    assert '"int64" is no type of a schema' in err
    (folder / "pets.yaml").write_text(PETS + unused.replace("type: object", "x-speakeasy-include: true, type: object"))
    assert "left out: the keyword" in run(capsys, "validate")[2]
    (folder / "pets.yaml").write_text(PETS + unused)
    (folder / "gen.yaml").write_text("sdkwright: {strict: true}\n")
    assert run(capsys, "validate")[0] == 1
    (folder / "pets.yaml").write_text(PETS.replace("/pets/", "/{/pets/") + unused)
    status, _, err = run(capsys, "validate")
    assert status == 1
    assert "int64" not in err


def test_the_report_lists_every_part(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, _ = run(capsys, "generate", "--report", "coverage.json")
    assert status == 0
    report = json.loads((folder / "coverage.json").read_text())
    assert report["totals"]["operation"] == {"generated": 1}
    (operation,) = [entry for entry in report["entries"] if entry["kind"] == "operation"]
    assert (operation["file"], operation["line"]) == ("pets.yaml", 6)


def test_timings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "generate", "--timings")
    stages = [line.split()[0] for line in out.splitlines()[-12:]]
    asked = ["recall", "load", "compare", "validate"]
    assert stages == ["stage", *asked, "normalise", "name", "surface", "plan", "render", "write", "total"]


# ------------------------------------------------------------------------------------------------------------- check


def test_check_before_the_first_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check")
    assert status == 1
    assert "missing  generated/README.md  (not generated yet)" in out
    assert "Run `sdkwright generate`" in out
    assert not (folder / "generated").exists()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("document", "changed  generated/docs/models/pet.md  (the document changed: pets.yaml)"),
        ("options", "changed  generated/pyproject.toml  (the options changed: gen.yaml)"),
        ("edit", "changed  generated/README.md  (edited by hand)"),
        ("deletion", "missing  generated/README.md  (deleted by hand)"),
        ("module of nobody", "extra    generated/src/pets/models/old.py  (nothing makes it)"),
        ("lost manifest", f"missing  generated/{MANIFEST}  (deleted by hand)"),
    ],
)
def test_check_names_the_file_and_the_reason(
    folder: Path, capsys: pytest.CaptureFixture[str], change: str, expected: str
) -> None:
    (folder / "gen.yaml").write_text("python: {version: 0.1.0}\n")
    run(capsys, "generate")
    readme = folder / "generated" / "README.md"
    match change:
        case "document":
            (folder / "pets.yaml").write_text(PETS.replace("called", "named"))
        case "options":
            (folder / "gen.yaml").write_text("python: {version: 0.2.0}\n")
        case "edit":
            readme.write_text("edited\n")
        case "deletion":
            readme.unlink()
        case "module of nobody":
            (folder / "generated" / "src" / "pets" / "models" / "old.py").write_text("")
        case _:
            (folder / "generated" / MANIFEST).unlink()
    before = snapshot(folder)
    status, out, _ = run(capsys, "check")
    assert status == 1
    assert expected in out.splitlines()
    assert snapshot(folder) == before


def test_check_shows_diffs_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    (folder / "pets.yaml").write_text(PETS.replace("called", "named"))
    _, out, _ = run(capsys, "check", "--diff")
    assert any(line.startswith("-") and "What it is called." in line for line in out.splitlines())
    assert any(line.startswith("+") and "What it is named." in line for line in out.splitlines())
    _, out, _ = run(capsys, "check", "--diff", "--format", "json")
    drift = {change["file"]: change for change in json.loads(out)["drift"]}
    assert "+++ docs/pets/pet.md (generated)" in drift["docs/pets/pet.md"]["diff"]


@pytest.mark.parametrize("file", ["pets.yaml", "gen.yaml"])
def test_check_is_content_where_no_file_would_change(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    (folder / "gen.yaml").write_text("python: {version: 0.1.0}\n")
    run(capsys, "generate")
    with (folder / file).open("a") as text:
        text.write("x-unused: true\n" if file == "pets.yaml" else "generation: {maintainOpenAPIOrder: true}\n")
    assert run(capsys, "check")[:2] == (0, "generated is what pets.yaml makes.\n")
    manifest = folder / "generated" / ".sdkwright-manifest"
    before = manifest.read_bytes()
    assert run(capsys, "generate")[0] == 0
    assert manifest.read_bytes() != before  # It says of which document the files are, whatever was checked before.


def test_another_version_of_the_generator_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "generate")
    monkeypatch.setattr("sdkwright.pipeline.__version__", "9.9.9")
    monkeypatch.setattr("sdkwright.cli.text.drift.__version__", "9.9.9")
    (folder / "generated" / "README.md").unlink()
    status, out, _ = run(capsys, "check")
    assert status == 1
    assert f"The folder was made by sdkwright {__version__}; this is sdkwright 9.9.9." in out
    assert "Run `sdkwright generate` to bring the folder up to date." in out


# ------------------------------------------------------------------------------------------- validate, names and init


def test_validate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "validate") == (0, "pets.yaml is valid.\n", "")
    (folder / "pets.yaml").write_text("openapi: 3.1.0\npaths: [")
    status, out, err = run(capsys, "validate", "--spec", "pets.yaml")
    assert (status, out) == (1, "")
    assert "--> pets.yaml:" in err
    assert not (folder / "generated").exists()


def test_names_come_with_reason_and_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "names")
    assert status == 0
    (pet,) = [line.split() for line in out.splitlines() if line.startswith("class") and " Pet " in line]
    assert "#/components/schemas/Pet" in pet
    assert any(word.startswith("pets.yaml:1") for word in pet)
    _, out, _ = run(capsys, "names", "--format", "json")
    rows = json.loads(out)["names"]
    assert {"class", "method", "argument", "field"} <= {row["scope"] for row in rows}
    (pet,) = [row for row in rows if row["scope"] == "class" and row["name"] == "Pet"]
    assert (pet["reason"], pet["file"], pet["id"]) == ("the component's name", "pets.yaml", "#/components/schemas/Pet")
    assert (folder / "pets.yaml").read_text().splitlines()[pet["line"] - 1].strip() == "Pet:"


# ------------------------------------------------------------------------------------------------- what else can happen


def test_a_document_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "generate", "--spec", "nowhere.yaml")
    assert status == 1
    assert err.startswith("error: ")
    assert "nowhere.yaml" in err


def test_a_document_that_is_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "parts").mkdir()
    status, _, err = run(capsys, "generate", "--spec", "parts")
    assert status == 1
    assert err.startswith("error: `parts` is a folder, not a document  [unreadable]\n")


@pytest.mark.parametrize(
    "arguments",
    [("init", "--from", "/dev/zero"), ("generate", "--spec", "/dev/zero"), ("check", "--config", "/dev/zero")],
)
def test_a_file_without_an_end_is_not_read_to_its_end(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    status, _, err = run(capsys, *arguments)
    assert status == 1
    assert err.startswith("error: The file has more than 64 MB, which is the most that is read  [too-large]\n")


def test_a_pipe_is_read_like_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reading, writing = os.pipe()
    os.write(writing, PETS.encode())
    os.close(writing)
    status, out, _ = run(capsys, "generate", "--spec", f"/dev/fd/{reading}")
    os.close(reading)
    assert (status, out.splitlines()[0]) == (0, "Generated 1 operation, 2 schemas.")


def test_what_was_skipped_was_not_generated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = "paths:\n  /kinds:\n    get: {operationId: kinds, responses: {'204': {description: None}}}\n"
    (folder / "pets.yaml").write_text(PETS.replace("paths:\n", other))
    status, out, _ = run(capsys, "generate", "--exclude-tag", "pets")
    assert (status, out.splitlines()[0]) == (0, "Generated 1 of 2 operations (1 skipped), 0 of 2 schemas (2 skipped).")


def test_a_folder_that_cannot_be_written_is_a_clean_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "file").write_text("")
    status, _, err = run(capsys, "generate", "--out", "file/below")
    assert status == 1
    assert err.startswith("error: ")
    assert "Traceback" not in err


def test_an_interruption_is_exit_130(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("sdkwright.cli.commands.generate.run", interrupted)
    assert run(capsys, "generate") == (130, "", "Interrupted. Nothing was written.\n")


def test_an_internal_error_is_short_and_shows_its_traceback_only_when_asked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise LookupError("secret text of the document")

    monkeypatch.setattr("sdkwright.cli.commands.generate.run", broken)
    status, _, err = run(capsys, "generate")
    assert status == 1
    assert f"error: Internal error of sdkwright {__version__}: LookupError at test_cli.py:" in err
    assert "[internal]" in err
    assert "Traceback" not in err
    assert "secret" not in err
    assert "Traceback" in run(capsys, "generate", "--debug")[2]


def test_a_reader_that_goes_away_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m sdkwright names | true"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_a_file_that_was_missing_makes_a_difference_when_it_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "pets.yaml").write_text(PETS.replace('"#/components/schemas/Pet"', "pet.yaml"))
    assert "There is no file" in run(capsys, "generate")[2]
    assert "up to date" in run(capsys, "generate")[1]
    (folder / "pet.yaml").write_text("{title: Pet, type: object, properties: {name: {type: string}}}\n")
    assert "up to date" not in run(capsys, "generate")[1]
    (folder / "pet.yaml").unlink()
    assert "There is no file" in run(capsys, "generate")[2]
