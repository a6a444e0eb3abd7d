"""What was judged is not judged again, and nothing else is spared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from sdkwright import render as room
from sdkwright.cache import generator_digest, place
from sdkwright.frozen import replace
from sdkwright.problems import ProblemsError
from sdkwright.render import render
from sdkwright.render.formatting import Source
from sdkwright.render.gate import judge_module
from sdkwright.render.proofs import Proof, Proofs, digest_of
from sdkwright.render.table import Row
from sdkwright.render.walk import Judged
from sdkwright.revise.proofs import keep_proofs, read_proofs
from sdkwright.view.package import Sdk

from tests.unit.planning import model

PET: dict[str, object] = {"name": {"type": "string"}, "old": {"type": "integer"}}


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that the gate is shown."""
    seen: list[str] = []

    def watched(path: str, source: str) -> Judged:
        seen.append(path)
        return judge_module(path, source)

    monkeypatch.setattr(room, "judge_module", watched)
    return seen


def rendered(sdk: Sdk, known: Proofs) -> tuple[Mapping[str, bytes], Proofs]:
    """The files, with the proofs of the run before."""
    proofs = Proofs(known.used)
    return render(sdk, (), proofs=proofs), proofs


def test_a_module_is_judged_once(judged: list[str]) -> None:
    files, proofs = rendered(model(PET).sdk, Proofs())
    modules = [path for path in files if path.endswith(".py") and "/_runtime/" not in path]
    assert sorted(judged) == sorted(modules)
    judged.clear()
    again, used = rendered(model(PET).sdk, proofs)
    assert (again, judged) == (files, [])
    assert not used.are_new


def test_another_text_is_judged(judged: list[str]) -> None:
    _, proofs = rendered(model(PET).sdk, Proofs())
    judged.clear()
    more = model({**PET, "kind": {"type": "string"}})
    files, used = rendered(more.sdk, proofs)
    assert sorted(judged) == ["src/acme/models/pet.py", "src/acme/models/pet_typed.py"]
    assert files == more.files
    assert used.are_new


def test_a_module_that_must_not_be_written_is_refused_beside_proofs_of_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sdk = model(PET).sdk
    files, proofs = rendered(sdk, Proofs())
    text_of: Callable[[Row], str] = room._text
    for path in (path for path in files if path.endswith(".py") and "/_runtime/" not in path):
        monkeypatch.setattr(room, "_text", lambda row, bad=path: text_of(row) + "eval('1')\n" * (row.path == bad))
        with pytest.raises(ProblemsError, match="it names eval"):
            rendered(sdk, proofs)


def test_a_name_that_was_none_of_the_document_is_looked_for_in_what_was_judged(judged: list[str]) -> None:
    """The text may have been judged when nobody asked for that name."""
    _, proofs = rendered(model(PET).sdk, Proofs())
    nameless = Proofs()
    nameless.used = {key: replace(proof, names=frozenset()) for key, proof in proofs.used.items()}
    judged.clear()
    files, used = rendered(model(PET).sdk, nameless)
    assert files == model(PET).files
    assert used.used == proofs.used
    assert judged


def test_what_black_made_of_a_text_comes_with_its_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    def formatted(sources: Sequence[Source]) -> dict[str, str]:
        return {source.path: f"{source.text}# formatted\n" for source in sources}

    monkeypatch.setattr(room, "needs_black", lambda source: source.path.endswith("/pet.py"))
    monkeypatch.setattr(room, "format_all", formatted)
    files, proofs = rendered(model(PET).sdk, Proofs())
    assert files["src/acme/models/pet.py"].endswith(b"# formatted\n")
    monkeypatch.setattr(room, "format_all", lambda sources: {source.path: "" for source in sources})
    assert rendered(model(PET).sdk, proofs)[0] == files


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of what is kept about a folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    folder = place.cache_folder(tmp_path / "out")
    assert folder is not None
    return folder / "proofs.bin"


def test_proofs_are_kept_as_they_are(kept: Path, tmp_path: Path) -> None:
    proofs = Proofs()
    proofs.add(Proof(digest_of("a = 1\n"), ("a", "\ud800")))
    proofs.add(Proof(digest_of("b = 1\n"), (), "b  = 1\n"))
    keep_proofs(tmp_path / "out", proofs)
    assert read_proofs(tmp_path / "out").known == proofs.used
    written = kept.stat().st_mtime_ns
    same = read_proofs(tmp_path / "out")
    for text in ("a = 1\n", "b = 1\n"):
        assert same.of(digest_of(text)) is not None
    keep_proofs(tmp_path / "out", same)
    assert kept.stat().st_mtime_ns == written


def test_proofs_of_another_generator_and_what_was_cut_short_are_passed_over(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proofs = Proofs()
    proofs.add(Proof(digest_of("a = 1\n"), ("a",)))
    keep_proofs(tmp_path / "out", proofs)
    whole = kept.read_bytes()
    others = (bytes([whole[0] ^ 1]) + whole[1:], whole[:-1] + bytes([whole[-1] ^ 1]), whole + b"x")
    for content in (b"", whole[:10], whole[:32], whole[:-1], *others):
        kept.write_bytes(content)
        assert not read_proofs(tmp_path / "out").known
    kept.write_bytes(whole)
    assert read_proofs(tmp_path / "out").known
    monkeypatch.setattr("sdkwright.revise.proofs.generator_digest", lambda: f"{generator_digest()}, changed")
    assert not read_proofs(tmp_path / "out").known
