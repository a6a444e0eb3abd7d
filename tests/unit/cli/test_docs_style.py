"""Which docs a project has: the reader's, unless its options are those of a hosted generator or say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.typed import run

PAGE_OF_STYLE = {"reader": "docs/petssdk/README.md", "published": "docs/sdks/petssdk/README.md"}
HOSTED = "configVersion: 2.0.0\ngeneration: {sdkClassName: Pets}\n"


def style(folder: Path) -> str:
    """The style of the pages that a run has written."""
    (found,) = (name for name, page in PAGE_OF_STYLE.items() if (folder / "generated" / page).is_file())
    return found


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (None, "reader"),
        (HOSTED, "published"),
        ("", "published"),
        (f"{HOSTED}sdkwright: {{strict: true}}\n", "published"),
        (f"{HOSTED}sdkwright: {{docs: {{style: reader}}}}\n", "reader"),
        (f"{HOSTED}sdkwright: {{defaults: 1}}\n", "reader"),
        (f"{HOSTED}sdkwright: {{defaults: 1, docs: {{style: published}}}}\n", "published"),
    ],
)
def test_the_options_decide(
    folder: Path, capsys: pytest.CaptureFixture[str], options: str | None, expected: str
) -> None:
    if options is not None:
        (folder / "gen.yaml").write_text(options)
    assert run(capsys, "generate")[0] == 0
    assert style(folder) == expected


def test_a_run_without_options_makes_the_docs_of_a_new_project(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """But for what `init` makes of names."""
    assert run(capsys, "generate", "--out", "bare")[0] == 0
    assert run(capsys, "init", "pets.yaml")[0] == 0
    assert run(capsys, "generate")[0] == 0
    bare, new = (
        sorted(path.relative_to(folder / out) for path in (folder / out / "docs").rglob("*"))
        for out in ("bare", "generated")
    )
    assert bare == new
