"""`sdkwright explain`: what the code of a problem means."""

from __future__ import annotations

import argparse

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.text.codes import explained, found, listed
from sdkwright.problems.codes import TABLE


def run(typed: argparse.Namespace, console: Console) -> int:
    if typed.code is None:
        for line in listed():
            console.say(line)
        console.result(codes=list(TABLE))
        return DONE
    code = found(typed.code)
    console.say(explained(code))
    example = {"where": code.example.where.value, "text": code.example.text}
    console.result(code=code, what=code.what, remedy=code.remedy, example=example)
    return DONE
