"""What can be typed: commands, options and their help.  Data for argparse; what they do stands in `commands/`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from sdkwright import __version__
from sdkwright.cli.find_inputs import OUT
from sdkwright.cli.text.few import SHOW_ALL
from sdkwright.cli.typed.hints import Parser

FORMATS = ("text", "json", "github")
SHELLS = ("bash", "zsh", "fish")
VALUES = ("api", "names", "sdk")
SUBSET = {
    "include_tags": "only operations with this tag, or below a path that is included",
    "include_paths": "only operations at this path and below; * is anything in a segment, ** anything",
    "exclude_tags": "no operation with this tag",
    "exclude_paths": "no operation at this path or below",
}
"""By the field of the options that it adds to: an option with its help."""
EXITS = "exit status: 0 done, 1 problems or drift, 2 wrong usage, 130 interrupted"


def parser() -> Parser:
    """The parser of the whole command line."""
    top = Parser(
        prog="sdkwright",
        description="Generates a typed Python SDK and its reference docs from an OpenAPI document, offline.",
        epilog=EXITS,
        allow_abbrev=False,
    )
    top.add_argument("-V", "--version", action="version", version=f"sdkwright {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    generate = _command(commands.add_parser, "generate", "write the SDK of the document into the output folder")
    _generating(generate)
    watch = _command(commands.add_parser, "watch", "generate again whenever the document or its options are saved")
    _generating(watch)

    check = _command(commands.add_parser, "check", "say where the output folder differs from what would be generated")
    _inputs(check)
    _reporting(check)
    check.add_argument("--diff", action="store_true", help="show a unified diff of each file that differs")

    check.add_argument("--fail-on", choices=("breaking",), help="end with exit status 1 if callers break, too")
    check.add_argument("--against", metavar="REVISION", help="count changes for callers since this revision of git")

    diff = _command(commands.add_parser, "diff", "say what changed for callers of the SDK, and what breaks them")
    diff.add_argument("old", nargs="?", metavar="OLD", help="a document or the folder of an SDK (default: --out)")
    diff.add_argument("new", nargs="?", metavar="NEW", help="the same, to compare with (default: --spec)")
    diff.add_argument("--against", metavar="REVISION", help="compare with what git has at this revision")
    diff.add_argument("--fail-on", choices=("breaking", "any"), help="end with exit status 1 if there is such a change")
    diff.add_argument("--ignore", type=Path, metavar="FILE", help="changes that may pass: rule, subject, reason, until")
    _inputs(diff, document=False)
    _reporting(diff, formats=(*FORMATS, "markdown"))

    validate = _command(commands.add_parser, "validate", "check the document and the options, and generate nothing")
    _inputs(validate, out=False)
    _reporting(validate)

    names = _command(
        commands.add_parser, "names", "print every Python name, the reason for it, and where it comes from"
    )
    to_write = names.add_mutually_exclusive_group()
    to_write.add_argument("--bind", action="store_true", help="let the names of a draft hold from now on")
    told = "publish another name for something; the old one still works"
    to_write.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help=told)
    told = "forget every published name, and make all names anew"
    to_write.add_argument("--release-names", action="store_true", help=told)
    _inputs(names)
    _reporting(names)

    dump = _command(commands.add_parser, "dump", "print a value between two stages as JSON, for work on sdkwright")
    dump.add_argument("value", choices=VALUES, help="what the service is, what all is called, or what the package says")
    dump.add_argument("--only", metavar="PREFIX", help="only the parts whose id, name or key begins with this")
    _inputs(dump)
    _reporting(dump)

    explain = _command(commands.add_parser, "explain", "say what the code of a problem means and what to do")
    explain.add_argument("code", nargs="?", metavar="CODE", help="the code, such as dangling-ref (default: list all)")
    _reporting(explain, strict=False, timings=False)

    schema = _command(commands.add_parser, "schema", "print the JSON Schema of gen.yaml, for editors")
    schema.add_argument("--path", action="store_true", help="print where it stands as a file instead")
    _reporting(schema, strict=False, timings=False)

    init = _command(commands.add_parser, "init", "write gen.yaml and a Makefile for a new project")
    init.add_argument(
        "document", nargs="?", metavar="DOCUMENT", help="the OpenAPI document (default: the one in this folder)"
    )
    told = "take over the options of another generator: stainless.yml, generators.yml, openapi-python-client, ..."
    init.add_argument("--from", dest="origin", type=Path, metavar="FILE", help=told)
    init.add_argument("--pre-commit", action="store_true", help="ask git to check before a commit, too")
    init.add_argument("--github", action="store_true", help="write workflows that regenerate, check and publish, too")
    _ref_root(init)
    _reporting(init, strict=False)

    completion = _command(commands.add_parser, "completion", "print the script by which a shell completes commands")
    completion.add_argument("shell", choices=SHELLS, help="the shell that reads it")
    _reporting(completion, strict=False, timings=False)

    mock = _command(commands.add_parser, "mock", "answer on loopback as the document says, to try the SDK")
    _inputs(mock, out=False)
    _reporting(mock, strict=False, formats=("text",))
    mock.add_argument("--port", type=port, metavar="PORT", default=0, help="default: a free one")

    docs = _command(commands.add_parser, "docs", "make the docs of the SDK in the output folder a site")
    docs.add_argument("action", choices=("build", "serve"), help="write the site; or write it and show it on loopback")
    docs.add_argument("--site", type=Path, metavar="FOLDER", default=Path("site"), help="where to (default: site)")
    docs.add_argument("--port", type=port, metavar="PORT", default=0, help="of `serve` (default: a free one)")
    _out(docs)
    _reporting(docs, strict=False, timings=False, formats=("text",))

    release = _command(
        commands.add_parser, "release", "choose the next version, write its notes, and generate the SDK with it"
    )
    _inputs(release)
    _reporting(release)
    told = "the next version (default: by what changed for callers)"
    release.add_argument("--version", dest="chosen", metavar="VERSION", help=told)
    release.add_argument("--against", metavar="REVISION", help="what was released last, where git has it")
    release.add_argument("--dry-run", action="store_true", help="say what would be released, and write nothing")

    publish = _command(commands.add_parser, "publish", "build, try and upload the SDK in the output folder")
    _inputs(publish)
    _reporting(publish)
    publish.add_argument("--index-url", metavar="URL", help="the Simple API that is asked for earlier releases")
    publish.add_argument("--requirements", type=Path, metavar="FILE", help="a hashed lock file for the trial")
    publish.add_argument("--dist", type=Path, metavar="FOLDER", help="leave the built files there")
    publish.add_argument(
        "--attestations", type=Path, metavar="FOLDER", help="signed statements (PEP 740) to upload, too"
    )
    publish.add_argument(
        "--dry-run", action="store_true", help="do everything but the upload, and say what would go where"
    )
    return top


def _command(add: Callable[..., argparse.ArgumentParser], name: str, does: str) -> argparse.ArgumentParser:
    return add(name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=EXITS, allow_abbrev=False)


def _generating(command: argparse.ArgumentParser) -> None:
    _inputs(command)
    _reporting(command)
    command.add_argument("--report", type=Path, metavar="FILE", help="write what became of every part of the document")
    command.add_argument("--force", action="store_true", help="do the work even if everything is up to date")
    command.add_argument("--overwrite", action="store_true", help="replace files that were edited or made by others")
    command.add_argument("--adopt", action="store_true", help="write into a folder that holds files of others")
    command.add_argument("--new-ledger", action="store_true", help="make names anew where the ledger is gone")


def _inputs(command: argparse.ArgumentParser, *, out: bool = True, document: bool = True) -> None:
    group = command.add_argument_group("input and output")
    if document:
        told = "the OpenAPI document; - reads standard input (default: --spec)"
        group.add_argument("document", nargs="?", metavar="DOCUMENT", help=told)
    group.add_argument("--spec", metavar="FILE", help="the same as an option (default: the document in this folder)")
    group.add_argument(
        "--config", type=Path, metavar="FILE", help="the options (default: gen.yaml beside the document, or here)"
    )
    group.add_argument(
        "--overlay",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help="an OpenAPI Overlay; may be repeated, applied in order",
    )
    _ref_root(group)
    _subset(command)
    if out:
        _out(group)


def port(text: str) -> int:
    """A port of this machine; 0 is one that is free.  Its name is what argparse calls it.  Raises ValueError."""
    number = int(text)
    if not 0 <= number < 2**16:
        raise ValueError(text)
    return number


def _out(group: argparse._ActionsContainer) -> None:  # pyright: ignore[reportPrivateUsage] - no public name
    group.add_argument(
        "--out", type=Path, metavar="FOLDER", default=Path(OUT), help=f"the output folder (default: {OUT})"
    )


def _subset(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("a part of the document", "each may be repeated; `sdkwright` in gen.yaml, too")
    for field, does in SUBSET.items():
        option = f"--{field.removesuffix('s').replace('_', '-')}"
        group.add_argument(option, dest=field, action="append", metavar=field.split("_")[1][:-1].upper(), help=does)


def _ref_root(group: argparse._ActionsContainer) -> None:  # pyright: ignore[reportPrivateUsage] - no public name
    group.add_argument(
        "--ref-root",
        type=Path,
        metavar="FOLDER",
        help="where the files of relative $refs may stand (default: the document's folder)",
    )


def _reporting(
    command: argparse.ArgumentParser, *, strict: bool = True, timings: bool = True, formats: Sequence[str] = FORMATS
) -> None:
    group = command.add_argument_group("reporting")
    group.add_argument("--format", choices=formats, default="text", help="how problems are printed (default: text)")
    if strict:
        group.add_argument("--strict", action="store_true", help="warnings are errors")
        group.add_argument(SHOW_ALL, action="store_true", help="show more than a few warnings of one kind")
    group.add_argument("-q", "--quiet", action="store_true", help="print problems and what was asked for, nothing else")
    if timings:
        group.add_argument("--timings", action="store_true", help="print how long each stage took")
    group.add_argument("--debug", action="store_true", help="show the traceback of an internal error")
