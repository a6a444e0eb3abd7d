"""What a run makes of a document of which texts alone were edited, and of which of them that can be told."""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.cache import Record
from sdkwright.docs.reader.text.hints import may_link
from sdkwright.frozen import Frozen, replace
from sdkwright.inputs import Inputs
from sdkwright.output import Manifest, digest
from sdkwright.problems import Problem, ProblemsError
from sdkwright.revise.again import made_again
from sdkwright.revise.kept import Kept
from sdkwright.text.escape import UnsafeTextError
from sdkwright.text.told import is_blank


class Changed(Frozen):
    """What is new in a document of which texts alone were edited."""

    texts: Mapping[int, str]
    """By their numbers."""
    problems: tuple[Problem, ...]
    document: str
    """The digest of its data."""
    read: Mapping[str, str | None]
    text: str


class Revised(Frozen):
    """What a run with other texts makes."""

    files: Mapping[str, bytes]
    """Those that are others now."""
    last: Manifest
    """What the folder holds."""
    manifest: Manifest
    """What it will hold."""
    problems: tuple[Problem, ...]
    package: str
    is_draft: bool
    """Its names do not hold yet."""
    others: int
    """How many files lie in the package that no run made."""
    kept: Kept
    read: Mapping[str, str | None]
    """The digest of each file that was read; None for one that is not there."""
    text: str | None
    """The text of the document, if it is one file of which is known where its texts stand."""

    @property
    def is_nothing(self) -> bool:
        """Whether the folder is what the document makes, and says so."""
        return not self.files and self.manifest == self.last

    @property
    def lines(self) -> tuple[str, ...]:
        """What the run says of what was generated."""
        return self.kept.lines


def result_of(record: Record, inputs: Inputs, kept: Kept, last: Manifest, new: Changed) -> Revised | None:
    """What comes of it."""
    try:
        made = made_again(kept, new.texts, inputs.out, last)
    except (ProblemsError, UnsafeTextError):  # The whole run says where it is.
        return None
    if made is None:
        return None
    digests = {path: digest(content) for path, content in made.items() if path in last.files}
    digests = {path: found for path, found in digests.items() if found != last.files[path]}
    files = {path: made[path] for path in digests}
    manifest = Manifest(replace(last.stamp, document=new.document), {**last.files, **digests}, last.once)
    now = [*kept.texts]
    for number, text in new.texts.items():
        now[number] = text
    kept = replace(kept, texts=tuple(now), changed=kept.changed | new.texts.keys())
    others = record.outputs.others
    return Revised(
        files, last, manifest, new.problems, record.package, record.is_draft, others, kept, new.read, new.text
    )


def more_depends_on(kept: Kept, new: Mapping[int, str]) -> bool:
    """Whether more than what shows them may depend on some texts, which are given by their numbers."""
    if not kept.asked.isdisjoint(new):
        return True
    if any(map(is_blank, (*new.values(), *(kept.texts[number] for number in new)))):
        return True  # What has a text and what has none are not alike.
    return _meet(kept, new) or _may_be_told_of(kept, new)


def _meet(kept: Kept, new: Mapping[int, str]) -> bool:
    """Whether one of the texts that are compared is the same as another now: nobody knows what comes of that."""
    others = {kept.texts[number].strip() for number in kept.compared - new.keys()}
    said = [new[number].strip() for number in kept.compared & new.keys()]
    return len({*said}) < len(said) or not others.isdisjoint(said)


def _may_be_told_of(kept: Kept, new: Mapping[int, str]) -> bool:
    """Whether there is, or was, something to say of the links in a text."""
    told = [text for number in new for text in (new[number], kept.texts[number]) if may_link(text)]
    if not told:
        return False

    from sdkwright.docs.reader.text.sinks import dead_links  # Nearly no text asks for it.

    return any(map(dead_links, told))
