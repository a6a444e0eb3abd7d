"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback_index import Index, running_index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """An empty package index on loopback."""
    folder = tmp_path / "index"
    folder.mkdir()
    with running_index(folder) as found:
        yield found
