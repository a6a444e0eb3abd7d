"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel
from .file import File


class SendFileRequestBody(BaseModel):
    file: File
    note: Optional[str] = None
