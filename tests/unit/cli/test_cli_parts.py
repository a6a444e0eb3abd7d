"""The parts of the command: finding files, digests, stages, and how problems are printed."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.console import Console
from sdkwright.cli.find_inputs import find_config, find_spec
from sdkwright.cli.text.problems import as_github, as_json, as_text
from sdkwright.openapi.data import Json
from sdkwright.openapi.digest import data_digest, plain
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.openapi.syntax.source import Source
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import SYSTEM
from sdkwright.stages import Stages

DOCUMENT = 'openapi: "3.1.0"\n'


# ------------------------------------------------------------------------------------------------------ finding files


def put(folder: Path, name: str, text: str = DOCUMENT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize("name", ["spec/openapi.yaml", "openapi.json", "spec/swagger.yml"])
def test_the_usual_places_come_first(tmp_path: Path, name: str) -> None:
    put(tmp_path, "another.yaml")
    expected = put(tmp_path, name)
    assert find_spec(tmp_path) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pets.yaml", DOCUMENT),
        ("pets.yml", "# first\nswagger: '2.0'\n"),
        ("pets.json", '{"info":{},"openapi":"3.0.3"}'),
        ("PETS.JSON", '{\n  "swagger": "2.0"}'),
    ],
)
def test_the_only_document_of_a_folder_is_found(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path, "gen.yaml", "generation: {}\n")
    put(tmp_path, "package.json", '{"name": "x", "devDependencies": {"openapi": "^3"}}')
    expected = put(tmp_path, name, text)
    assert find_spec(tmp_path) == expected


def test_no_document_and_several_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="No OpenAPI document"):
        find_spec(tmp_path)
    put(tmp_path, "a.yaml")
    put(tmp_path, "b.yaml")
    with pytest.raises(ProblemsError, match=r"Several OpenAPI documents found: a\.yaml, b\.yaml"):
        find_spec(tmp_path)


def test_options_stand_beside_the_document_or_in_the_folder(tmp_path: Path) -> None:
    spec = put(tmp_path, "spec/openapi.yaml")
    assert find_config(spec, tmp_path) is None
    here = put(tmp_path, "gen.yaml", "")
    assert find_config(spec, tmp_path) == here
    beside = put(tmp_path, "spec/gen.yaml", "")
    assert find_config(spec, tmp_path) == beside


# ------------------------------------------------------------------------------------------------------------ digests

data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.from_regex(r"-?[0-9]{1,3}\.[0-9]{1,3}", fullmatch=True).map(WrittenFloat),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def written(value: Json) -> object:
    """The value with types, key order and fractions as written, for comparison."""
    match value:
        case dict():
            return "map", [(key, written(child)) for key, child in value.items()]
        case list():
            return "list", [written(child) for child in value]
        case WrittenFloat():
            return "float", value.text
        case _:
            return type(value).__name__, value


@given(data, data)
def test_digests_are_equal_exactly_for_equal_data(one: Json, other: Json) -> None:
    assert (data_digest(one) == data_digest(other)) == (written(one) == written(other))


def test_digests_tell_neighbours_apart() -> None:
    values: list[Json] = [
        ["a", "b"],
        ["ab"],
        [["a"], "b"],
        {"a": "b"},
        [1, 2],
        [12],
        [],
        {},
        "",
        None,
        "null",
        [True],
        [1],
    ]
    assert len({data_digest(value) for value in values}) == len(values)
    assert data_digest({"a": 1, "b": 2}) != data_digest({"b": 2, "a": 1}), "the order shows in the output"


def test_deep_data_are_no_problem() -> None:
    deep: Json = []
    for _ in range(100_000):
        deep = [deep]
    assert len(data_digest(deep)) == 64


def test_only_plain_values_become_plain_data() -> None:
    assert plain((1, ("a", None))) == [1, ["a", None]]
    with pytest.raises(TypeError):
        plain(object())


# ----------------------------------------------------------------------------------------------------------- problems


def problem(
    file: Path | None = None, line: int = 0, column: int = 0, message: str = "what", remedy: str = "mend"
) -> Problem:
    where = Position(str(file), line, column) if file else None
    return Problem(Severity.ERROR, SYSTEM, message, remedy, where, "#/x" if file else None)


def test_text_shows_the_line_with_an_arrow(tmp_path: Path) -> None:
    file = put(tmp_path, "a.yaml", "one:\n  two: [3\n")
    assert as_text(problem(file, 2, 8)) == (
        f"error: what  [system]\n  --> {file}:2:8\n   |\n 2 |   two: [3\n   |        ^\n  help: mend"
    )


def test_the_arrow_stands_below_wide_and_tabbed_text(tmp_path: Path) -> None:
    file = put(tmp_path, "a.yaml", "日本: x\n\ty: z\n")
    assert as_text(problem(file, 1, 5)).splitlines()[-2] == "   |       ^"
    assert as_text(problem(file, 2, 2)).splitlines()[-3:-1] == [" 2 |  y: z", "   |  ^"]


def test_of_a_long_line_the_part_around_the_place_is_shown(tmp_path: Path) -> None:
    file = put(tmp_path, "a.json", "x" * 5000 + "HERE" + "y" * 5000)
    lines = as_text(problem(file, 1, 5001)).splitlines()
    assert max(map(len, lines)) < 160
    assert lines[3][lines[4].index("^")] == "H"


@given(
    st.integers(0, 1200), st.integers(0, 400), st.sampled_from(["", "\n", "\r\n"]), st.sampled_from(["x", "日", "\t"])
)
def test_a_place_has_at_hand_what_is_shown_of_its_line(before: int, after: int, end: str, sign: str) -> None:
    with TemporaryDirectory() as folder:
        written = f"first{end}{sign * before}HERE{sign * after}{end}last"
        file = put(Path(folder), "a.json", written)
        index = written.index("HERE")
        where = Source(str(file), file, written).position(index)
        shown = as_text(Problem(Severity.ERROR, SYSTEM, "what", "mend", where))
        assert shown == as_text(problem(file, where.line, where.column))
        assert len(where.text) <= 400


def test_without_a_place_or_a_file_only_the_words_are_printed(tmp_path: Path) -> None:
    assert as_text(problem()) == "error: what  [system]\n  help: mend"
    gone = tmp_path / "gone.yaml"
    assert as_text(problem(gone, 3, 1)) == f"error: what  [system]\n  --> {gone}:3:1\n  help: mend"
    assert as_text(problem(gone)) == f"error: what  [system]\n  --> {gone}\n  help: mend"


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_printed_problems_are_short_and_act_on_nothing(message: str, remedy: str) -> None:
    text = as_text(problem(message=message, remedy=remedy))
    assert all(line.isprintable() for line in text.split("\n"))
    assert len(text) < 1200
    text.encode()


def test_a_path_of_any_length_is_shown_in_part() -> None:
    line = as_text(problem(Path("n" * 6000), 3, 1)).splitlines()[1]
    assert len(line) < 450
    assert line.endswith("…:3:1")


@given(st.text(max_size=200), st.text(max_size=200))
def test_an_annotation_is_one_line(message: str, file: str) -> None:
    made = as_github(Problem(Severity.WARNING, SYSTEM, message, "r", Position(file, 1, 2)))
    assert made.startswith("::warning file=")
    assert "\n" not in made
    assert "\r" not in made


def test_annotations_and_json() -> None:
    where = Position("a,b:c.yaml", 3, 4)
    made = Problem(Severity.ERROR, SYSTEM, "100% wrong", "mend", where, "#/x")
    assert as_github(made) == "::error file=a%2Cb%3Ac.yaml,line=3,col=4,title=system::100%25 wrong%0Amend"
    assert as_json(made) == {
        "severity": "error",
        "code": "system",
        "message": "100% wrong",
        "remedy": "mend",
        "file": "a,b:c.yaml",
        "line": 3,
        "column": 4,
        "pointer": "#/x",
        "left_out": None,
    }


def test_a_problem_is_printed_once(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console("text")
    console.problems([problem(), problem()])
    console.say("done")
    out, err = capsys.readouterr()
    assert (out, err) == ("done\n", "error: what  [system]\n  help: mend\n")


def test_json_is_one_value(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console("json")
    console.problems([problem()])
    console.say("not shown")
    console.result(written=[])
    assert console.end(1) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out) == {"status": 1, "problems": [as_json(problem())], "written": []}


def test_stages_are_measured_and_told() -> None:
    told: list[str] = []
    stages = Stages(told.append)
    with stages.stage("load"):
        pass
    with pytest.raises(ValueError, match="x"), stages.stage("plan", "2 operations"):
        raise ValueError("x")
    tell = stages.counter("render", "files")
    for done in range(130):
        tell(done + 1)
    assert told == ["load", "plan: 2 operations", "render: 64 files", "render: 128 files"]
    assert [line.split()[0] for line in stages.table().splitlines()] == ["stage", "load", "plan", "total"]
