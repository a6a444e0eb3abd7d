"""Each folder of `cases/` is one idea; `casework/folders.py` says what it holds.

What the generator makes of it is compared with `expected/`, which `make cases` rewrites; every module is imported and
type-checked, twice, and every sample of the docs is run against a server that answers by the document.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sdkwright.cli.text.problems import as_text

from tests.casework.calls import Judge, importable, redirected, run
from tests.casework.folders import CASES, Case, Made, make
from tests.casework.layout import lay_out, samples

ROOT = Path(__file__).parents[1]
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)

PAGE_LINK = re.compile(r"\]\(((?:\.\./|docs/)[^)#]*)")
NO_MODEL = ("docs/models/.md", "docs/models/wholeplan.md")
"""Where published pages let answers lead that are no model: nowhere, files with a title to that."""
FROM_THE_ROOT = re.compile(r"^docs/sdks/\S+ docs/sdks/")
"""Published pages lead from the root of the project to what replaces a deprecated operation."""
NOT_TYPED = ["docs_samples_odd_keys/sample_*.py"]
"""Samples that show further properties, for which mypy has no place in a `TypedDict` (PEP 728)."""
NOT_JUDGED = {
    "docs_options_constructor": "openapi-core does not know a server that the options name",
    "docs_token_url": "openapi-core does not know OAuth2",
    "extension_type_override": "the document says that it is an object",
    "operation_body_lines": "openapi-core does not read JSON lines",
    "operation_body_of_unknown_type": "openapi-core does not know the type either",
    "operation_body_text": "the example is no XML",
    "operation_parameter_types": "openapi-core cannot read a parameter of several types",
    "operation_path_places": "the document asks for a parameter that has no place",
    "operation_path_styles": "openapi-core does not find a parameter of the style label",
    "operation_query_brackets_empty": "openapi-core does not know brackets",
    "operation_responses_by_default_alone": "the document has no answer to give",
    "operation_security_schemes": "openapi-core does not know all of them",
    "operation_servers": "openapi-core does not know servers of an operation beside those of its path item",
    "operation_style_of_another_place": "the document asks for a style that cannot be",
    "schema_all_of_contradicts": "no value satisfies the schema",
    "schema_defaults_that_do_not_fit": "openapi-core fills in defaults",
    "version_3_2_notes": "openapi-core does not know OAuth2 at all",
    "version_3_2_querystring": "openapi-core knows no parameter that is the whole query",
    "schema_discriminator_listed": "openapi-core takes a tag without mapping for a component",
    "schema_discriminator_of_parent": "openapi-core follows the circle without end",
    "schema_read_only_and_write_only": "openapi-core asks requests for what only answers have",
    "schema_tuples": "openapi-core cannot read `items: false`",
    "version_3_2_methods": "openapi-core does not know these methods",
}
"""Case -> why openapi-core cannot judge its requests or answers."""


class Workshop:
    """Builds each case once, and keeps all packages in one folder, each below the name of its case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[str, Made] = {}

    def made(self, case: Case) -> Made:
        """The output for a case."""
        if case.name not in self._made:
            before = Path.cwd()
            os.chdir(case.folder)
            try:
                self._made[case.name] = make(case)
            finally:
                os.chdir(before)
            lay_out(self._made[case.name], self.folder)
        return self._made[case.name]


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """What all tests here share."""
    return Workshop(tmp_path_factory.mktemp("packages"))


@pytest.mark.cases
@each_case
def test_output(case: Case, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    result = workshop.made(case)
    monkeypatch.chdir(case.folder)
    said = "".join(f"{as_text(problem)}\n" for problem in result.problems)
    if REWRITE:
        rewrite(case, result.shown, said)
    files = [path for path in case.expected.rglob("*") if path.is_file()]
    assert result.shown == {path.relative_to(case.expected).as_posix(): path.read_text("utf-8") for path in files}
    assert result.shown, "a case that shows nothing proves nothing"
    assert said == (case.said.read_text("utf-8") if case.said.exists() else "")


def rewrite(case: Case, files: dict[str, str], said: str) -> None:
    """Makes this the expected output."""
    shutil.rmtree(case.expected, ignore_errors=True)
    case.said.unlink(missing_ok=True)
    texts = {case.expected / path: text for path, text in files.items()} | ({case.said: said} if said else {})
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("case", "twin"), [pytest.param(c, t, id=f"{c.name}-{t.stem}") for c in CASES for t in c.twins]
)
def test_twin_makes_the_same(case: Case, twin: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    result = workshop.made(case)
    monkeypatch.chdir(case.folder)
    assert make(case, twin).files == result.files


@each_case
def test_links_lead_to_pages(case: Case, workshop: Workshop) -> None:
    files = workshop.made(case).files
    links = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        for page, text in files.items()
        if page.endswith(".md")
        for link in PAGE_LINK.findall(text)
        if not FROM_THE_ROOT.search(f"{page} {link}")
    }
    assert links - {*NO_MODEL} <= files.keys()


@each_case
def test_modules_are_imported(case: Case, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    result = workshop.made(case)
    with importable(result, workshop.folder, monkeypatch):
        for path in result.package:
            if path.endswith(".py"):
                name = ".".join((result.module, *Path(path).with_suffix("").parts)).removesuffix(".__init__")
                __import__(name)
                exported: list[str] = getattr(sys.modules[name], "__dir__", list)()
                assert all(hasattr(sys.modules[name], each) for each in exported)


@each_case
def test_samples_run(case: Case, workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = workshop.made(case)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "example.file").write_bytes(b"content")
    problems = []
    with importable(result, workshop.folder, monkeypatch):
        for page, source in samples(result):
            judge = Judge(result)
            with monkeypatch.context() as patch, redirected(judge, patch) as server:
                run(source, patch, page)
            assert server.requests or not page.startswith("docs/sdks/"), "the sample calls nothing"
            problems += judge.violations
    if case.name in NOT_JUDGED:
        assert problems, "openapi-core can judge it now: remove the exemption"
    else:
        assert problems == []


@pytest.fixture(scope="module")
def verdicts(workshop: Workshop) -> Iterator[dict[str, subprocess.Popen[str]]]:
    """Both type checkers at work on every package, side by side, and pyright on the samples, too.

    The samples have the published form; mypy wants more than that: `def main() -> None`, and a union of lists as the
    type of a literal.
    """
    for case in CASES:
        workshop.made(case)
    folder = workshop.folder
    options = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": [str(ROOT)], "exclude": NOT_TYPED}
    (folder / "pyrightconfig.json").write_text(json.dumps(options))
    commands = {
        "mypy": [
            "mypy",
            "--strict",
            "--cache-dir",
            os.devnull,
            "--explicit-package-bases",
            "--exclude",
            r"/sample_\d+\.py$",
            ".",
        ],
        "pyright": ["pyright", "--pythonpath", sys.executable, "-p", "."],
    }
    environment = {**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{ROOT}"}
    started = {
        name: subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name, command in commands.items()
    }
    yield started
    for process in started.values():
        process.kill()
        process.wait()


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_types(checker: str, verdicts: dict[str, subprocess.Popen[str]]) -> None:
    said, _ = verdicts[checker].communicate()
    assert verdicts[checker].returncode == 0, said
