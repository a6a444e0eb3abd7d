"""What stands before the index while an upload is killed: it lets one file through, and holds the next one."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from loopback_index import Index


@dataclass
class Relay:
    """Its address, and what happened."""

    url: str = ""
    uploads: int = 0
    held: threading.Event = field(default_factory=threading.Event)
    """The second file is on its way, and will never arrive."""
    ended: threading.Event = field(default_factory=threading.Event)


@contextmanager
def holding_the_second(index: Index) -> Iterator[Relay]:
    """A server on loopback that hands the first upload on to the index."""
    relay = Relay()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            relay.uploads += 1
            if relay.uploads > 1:
                relay.held.set()
                relay.ended.wait()
                return
            headers = {name: self.headers[name] for name in ("Content-Type", "Authorization")}
            request = urllib.request.Request(f"{index.url}/", body, headers)
            with urllib.request.urlopen(request) as answer:
                self.send_response(answer.status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Logs nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        relay.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield relay
        finally:
            relay.ended.set()
            server.shutdown()
            thread.join()
