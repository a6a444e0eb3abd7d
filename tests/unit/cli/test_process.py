"""The process of one run: it leaves the collector as it was, and says how it ended."""

from __future__ import annotations

import gc
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright.cli.process import uncollected


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_rests_and_is_as_it_was(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() == is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_all_that_was_said_is_printed_before_the_process_ends(tmp_path: Path) -> None:
    def ran(*typed: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "sdkwright", *typed]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    listed = ran("explain")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert listed.stdout.endswith("\n")
    refused = ran("validate", "missing.yaml")
    assert refused.returncode == 1
    assert "missing.yaml" in refused.stderr
    assert ran("no-command").returncode == 2


TINY = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths: {/a: {get: {operationId: a, responses: {'204': {description: ok}}}}}
"""


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """What a shell says of one line, in which `sdkwright` is this one."""
    (folder / "tiny.yaml").write_text(TINY)
    command = line.replace("sdkwright", f"{shlex.quote(sys.executable)} -m sdkwright", 1)
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, cwd=folder)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_streams_that_are_closed_are_not_missed(tmp_path: Path, closed: str) -> None:
    done = shell(tmp_path, f"sdkwright generate tiny.yaml --out out {closed}")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "README.md").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full, of Linux")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_result_that_cannot_be_printed_is_said(tmp_path: Path, form: str) -> None:
    done = shell(tmp_path, f"sdkwright generate tiny.yaml --out out --format {form} >/dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("error: No space left on device  [system]")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("count", [7, 8, 10, 12])
def test_few_files_at_a_time_are_enough_or_are_said(tmp_path: Path, count: int) -> None:
    done = shell(tmp_path, f"ulimit -n {count}; exec sdkwright generate tiny.yaml --out out")
    assert done.returncode == 0 or "Too many open files  [system]" in done.stderr
    assert "Traceback" not in done.stderr
    assert "nternal" not in done.stderr


@pytest.mark.parametrize("typed", ["--out loop", "--out loop/a", "--config loop"])
def test_a_link_that_leads_to_itself_is_said(tmp_path: Path, typed: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    done = shell(tmp_path, f"sdkwright generate tiny.yaml {typed}")
    assert "nternal" not in done.stderr
    assert done.returncode == 1
    assert re.search("in a circle|symbolic links", done.stderr)


def test_a_root_of_references_that_leads_to_itself_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert shell(tmp_path, "sdkwright generate tiny.yaml --out out --ref-root loop").returncode == 0
