"""`sdkwright docs`: the docs of the SDK in the output folder as a site, which is built, or built and shown."""

from __future__ import annotations

import argparse
import signal
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.listening import listening
from sdkwright.site import build_site

HOST = "127.0.0.1"


def run(typed: argparse.Namespace, console: Console) -> int:
    console.stage("build")
    pages = build_site(typed.out, typed.site)
    console.settle()
    console.say(f"{typed.site}: {pages.count} pages")
    if typed.action == "build":
        return DONE
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C, which a shell's background does not get
    handler = partial(_Handler, directory=str(typed.site))
    with listening(lambda: ThreadingHTTPServer((HOST, typed.port), handler), typed.port) as server:
        server.daemon_threads = True
        console.say(f"The docs are at http://{HOST}:{server.server_port}/.  Ctrl-C ends it.")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.say("Ended.")
    return DONE


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: that somebody reads is no news."""
