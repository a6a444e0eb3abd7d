"""What a process that goes on has rendered last: an equal module of models comes to the same files.

Nobody but a process that waits for the next edit keeps it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sdkwright.frozen import Frozen, replace
from sdkwright.render.proofs import Proof
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, ModelModule, ModelRole, ObjectModel
from sdkwright.view.package import Sdk


class File(Frozen):
    """A file that was rendered."""

    content: bytes
    of: Code = NO_CODE
    """The module of models that it shows, by its stem; empty where it shows more."""
    proof: Proof | None = None
    """What the gate has found, of a module of Python."""


class Part(Frozen):
    """One module of models, and what it came to: its modules, and the pages of its models."""

    module: ModelModule
    files: Mapping[str, File]


NOTHING_STANDS: Mapping[Code, Part] = {}


class Rendered:
    """The modules of models of the last run by their stems, and which of them stand in this one."""

    def __init__(self) -> None:
        self._around: tuple[Sdk, bool] | None = None
        self._parts = NOTHING_STANDS
        self.standing = NOTHING_STANDS
        """What need not be rendered."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was rendered yet."""
        return self._around is None

    def meet(self, sdk: Sdk) -> Collection[Code]:
        """Looks which modules of `sdk` are those of the last run, in an SDK that shows them in the same way; their
        stems.

        Views that are equal print the same: what they hold are texts, enums, and what is either true or false.  The
        samples of calls may hold numbers, where `1` is equal to `True`; no model has them but those of the client."""
        parts = self._parts if self._around == _around(sdk) else NOTHING_STANDS
        self.standing = {
            module.stem: part
            for module in sdk.modules
            if (part := parts.get(module.stem)) is not None and part.module == module and not _is_of_client(module)
        }
        return self.standing.keys()

    def take(self, sdk: Sdk, files: Mapping[str, File]) -> None:
        """Remembers what was rendered, with what stands."""
        by_stem: defaultdict[Code, dict[str, File]] = defaultdict(dict)
        for path, file in files.items():
            by_stem[file.of][path] = file
        self._around = _around(sdk)
        self._parts = {module.stem: Part(module, by_stem[module.stem]) for module in sdk.modules}


def _around(sdk: Sdk) -> tuple[Sdk, bool]:
    """What the files of a module of models can show of the SDK around it, and whether pages are among them: any of the
    reader's pages may tell of any part."""
    alone = replace(
        sdk,
        resources=(),
        modules=(),
        wire_names=(),
        handing_modules=(),
        old_models=(),
        old_errors=(),
        webhooks=(),
        reference=None,
    )
    return alone, sdk.reference is None


def _is_of_client(module: ModelModule) -> bool:
    return any(isinstance(one, ObjectModel) and one.role is not ModelRole.PLAIN for one in module.models)
