"""What tests of several rooms share."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from loopback_index import Index, running_index

settings.register_profile("fixed", derandomize=True, deadline=None)
"""The same examples in every run, so that a red build tells of a change, however busy the machine is."""
settings.register_profile("explore", settings.get_profile("fixed"), derandomize=False)
"""Other examples in every run: `make test TESTS=--hypothesis-profile=explore`."""
settings.load_profile("fixed")


@pytest.fixture(scope="session", autouse=True)
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests, and the programs that they start, find nothing that other runs have kept, and leave nothing."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("caches"))
    yield
    os.environ.pop("XDG_CACHE_HOME")
    if before is not None:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """An empty package index on loopback."""
    folder = tmp_path / "index"
    folder.mkdir()
    with running_index(folder) as found:
        yield found


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    """No thread and no socket outlives the tests.  One that was dropped open is an error where it was (`error`)."""
    threads, sockets = set(threading.enumerate()), open_sockets()
    yield
    gc.collect()
    # Trio keeps its idle workers for ten seconds, as daemons.
    left = [each for each in threading.enumerate() if each not in threads and not each.name.startswith("Trio thread")]
    assert left == []
    assert open_sockets() - sockets == set()


def open_sockets() -> set[str]:
    """The sockets of this process, where the system says; nothing elsewhere."""
    folder = Path("/proc/self/fd")
    found: set[str] = set()
    for descriptor in folder.iterdir() if folder.is_dir() else ():
        try:
            target = str(descriptor.readlink())
        except OSError:  # the one that listed the folder is closed by now
            continue
        if target.startswith("socket:"):
            found.add(target)
    return found
