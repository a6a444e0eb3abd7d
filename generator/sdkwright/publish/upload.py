"""The upload, by twine: it reads `TWINE_*` variables and does trusted publishing by itself.

No credential stands on a command line, and what twine prints is shown only when it fails, redacted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sdkwright.publish.programs import run


def upload(files: list[Path]) -> None:
    """Uploads `files` to the repository that the `TWINE_*` variables name.  Raises ProblemsError."""
    command = [sys.executable, "-m", "twine", "upload", "--non-interactive", "--disable-progress-bar"]
    run([*command, *map(str, files)], "the upload", environment=os.environ)
