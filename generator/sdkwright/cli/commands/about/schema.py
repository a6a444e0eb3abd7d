"""`sdkwright schema`: the JSON Schema of gen.yaml, for editors."""

from __future__ import annotations

import argparse

from sdkwright.cli.console import DONE, Console
from sdkwright.options.schema import FILE, schema, schema_text


def run(typed: argparse.Namespace, console: Console) -> int:
    console.say(str(FILE) if typed.path else schema_text().rstrip("\n"))
    console.result(path=str(FILE), schema=schema())
    return DONE
