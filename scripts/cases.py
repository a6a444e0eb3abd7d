"""Rewrites what the tests under `tests/` compare with (`make cases`): runs pytest with SDKWRIGHT_REWRITE_CASES set."""

from __future__ import annotations

import os
import subprocess
import sys


def main() -> int:
    """Runs the tests that own expected results, with the permission to rewrite them."""
    environment = {**os.environ, "SDKWRIGHT_REWRITE_CASES": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-m", "cases", "-n", "auto", "--dist", "worksteal"]
    command += sys.argv[1:]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
