"""What is published is the same bytes on two machines that agree in nothing but the commit: folders, times of files,
umask, locale, time zone, order of hashes, home."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .maintainer import DOCUMENT, ROOT

pytestmark = pytest.mark.slow
BUILD = """\
import sys
from pathlib import Path
from sdkwright.publish.artifacts import build_twice

folder, work = map(Path, sys.argv[1:])
files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
for built in build_twice(folder, files, work):
    print(built)
"""
GIT = ("git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.com")
ONE = {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}
OTHER = {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "77", "PYTHONUTF8": "1"}


def machine(folder: Path, environment: dict[str, str], umask: int, age: int) -> dict[str, str]:
    """Generates, commits and builds there; the digest of each file that comes out."""
    folder.mkdir(parents=True)
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    whole = kept | environment | {"HOME": str(folder), "PYTHONPATH": str(ROOT / "generator")}
    whole |= {"XDG_CACHE_HOME": str(folder / "caches"), "GIT_CONFIG_GLOBAL": os.devnull}
    whole |= {"GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000"}

    def run(*command: str | Path) -> str:
        done = subprocess.run(list(command), cwd=folder, env=whole, umask=umask, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return os.fsdecode(done.stdout)

    (folder / "openapi.yaml").write_text(DOCUMENT)
    run(sys.executable, "-m", "sdkwright", "generate")
    for path in (folder / "generated").rglob("*"):
        os.utime(path, (age, age))
    run("git", "init", "--quiet")
    run(*GIT, "add", "generated")
    run(*GIT, "commit", "--quiet", "--message", "one")
    built = map(Path, run(sys.executable, "-c", BUILD, "generated", folder / "work").splitlines())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in built}


def test_two_machines_build_the_same_bytes(tmp_path: Path) -> None:
    one = machine(tmp_path / "a", ONE, 0o022, 1_000_000_000)
    other = machine(tmp_path / "elsewhere" / "a b \u00fc", OTHER, 0o077, 1_600_000_000)
    assert one == other
    assert [name.rpartition(".")[2] for name in one] == ["whl", "gz"]
