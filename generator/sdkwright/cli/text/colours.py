"""What stands out on a terminal."""

from __future__ import annotations

from sdkwright.problems import Severity

_RED, _GREEN, _CYAN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[36m", "\x1b[1m", "\x1b[0m"
_SEVERITIES = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_LINES = (("+++ ", _BOLD), ("--- ", _BOLD), ("@@", _CYAN), ("+", _GREEN), ("-", _RED))
"""How lines of a unified diff begin, the longer ones first."""


def problem(severity: Severity, text: str) -> str:
    """The text of a problem, its first word in colour."""
    word = severity.value
    return text.replace(word, f"{_SEVERITIES[severity]}{word}{_PLAIN}", 1)


def diff(lines: list[str]) -> list[str]:
    """The lines of a unified diff of one file.  The two that name it come first: below them, `---` is a line that
    went."""
    return [_line(line, _LINES if number < 2 else _LINES[2:]) for number, line in enumerate(lines)]


def _line(line: str, kinds: tuple[tuple[str, str], ...]) -> str:
    for start, colour in kinds:
        if line.startswith(start):
            return f"{colour}{line}{_PLAIN}"
    return line
