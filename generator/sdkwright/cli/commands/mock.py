"""`sdkwright mock`: answers on loopback as the document says, for trying an SDK without its API."""

from __future__ import annotations

import argparse
import gc
import signal
import sys

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.listening import listening
from sdkwright.cli.steps import inputs_of, loaded_of, tell, timings
from sdkwright.mock import mock_server
from sdkwright.normalise import offered, within
from sdkwright.openapi.data import one_line
from sdkwright.pipeline import analyse
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    loaded = loaded_of(inputs_of(typed), typed, stages)
    api, problems = analyse(loaded, stages)
    tell(False, console, problems)
    timings(typed, console, stages)
    console.settle()
    gc.freeze()  # The document lives to the end; what requests leave behind is collected.
    gc.enable()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C, which a shell's background does not get

    def say(line: str) -> None:
        console.say(one_line(line))  # titles and addresses are of others: they move no cursor and start no line
        sys.stdout.flush()  # whoever waits for the address reads a pipe

    api = offered(within(api))
    with listening(lambda: mock_server(api, loaded.document, typed.port, say), typed.port) as server:
        count = len(api.operations)
        say(f"{api.title}: {count} operation{'s' if count != 1 else ''} at {server.url}")
        for url in server.token_urls:
            say(f"Tokens are at {url}: give the client that as `token_url`, beside `client_id` and `client_secret`.")
        say("Prefer: code=404 in a request asks for another answer.  Ctrl-C ends it.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Ended.")
    return DONE
