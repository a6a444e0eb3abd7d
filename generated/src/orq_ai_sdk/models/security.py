"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from .._runtime.model import SecurityModel


class Security(SecurityModel):
    api_key: Annotated[Optional[str], Field(alias="ApiKey")] = None
