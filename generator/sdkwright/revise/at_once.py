"""An edit of one text that is found in the file itself, so that nothing else of the document need be read.

What was read, checked and planned before it stands as it is: the bytes around the text are the same, nothing on the way
to the plan looks into it, and its own lines are read by themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdkwright.cache import Record, digest_of, read_record, still_stands
from sdkwright.frozen import replace
from sdkwright.inputs import Inputs
from sdkwright.openapi.digest import data_digest
from sdkwright.openapi.syntax.source import STANDARD_INPUT, Source, read_source
from sdkwright.output import read_manifest
from sdkwright.problems import Problem, ProblemsError
from sdkwright.revise.kept import document_of, put_texts, read_text, read_views
from sdkwright.revise.result import Changed, Revised, more_depends_on, result_of
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.openapi.syntax.entry import Edit

_NAMES_A_LINE = re.compile(r"\bline \d")


def revise_at_once(inputs: Inputs, stages: Stages) -> Revised | None:
    """What the run makes; None where that is not certain."""
    record = read_record(inputs.out)
    if record is None or record.problems is None or inputs.options is not None:
        return None
    with stages.stage("revise"):
        return _revised(record, record.problems, inputs)


def _revised(record: Record, problems: tuple[Problem, ...], inputs: Inputs) -> Revised | None:
    spec = str(inputs.spec)
    before = record.read.get(spec)
    others = ((path, known) for path, known in record.read.items() if path != spec)
    if before is None or spec == STANDARD_INPUT or any(digest_of(path) != known for path, known in others):
        return None
    text = read_text(inputs.out, before)
    if text is None or not still_stands(record, inputs):
        return None
    kept, last = read_views(inputs.out, record.run), read_manifest(inputs.out)
    if kept is None or last is None or kept.manifest != record.manifest or last.others:
        return None

    from sdkwright.openapi.syntax.entry import edit_of  # Its parser of YAML is for those who come so far.

    try:
        new = read_source(inputs.spec, spec)
    except ProblemsError:  # The whole run says it.
        return None
    edit = edit_of(Source(spec, inputs.spec, text), new, kept.keys)
    told = None if edit is None else _moved(problems, spec, edit)
    if edit is None or told is None:
        return None
    number = kept.keys.index(edit.key)
    texts = {number: edit.after}
    if kept.texts[number] != edit.before or more_depends_on(kept, texts):
        return None
    root = document_of(kept)
    put_texts(root, kept, texts)
    keys = tuple(key + edit.characters if key > edit.key else key for key in kept.keys)
    read = {**record.read, spec: new.digest}
    changed = Changed(texts, told, data_digest(root), read, new.text)
    return result_of(record, inputs, replace(kept, keys=keys), last, changed)


def _moved(problems: tuple[Problem, ...], file: str, edit: Edit) -> tuple[Problem, ...] | None:
    """The problems where they stand now; None where one is among the lines of the edit, or names a line itself."""
    here = [one.position for one in problems if one.position is not None and one.position.file == file]
    if any(edit.first <= place.line < edit.end for place in here):
        return None
    if any(_NAMES_A_LINE.search(said) for one in problems for said in (one.message, one.remedy)):
        return None
    return tuple(_below(one, file, edit) for one in problems)


def _below(problem: Problem, file: str, edit: Edit) -> Problem:
    """The problem where it stands now."""
    place = problem.position
    if place is None or place.file != file or place.line < edit.end:
        return problem
    return replace(problem, position=replace(place, line=place.line + edit.lines))
