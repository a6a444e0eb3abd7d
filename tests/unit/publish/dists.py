"""A wheel that upload tools take, without a build."""

from __future__ import annotations

import zipfile
from pathlib import Path

METADATA = "Metadata-Version: 2.1\nName: mini-sdk\nVersion: 1.0\n"


def write_wheel(folder: Path) -> Path:
    """Writes it into a new folder."""
    folder.mkdir()
    path = folder / "mini_sdk-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mini_sdk-1.0.dist-info/METADATA", METADATA)
        archive.writestr("mini_sdk-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("mini_sdk-1.0.dist-info/RECORD", "")
    return path
