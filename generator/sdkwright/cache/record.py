"""What the last run made of which inputs: the record by which a run with nothing to do knows it.

The bytes of every file that was read count, what was typed, the generator itself, and the state of the output folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sdkwright.cache.generator import generator_digest
from sdkwright.cache.outputs import Outputs, look
from sdkwright.cache.place import keep, read_kept
from sdkwright.frozen import Frozen, replace
from sdkwright.inputs import Inputs
from sdkwright.output import MANIFEST, Manifest, digest, holds, leftovers, parse_manifest, read_regular
from sdkwright.problems import LeftOut, Position, Problem, Severity
from sdkwright.problems.codes import TABLE

_NAME = "record.json"


class Record(Frozen):
    """A run that ended well: its inputs, what it left, and what it said."""

    run: str
    """The digest of what was typed, and of the generator (`run_digest`)."""
    read: Mapping[str, str | None]
    """The digest of each file that was read; None for one that was looked for and not found."""
    manifest: str
    """The digest of the manifest."""
    outputs: Outputs
    package: str
    problems: tuple[Problem, ...] | None
    """The warnings; None where that run did not look for them."""
    is_draft: bool = False
    """The ledger that it left is a draft."""


def run_digest(inputs: Inputs) -> str:
    """What was typed, where, and the generator that reads it."""
    typed = [inputs.spec, inputs.out, inputs.config, inputs.ref_root, inputs.new_ledger, *inputs.overlays, Path.cwd()]
    subset = [f"{field} {one}" for field, named in sorted(inputs.subset.items()) for one in named]
    return digest("\n".join([generator_digest(), *map(str, typed), *subset]).encode("utf-8", "surrogateescape"))


def still_holds(record: Record, inputs: Inputs) -> bool:
    """Whether a run with these inputs would change nothing.  Contents are looked at where states of files differ."""
    return all(digest_of(path) == read for path, read in record.read.items()) and still_stands(record, inputs)


def still_stands(record: Record, inputs: Inputs) -> bool:
    """Whether the same was typed, to the same generator, and the folder is as that run has left it."""
    if record.run != run_digest(inputs):
        return False
    written = read_regular(inputs.out / MANIFEST)
    if written is None or digest(written) != record.manifest or leftovers(inputs.out):
        return False
    manifest = parse_manifest(written.decode("utf-8", errors="replace"))
    found = _look(inputs.out, manifest, record.package)
    if found == record.outputs:
        return True
    if found.names != record.outputs.names or not holds(manifest, inputs.out):
        return False
    _keep(replace(record, outputs=found), inputs.out)
    return True


def read_record(out: Path) -> Record | None:
    """What the last run has kept about `out`; None where there is nothing, or nothing that can be read."""
    content = read_kept(out, _NAME)
    if content is None:
        return None
    try:
        kept: dict[str, Any] = json.loads(content)
        problems = kept.pop("problems")
        outputs = Outputs(**kept.pop("outputs"))
        return Record(**kept, outputs=outputs, problems=None if problems is None else tuple(map(_problem, problems)))
    except (ValueError, TypeError, KeyError, AttributeError):  # It was cut short, or is of another version.
        return None


def write_record(
    inputs: Inputs,
    read: Mapping[str, str | None],
    package: str = "",
    problems: tuple[Problem, ...] | None = None,
    *,
    is_draft: bool = False,
) -> Record | None:
    """Keeps what a run of `inputs` has left, which must be all that it had to do; None where it has left nothing."""
    written = read_regular(inputs.out / MANIFEST)
    if written is None:
        return None
    manifest = parse_manifest(written.decode("utf-8", errors="replace"))
    outputs = _look(inputs.out, manifest, package)
    record = Record(run_digest(inputs), read, digest(written), outputs, package, problems, is_draft)
    _keep(record, inputs.out)
    return record


def _look(out: Path, manifest: Manifest, package: str) -> Outputs:
    return look(out, (MANIFEST, *manifest.files, *manifest.once), package)


def _keep(record: Record, out: Path) -> None:
    problems = None if record.problems is None else [_plain(problem) for problem in record.problems]
    seen = record.outputs
    outputs = {"names": seen.names, "states": seen.states, "others": seen.others}
    kept = {
        "run": record.run,
        "read": dict(record.read),
        "manifest": record.manifest,
        "outputs": outputs,
        "package": record.package,
        "problems": problems,
        "is_draft": record.is_draft,
    }
    keep(out, _NAME, (json.dumps(kept).encode(),))


def digest_of(path: str) -> str | None:
    """The digest of a file; None where there is none that can be read, as while an editor puts another in its place."""
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return None


def _plain(problem: Problem) -> dict[str, Any]:
    """A problem as plain data."""
    at, left_out = problem.position, problem.left_out
    return {
        "severity": problem.severity.value,
        "code": str(problem.code),
        "message": problem.message,
        "remedy": problem.remedy,
        "position": None if at is None else [at.file, at.line, at.column, at.text, at.skipped],
        "pointer": problem.pointer,
        "left_out": None if left_out is None else [left_out.kind, left_out.name, left_out.pointer],
        "of_unused": problem.of_unused,
    }


def _problem(kept: dict[str, Any]) -> Problem:
    """The problem that plain data says."""
    at, left_out = kept.pop("position"), kept.pop("left_out")
    return Problem(
        Severity(kept.pop("severity")),
        TABLE[kept.pop("code")],
        position=None if at is None else Position(*at),
        left_out=None if left_out is None else LeftOut(*left_out),
        **kept,
    )
