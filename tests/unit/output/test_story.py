"""Whatever happens to an output folder: what the user wrote is never lost unasked, and a run does all of its work or
nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.output import MANIFEST, Stamp, Tree, compare, write
from sdkwright.output.manifest import render_manifest
from sdkwright.problems import ProblemsError

Files = dict[str, bytes]
paths = st.sampled_from(("a.py", "b.md", "src/pets/c.py", "src/pets/d.py", "src/pets", "src/e/f.py", "src/e"))
generated = st.dictionaries(paths, st.sampled_from((b"1\n", b"2\n2\n", b"")), max_size=5).filter(
    lambda files: not any(f"{other}/" in f"{path}/" for path in files for other in files if other != path)
)
events = st.one_of(
    st.tuples(st.just("run"), generated, st.booleans()),
    st.tuples(st.just("run"), generated, st.just(False)),
    st.tuples(st.just("merge"), generated, st.sets(paths)),
    st.tuples(st.just("edit"), paths, st.integers(0, 99)),
    st.tuples(st.just("ends"), paths, st.none()),
    st.tuples(st.just("delete"), paths, st.none()),
)


def tree(files: Files) -> Tree:
    return Tree(files, Stamp("1", str(sorted(files.items())), "o"))


def contents(out: Path) -> Files:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


class Story:
    """A folder, and what of it the user wrote."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.mine: Files = {}

    def run(self, files: Files, overwrite: bool) -> None:
        before = contents(self.out)
        try:
            write(tree(files), self.out, overwrite=overwrite)
        except ProblemsError:
            assert contents(self.out) == before
            return
        if overwrite:
            self.mine = {path: content for path, content in self.mine.items() if path not in files}
        after = contents(self.out)
        del after[MANIFEST]
        assert after == {**files, **self.mine}
        assert compare(tree(files), self.out).changes == ()

    def merge(self, files: Files, taken: set[str]) -> None:
        """Another branch comes in: its lines of the manifest beside ours, and some of its files."""
        manifest = self.out / MANIFEST
        ours = manifest.read_text() if manifest.exists() else ""
        manifest.write_text(ours + render_manifest(tree(files).manifest()).decode())
        for path in taken & files.keys() - self.mine.keys():
            self._put(path, files[path])

    def edit(self, path: str, number: int) -> None:
        content = f"mine {number}\n".encode()
        if self._put(path, content):
            self.mine[path] = content

    def ends(self, path: str, _: None) -> None:
        """The file as an editor on Windows leaves it."""
        target = self.out / path
        if target.is_file():
            target.write_bytes(target.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
            if path in self.mine:
                self.mine[path] = target.read_bytes()

    def delete(self, path: str, _: None) -> None:
        if (self.out / path).is_file():
            (self.out / path).unlink()
            self.mine.pop(path, None)

    def _put(self, path: str, content: bytes) -> bool:
        target = self.out / path
        if target.is_dir() or any(above.is_file() for above in target.parents):
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return True


@given(st.lists(events, min_size=2, max_size=8))
def test_nothing_of_the_users_is_lost(story: list[tuple[str, Any, Any]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        told = Story(Path(name))
        for event, what, how in story:
            getattr(told, event)(what, how)
            found = contents(told.out)
            assert all(found.get(path) == content for path, content in told.mine.items())
