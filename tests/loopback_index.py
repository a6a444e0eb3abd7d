"""A package index on loopback: pypiserver, open to everybody, that knows no other index."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Index:
    """A running index: its address and the folder of its files."""

    url: str
    folder: Path

    @property
    def simple(self) -> str:
        """The address of its Simple API."""
        return f"{self.url}/simple/"

    def files(self) -> list[str]:
        """The names of the files that it has, sorted."""
        return sorted(path.name for path in self.folder.iterdir())


@contextmanager
def running_index(folder: Path) -> Iterator[Index]:
    """Runs the index over `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pypiserver", "run", "--interface", "127.0.0.1", "--port", str(port)]
    command += ["--server", "wsgiref", "--passwords", ".", "--authenticate", ".", "--disable-fallback", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port, server)
            yield Index(f"http://127.0.0.1:{port}", folder)
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Returns when something listens on the port; until then the kernel refuses at once."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionRefusedError:
            continue
        return
    raise RuntimeError("the index does not start")
