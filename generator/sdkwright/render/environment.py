"""The Jinja environment: templates print `Code` and what their own macros made of it, and nothing else.

Autoescape is on for one reason: macros then return `Markup`, which tells their text from any other string.  `Code` is
turned into `Markup` as it is; every other value, `Prose` above all, is refused.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from sdkwright.text.kinds import Code, Prose

_HERE = Path(__file__).resolve().parent.parent


class UnsafePrintError(TypeError):
    """A template tried to print something that is not `Code`."""


def templates_folder() -> Path:
    """The templates: inside the installed package, else beside it in the project."""
    shipped = _HERE / "_templates"
    return shipped if shipped.is_dir() else _HERE.parent.parent / "templates"


def finalize(value: object) -> Markup:
    """What Jinja calls on the value of every `{{ … }}`."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Code):
        return Markup(value)
    kind = "text of a document" if isinstance(value, Prose) else type(value).__name__
    raise UnsafePrintError(f"a template printed {kind} without a sink")


@cache
def environment() -> jinja2.Environment:
    """The one environment, made on first use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_folder()),
        autoescape=True,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Nothing that could compute or reach out: templates print fields and call their own macros.
    made.filters.clear()
    made.globals.clear()
    made.tests.clear()
    return made


def render_template(name: str, **context: object) -> str:
    """The text of one template."""
    return environment().get_template(name).render(**context)
