"""Which kind of options file it is: one of `init`, of the first version, and of which date its docs are."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.options.formats import APRIL_2025
from sdkwright.options.model import Config
from sdkwright.options.read import load_config
from sdkwright.problems import Problem, Severity


def read(folder: Path, text: str) -> tuple[Config, tuple[Problem, ...]]:
    """What an options file of this text says."""
    path = folder / "gen.yaml"
    path.write_text(text, "utf-8")
    return load_config(path)


@pytest.mark.parametrize(
    "text", ["sdkwright: {defaults: 1}\n", "# Options of sdkwright 0.1.0 for a.yaml.\npython: {}\n"]
)
def test_what_init_wrote_has_the_newer_defaults(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (Config(), ())


def test_a_file_of_the_first_version_is_read(tmp_path: Path) -> None:
    old = "additionalDependencies: {dependencies: {numpy: '>=2'}, extraDependencies: {dev: {pytest: '>=8'}}}"
    text = f"configVersion: 1.0.0\nmanagement: {{docVersion: 1}}\nfeatures: {{}}\npython: {{{old}}}\n"
    config, problems = read(tmp_path, text)
    assert (config.main_dependencies, config.dev_dependencies) == ((("numpy", ">=2"),), (("pytest", ">=8"),))
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert sorted(problem.position.line for problem in problems if problem.position) == [1, 2, 3, 4, 4]


@pytest.mark.parametrize(
    ("text", "lock", "expected"),
    [
        ("python: {}\n", None, APRIL_2025),
        ("python: {baseErrorName: AcmeError}\n", None, (2, 667)),
        ("generation: {versioningStrategy: manual, requestBodyFieldName: body}\n", None, (2, 849)),
        ("python: {baseErrorName: AcmeError}\nsdkwright: {docs: {format: '2.555.1'}}\n", None, (2, 555)),
        ("sdkwright: {docs: {format: 2025-08}}\n", None, (2, 667)),
        ("sdkwright: {docs: {format: 2024-02}}\n", None, (2, 493)),
        ("sdkwright: {docs: {format: 2025-08}}\n", "management: {generationVersion: 2.881.4}\n", (2, 881)),
        ("python: {}\n", "management: {}\n", APRIL_2025),
        ("python: {}\n", "lockVersion: 2.0.0\n", APRIL_2025),
    ],
)
def test_the_format_of_the_docs(tmp_path: Path, text: str, lock: str | None, expected: object) -> None:
    """The lock file decides, then the option, then the newest key."""
    if lock is not None:
        (tmp_path / "gen.lock").write_text(lock)
    assert read(tmp_path, text)[0].format == expected
