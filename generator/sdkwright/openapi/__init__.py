"""Reading an OpenAPI document: files, references, overlays, older versions, and what is wrong with it."""

from sdkwright.openapi.checks.validate import validate
from sdkwright.openapi.document import Document, load
from sdkwright.openapi.syntax.scalars import WrittenFloat

__all__ = ["Document", "WrittenFloat", "load", "validate"]
