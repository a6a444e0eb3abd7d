"""Which docs a project has: the reader's, unless its options are those of a hosted generator or say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.typed import PETS, run

PAGE_OF_STYLE = {"reader": "docs/pets/README.md", "published": "docs/sdks/petssdk/README.md"}
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


def test_what_no_format_asks_for_is_written_for_readers_in_any_style(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """README has sections of its own up to 2.666: no page that was published looks like it."""
    info = 'info: {title: Pets, version: "1", description: "All {pets}.\\n\\n## Installation\\nSee [this](/docs)."}'
    spec = PETS.replace('info: {title: Pets, version: "1"}', info)
    (folder / "pets.yaml").write_text(
        spec.replace("tags: [pets]", 'summary: "Of <https://a.example/{b}>"\n      tags: [pets]')
    )
    (folder / "gen.yaml").write_text(HOSTED)
    status, _, err = run(capsys, "generate")
    assert status == 0, err
    assert 'warning: The link "/docs" of a description leads nowhere  [dead-link]' in err
    readme, root = ((folder / "generated" / path).read_text() for path in ("README.md", "docs/sdks/pets/README.md"))
    assert "All \\{pets\\}.\n\n**Installation**\n\nSee this.\n" in readme
    assert "- Of [https://a.example/\\{b\\}](https://a.example/%7Bb%7D)\n" in readme
    assert "All {pets}.\n\n## Installation\nSee [this](/docs)." in root, "as it was published"
