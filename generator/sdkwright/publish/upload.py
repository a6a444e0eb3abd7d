"""The upload, by twine: it reads `TWINE_*` variables and does trusted publishing by itself.

No credential stands on a command line, and what twine prints is shown only when it fails, redacted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sdkwright.publish.programs import redacted, run

ASK = """\
import argparse
from twine import settings, utils
parser = argparse.ArgumentParser()
settings.Settings.register_argparse_arguments(parser)
typed = parser.parse_args([])
print(utils.get_repository_from_config(typed.config_file, typed.repository, typed.repository_url)["repository"])
"""


def repository() -> str:
    """The address that `upload` uploads to, without credentials.  Raises ProblemsError where nothing says it."""
    return redacted(run([sys.executable, "-c", ASK], "asking where the upload goes", environment=os.environ).strip())


def upload(files: Sequence[Path], attestations: Sequence[Path] = ()) -> None:
    """Uploads `files` to the repository that the `TWINE_*` variables name, with their attestations, which lie beside
    them.  Raises ProblemsError."""
    command = [sys.executable, "-m", "twine", "upload", "--non-interactive", "--disable-progress-bar"]
    command += ["--attestations"] if attestations else []
    run([*command, *map(str, (*files, *attestations))], "the upload", environment=os.environ)
