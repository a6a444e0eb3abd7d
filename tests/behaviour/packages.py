"""Packages that are generated for a test and imported into its process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from wire.calls import Target
from wire.work import generated


@contextmanager
def imported(document: Path, folder: Path, config: Path | None = None) -> Iterator[Target]:
    """The SDK of a document, written to `folder`; its modules are forgotten at the end.

    One that can be imported already, as the sessions SDK can, is the one that is used.
    """
    target = generated(document, folder, config)
    before = set(sys.modules)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(folder / "src")])
        transport = import_module(target.config.http_library).HTTPTransport
        patch.setattr(transport, "handle_request", transport.handle_request)  # put back, whatever a caller puts here
        yield target
    for name in [each for each in sys.modules if each.partition(".")[0] == target.names.module and each not in before]:
        del sys.modules[name]
