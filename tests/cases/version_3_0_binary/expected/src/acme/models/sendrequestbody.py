"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .file import File


class SendRequestBody(BaseModel):
    file: File
