"""The process of one run: it leaves the collector as it was, and says how it ended."""

from __future__ import annotations

import gc
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
