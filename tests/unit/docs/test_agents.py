"""`AGENTS.md`: what it says is so for the SDK that it stands in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.cli.typed import PETS, run

READER = "python: {responseSchemaValidation: lenient}\nsdkwright: {docs: {style: reader}}\n"
STRICT = "python: {responseSchemaValidation: strict}\n"


@pytest.mark.parametrize("options", [STRICT, READER])
@pytest.mark.parametrize("document", [PETS, PETS[: PETS.index("paths:")] + "paths: {}\n"])
def test_the_page_names_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: str, document: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pets.yaml").write_text(document)
    (tmp_path / "gen.yaml").write_text(options)
    assert run(capsys, "generate")[0] == 0
    out = tmp_path / "generated"
    page = (out / "AGENTS.md").read_text()
    links = re.findall(r"\]\(([^)#]+)\)", page)
    assert bool(links) == ("getPet" in document)
    assert ("docs/api.md" in links) == (options == READER and "getPet" in document)
    files = re.findall(r"`((?:src|docs)/[^`]+)`", page)
    assert any(path.endswith("/_hooks/registration.py") for path in files)
    for path in (*links, *files):
        assert (out / path).exists(), path
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        compile(block, "AGENTS.md", "exec")
    assert ("is kept; with" in page) == (options == READER)
    assert "\n\n\n" not in re.sub(r"```.*?```", "code", page, flags=re.DOTALL)
    assert len(page.splitlines()) < 80
    assert '"/AGENTS.md"' in (out / "pyproject.toml").read_text()
