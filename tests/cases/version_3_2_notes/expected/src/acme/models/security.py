"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import SecurityModel


class Security(SecurityModel):
    login: Optional[str] = None
