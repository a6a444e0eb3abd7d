"""Measures what SDKs cost and writes the tables (`make bench-runtime`).

    python -m scripts.bench_runtime                                  the sessions SDK and the streaming one
        --document spec.yaml [--config gen.yaml] [--subject calls.yaml]   also the SDK of any document; without a
                                                                     subject file its calls are found
        --sdk 'package:Class(arguments):sdk.method(...)' [--answer answer.json]   also an installed SDK
        --only import,calls,loopback,events,memory                   some parts
        --write docs/benchmarks.md                                   where the Markdown goes; without it, nowhere

Options may be given several times; `--config`, `--subject` and `--answer` belong to the option before them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from . import discover
from .rows import Row, markdown
from .startup import startup_rows
from .subjects import Subject, installed_subject, read_subject

HERE = Path(__file__).absolute().parent
ROOT = HERE.parent.parent
PARTS = ("import", "calls", "loopback", "events", "memory")
PACKAGES = ("pydantic", "pydantic-core", "httpx2", "httpx", "anyio")
INTRODUCTION = """\
# Benchmarks

Written by `make bench-runtime`. Every number stands beside a floor that was measured in the same run: the bare
interpreter, the HTTP library alone, code written by hand with plain pydantic models, or `validate_json` of the same
bytes. Calls are measured in paired rounds, in turn; a result is the median of the rounds' ratios. Start-up is the least
of 20 fresh interpreters with compiled bytecode.

Before each turn in a round the garbage collector makes a full pass, which is not counted: a large answer has so many
objects that such a pass is due at every third or fourth one, and would fall by chance on what is measured or on its
floor (which made a ratio of 1.01 anything from 0.98 to 1.13). Passes that a function sets off by itself are counted.

`make bench-runtime` measures the SDK of this repository and a small one whose answers are streams. Others are named in
`ARGS`, several if need be: `--document spec.yaml --config gen.yaml` makes an SDK, finds calls and answers for it, and
calls it "API" with its size; `--sdk 'package:Client(api_key="key"):sdk.things.list()' --answer answer.json` takes an
SDK that is installed in `.venv`. `--only import,calls,loopback,events,memory` measures some parts, and the exit status
is 1 if a target is missed. On a machine that does other work, run it twice: ratios of calls vary by a few hundredths.

The null transport takes the place of the HTTP library's own: everything above it runs. "Written by hand" means a
pydantic model with exactly the members of the body, `content=` and `raise_for_status()`. A large answer
has 1 MB: after ten milliseconds of validation the call around it runs with cold caches, some tenths of a millisecond
that code written by hand pays as well.
"""


@dataclass
class Wanted:
    """One document or installed SDK of the command line."""

    kind: str
    text: str
    config: Path | None = None
    subject: Path | None = None
    answer: Path | None = None


class Following(argparse.Action):
    """An option that belongs to the `--document` or `--sdk` before it."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Store the path with the subject before it."""
        if not namespace.wanted:
            parser.error(f"{option} stands after --document or --sdk")
        setattr(namespace.wanted[-1], self.dest, Path(values))


class Beginning(argparse.Action):
    """`--document` and `--sdk`."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Begin another subject."""
        namespace.wanted.append(Wanted(str(option).removeprefix("--"), str(values)))


def main() -> int:
    """Measure, print, write; exit status 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="bench-runtime")
    parser.set_defaults(wanted=[])
    parser.add_argument("--document", action=Beginning, metavar="FILE")
    parser.add_argument("--sdk", action=Beginning, metavar="package:Class:expression")
    for name in ("config", "subject", "answer"):
        parser.add_argument(f"--{name}", action=Following, metavar="FILE")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--no-own", action="store_true", help="leave out the sessions SDK and the streaming one")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subjects = [] if options.no_own else own_subjects(Path(folder))
        subjects += [wanted_subject(each, Path(folder) / str(index)) for index, each in enumerate(options.wanted)]
        rows = measured(subjects, options.only.split(","), Path(folder))
    text = markdown(rows)
    sys.stdout.write(f"\n{machine()}\n\n{text}")
    if options.write is not None:
        below = others_part(options.write)
        options.write.write_text(f"{INTRODUCTION}\n{machine()}\n\n{text}{below}", encoding="utf-8")
    return int(any(row.verdict == "missed" for row in rows))


def others_part(page: Path) -> str:
    """What other commands have written to the page, below their marks."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    at = text.find("\n<!-- What follows is written by ")
    return "" if at < 0 else text[at:]


def own_subjects(folder: Path) -> list[Subject]:
    """The committed SDK with the calls of `sessions.yaml`, and a small one that streams."""
    sessions, streaming = folder / "sessions", folder / "streaming"
    shutil.copytree(ROOT / "generated" / "src", sessions, ignore=shutil.ignore_patterns("__pycache__"))
    discover.generate(HERE / "streaming.openapi.yaml", HERE / "streaming.gen.yaml", streaming)
    return [
        read_subject(HERE / "sessions.yaml", sessions, "sessions"),
        read_subject(HERE / "streaming.yaml", streaming / "src", "streaming"),
    ]


def wanted_subject(wanted: Wanted, out: Path) -> Subject:
    """The subject that the command line names."""
    if wanted.kind == "sdk":
        answer: Any = json.loads(wanted.answer.read_text(encoding="utf-8")) if wanted.answer else {}
        return installed_subject(wanted.text, answer)
    document = Path(wanted.text).resolve()
    config = wanted.config.resolve() if wanted.config else None
    discover.generate(document, config, out)
    if wanted.subject is not None:
        return read_subject(wanted.subject, out / "src", wanted.subject.stem)
    return discover.candidates(document, config, out)


def measured(subjects: list[Subject], parts: list[str], folder: Path) -> list[Row]:
    """The rows of all parts, by part: each step runs in a process of its own."""
    known = [Subject.from_json(step("probe", subject, folder)) for subject in subjects]
    for subject in known:
        sys.stderr.write(f"{subject.name}: {', '.join(f'{one.role} {one.label}' for one in subject.calls)}\n")
    rows: list[Row] = []
    for part in parts:
        for subject in known:
            sys.stderr.write(f"{part}: {subject.name}\n")
            if part == "import":
                rows += startup_rows(subject)
            else:
                rows += [Row(**row) for row in json.loads(step(part, subject, folder))]
    return rows


def step(name: str, subject: Subject, folder: Path) -> str:
    """What `worker` wrote.  Raises `subprocess.CalledProcessError`."""
    subject_file, result = folder / "subject.json", folder / "result.json"
    subject_file.write_text(subject.to_json(), encoding="utf-8")
    command = [sys.executable, "-m", f"{__package__}.worker", name, str(subject_file), str(result)]
    subprocess.run(command, check=True, cwd=ROOT)
    return result.read_text(encoding="utf-8")


def machine() -> str:
    """Machine and versions."""
    processor = platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text(encoding="utf-8", errors="replace").splitlines()
        processor = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), processor)
    versions = [f"{name} {metadata.version(name)}" for name in PACKAGES if _installed(name)]
    return (
        f"Machine: {processor}, {os.cpu_count()} cores, {platform.system()}. "
        f"{platform.python_implementation()} {platform.python_version()}; {', '.join(versions)}."
    )


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    raise SystemExit(main())
