"""Attestations of what is uploaded (PEP 740): signed statements, which index shows beside a file who built it.

They are made by others, for files that a dry run has left behind; here they are compared with what was built again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import ATTESTATION

ENDING = ".attestation"
"""The name of an attestation is that of its file, a word for its kind, and this: `x.whl.publish.attestation`."""


def attested(files: list[Path], folder: Path) -> list[Path]:
    """The attestations in `folder`, copied beside each of `files`, which they must be of.

    Raises ProblemsError where one is missing, cannot be read, or speaks of other content.
    """
    found: list[Path] = []
    for file in files:
        of_file = sorted(path for path in folder.glob(f"*{ENDING}") if path.name.startswith(f"{file.name}."))
        if not of_file:
            raise _error(f"There is no attestation of `{file.name}`", folder)
        for path in of_file:
            if _subjects(path).get(file.name) != hashlib.sha256(file.read_bytes()).hexdigest():
                raise _error(f"The attestation is not of the `{file.name}` that was built now", path)
            found.append(Path(shutil.copyfile(path, file.with_name(path.name))))
    return found


def _subjects(path: Path) -> dict[str, str]:
    """The files that an attestation is of, and their SHA-256: the subjects of the in-toto statement in it."""
    try:
        attestation: dict[str, Any] = json.loads(path.read_bytes())
        statement: dict[str, Any] = json.loads(base64.b64decode(attestation["envelope"]["statement"], validate=True))
        return {subject["name"]: subject["digest"]["sha256"] for subject in statement["subject"]}
    except (ValueError, KeyError, TypeError):
        raise _error("This is no attestation of a file", path) from None


def _error(message: str, place: Path) -> ProblemsError:
    return ProblemsError([Problem(Severity.ERROR, ATTESTATION, message, position=Position(str(place)))])
