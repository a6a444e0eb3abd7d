"""Models of the API."""

from __future__ import annotations

from .._runtime.files import File as _File


class File(_File):
    pass
