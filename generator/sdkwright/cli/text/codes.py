"""The table of problem codes as people read it: `docs/errors.md`, and what `sdkwright explain` prints."""

from __future__ import annotations

from textwrap import indent

from sdkwright.problems import Problem, ProblemCode, ProblemsError, Severity, codes, nearest, shown
from sdkwright.problems.code import Where
from sdkwright.problems.codes.output import UNKNOWN_CODE

PAGE = """\
# Problems and their codes

Everything that sdkwright refuses or warns of has a code, which stands in brackets behind the message, as `code` in the
results of `--format json`, and as the title of an annotation of `--format github`. `sdkwright explain CODE` prints what
this page says about one.

A code says what is wrong and not how bad it is: where a client can do without the part, the problem is a warning, else
an error. `--strict` makes each warning an error, and looks at components that nothing uses, too.

<!-- Made from generator/sdkwright/problems/codes/ by `make cases`. -->
"""
_LONGEST_TYPED = 100
"""Characters of a code beyond which no like one is looked for."""


def page() -> str:
    """`docs/errors.md`: every code in the order of a run, with what it means, what to do, and its example."""
    parts = [PAGE]
    for title, chapter in codes.CHAPTERS.items():
        parts.append(f"\n## {title}\n")
        parts += [_section(code) for code in codes.codes_of(chapter)]
    return "".join(parts)


def _section(code: ProblemCode) -> str:
    example = code.example
    if example.where is Where.SITUATION:
        shown_example = f"{example.where.value} {example.text}\n"
    else:
        language = "json" if example.text.startswith('{"') else "yaml"
        shown_example = f"{example.where.value}:\n\n```{language}\n{example.text}\n```\n"
    return f"\n### {code}\n\n{code.what}\n\n**What to do:** {code.remedy}\n\n{shown_example}"


def explained(code: ProblemCode) -> str:
    """What a terminal shows of one code."""
    example = code.example
    if example.where is Where.SITUATION:
        last = f"{example.where.value} {example.text}"
    else:
        last = f"{example.where.value}:\n\n{indent(example.text, '    ')}"
    return f"{code}\n\n{code.what}\n\nWhat to do: {code.remedy}\n\n{last}"


def listed() -> list[str]:
    """A line a code."""
    width = max(map(len, codes.TABLE))
    return [f"{code.ljust(width)}  {code.what.partition('. ')[0].rstrip('.')}" for code in codes.TABLE.values()]


def found(name: str) -> ProblemCode:
    """The code that was typed.  Raises ProblemsError, which names the nearest one."""
    code = codes.TABLE.get(name)
    if code is not None:
        return code
    near = nearest(name.lower(), codes.TABLE, 0.5) if len(name) < _LONGEST_TYPED else None
    message = f"There is no problem code {shown(name)}"
    raise ProblemsError([Problem(Severity.ERROR, UNKNOWN_CODE, message, f"Did you mean {near}?" if near else "")])
