"""Servers on loopback, on the port that is typed."""

from __future__ import annotations

from collections.abc import Callable
from socketserver import BaseServer
from typing import TypeVar

from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.site import PORT

S = TypeVar("S", bound=BaseServer)


def listening(make: Callable[[], S], port: int) -> S:
    """The server that `make` makes, which listens at once.  Raises ProblemsError if the port cannot be had."""
    try:
        return make()
    except OSError as error:
        message = f"No server can listen on port {port}: {error.strerror}"
        raise ProblemsError([Problem(Severity.ERROR, PORT, message)]) from None
