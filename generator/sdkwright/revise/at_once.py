"""An edit of texts that are found in the file itself, so that nothing else of the document need be read.

What was read, checked and planned before stands as it is: the bytes around the texts are the same, nothing on the way
to the plan looks into them, and their own lines are read by themselves.
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
from sdkwright.revise.kept import Kept, document_of, put_texts, read_text, read_views
from sdkwright.revise.result import Changed, Revised, more_depends_on, result_of
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.openapi.syntax.edit import Edit

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

    try:
        new = read_source(inputs.spec, spec)
    except ProblemsError:  # The whole run says it.
        return None
    edit = _edit(Source(spec, inputs.spec, text), new, kept)
    told = None if edit is None else _moved(problems, spec, edit)
    if edit is None or told is None:
        return None
    texts = {change.number: change.after for change in edit.changes}
    if any(kept.texts[change.number] != change.before for change in edit.changes) or more_depends_on(kept, texts):
        return None
    root = document_of(kept)
    put_texts(root, kept, texts)
    read = {**record.read, spec: new.digest}
    changed = Changed(texts, told, data_digest(root), read, new.text)
    return result_of(record, inputs, replace(kept, keys=edit.keys), last, changed)


def _edit(old: Source, new: Source, kept: Kept) -> Edit | None:
    """What was edited.  A text that begins with a brace is JSON, or YAML of which no key is kept."""
    if old.text.lstrip().startswith("{"):
        from sdkwright.openapi.syntax.json_entry import edit_in_json

        return edit_in_json(old, new, kept.keys, [str(place[1]) if place else "" for place in kept.places])

    from sdkwright.openapi.syntax.entry import edit_of  # Its parser is for those who come so far.

    return edit_of(old, new, kept.keys)


def _moved(problems: tuple[Problem, ...], file: str, edit: Edit) -> tuple[Problem, ...] | None:
    """The problems where they stand now; None where one is within the edit, or says itself where something stands."""
    found: list[Problem] = []
    for one in problems:
        if any(_NAMES_A_LINE.search(said) or f"{file}:" in said for said in (one.message, one.remedy)):
            return None
        if one.position is None or one.position.file != file:
            found.append(one)
            continue
        now = edit.moved(one.position)
        if now is None:
            return None
        found.append(replace(one, position=now))
    return tuple(found)
