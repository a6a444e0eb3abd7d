"""The real command, as a program of its own, and the address that it prints."""

from __future__ import annotations

import queue
import re
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_ADDRESS = re.compile(r" at (http://127\.0\.0\.1:\d+)(?:$|/)")


@dataclass
class Mock:
    """A running server: where it is, and what it has printed."""

    url: str = ""
    lines: list[str] = field(default_factory=list[str])
    status: int | None = None
    """Its exit status, once it has ended."""


@contextmanager
def mocking(document: Path, *options: str) -> Generator[Mock]:
    """The mock server of a document, on a free port."""
    with running("mock", str(document), *options, folder=document.parent) as mock:
        yield mock


@contextmanager
def running(*arguments: str, folder: Path) -> Generator[Mock]:
    """A command that serves until it is ended, here by the signal that every shell sends."""
    mock = Mock()
    found: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen(stream: IO[str]) -> None:
        for line in stream:
            mock.lines.append(line.rstrip("\n"))
            address = _ADDRESS.search(mock.lines[-1])
            if address is not None:
                found.put(address[1])
        found.put(None)

    command = [sys.executable, "-m", "sdkwright", *arguments]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=folder,
    ) as process:
        assert process.stdout is not None
        reader = threading.Thread(target=listen, args=(process.stdout,))
        reader.start()
        try:
            url = found.get()
            assert url is not None, "\n".join(mock.lines)
            mock.url = url
            yield mock
        finally:
            process.terminate()
            mock.status = process.wait()
            reader.join()
