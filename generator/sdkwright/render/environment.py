"""The Jinja environment: templates print `Code` and what their own macros made of it, and nothing else.

Autoescape is on for one reason: macros then return `Markup`, which tells their text from any other string.  `Code` is
printed as it is, and so is `Markup`; every other value, `Prose` above all, is refused.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from sdkwright.text.kinds import Code, Prose

_HERE = Path(__file__).resolve().parent.parent
_PRINTED = (Code, Markup)


class UnsafePrintError(TypeError):
    """A template tried to print something that is not `Code`."""


def templates_folder() -> Path:
    """The templates: inside the installed package, else beside it in the project."""
    shipped = _HERE / "_templates"
    return shipped if shipped.is_dir() else _HERE.parent.parent / "templates"


def finalize(value: object) -> Code | Markup:
    """What Jinja calls on the value of every `{{ … }}`."""
    if isinstance(value, _PRINTED):
        return value
    kind = "text of a document" if isinstance(value, Prose) else type(value).__name__
    raise UnsafePrintError(f"a template printed {kind} without a sink")


class _Compiler(CodeGenerator):
    """Compiles templates so that what `finalize` lets through is printed, and not escaped once more.

    A field is read as Python reads it: one that is not there is an error, and no item."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja calls it so.
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        assert finalize.src is not None, "the environment has its own"
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class Compiled(jinja2.BytecodeCache):
    """Compiled templates, kept where Python keeps compiled modules (`__pycache__`) and by the same rules."""

    def __init__(self, folder: Path) -> None:
        made_by = Path(__file__).read_bytes() + jinja2.__version__.encode()
        self._ending = f".{sha256(made_by).hexdigest()[:16]}.pyc"
        self._folder = Path(cache_from_source(str(folder / "templates"))).parent

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes what was kept, if it is whole and of the same text."""
        try:
            with (self._folder / f"{bucket.key}{self._ending}").open("rb") as kept:
                bucket.load_bytecode(kept)
        except (OSError, EOFError, ValueError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it; in a folder of somebody else's each run compiles anew."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            staged = self._folder / f"{bucket.key}.{os.getpid()}"
            staged.write_bytes(bucket.bytecode_to_string())
            staged.replace(self._folder / f"{bucket.key}{self._ending}")


@cache
def environment() -> jinja2.Environment:
    """The one environment, made on first use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_folder()),
        bytecode_cache=Compiled(templates_folder()),
        auto_reload=False,
        autoescape=True,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.code_generator_class = _Compiler
    # Nothing that could compute or reach out: templates print fields and call their own macros.
    made.filters.clear()
    made.globals.clear()
    made.tests.clear()
    return made


def render_template(name: str, **context: object) -> str:
    """The text of one template."""
    return environment().get_template(name).render(**context)
