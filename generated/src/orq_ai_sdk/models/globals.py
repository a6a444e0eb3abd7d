"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Globals(BaseModel):
    contact_id: Annotated[Optional[str], Field(alias="contactId")] = None
    environment: Optional[str] = None
