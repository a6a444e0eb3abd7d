"""Reading an OpenAPI document: files, references, overlays, older versions, and what is wrong with it."""

from generator.spec.document import Document, load
from generator.spec.scalars import WrittenFloat
from generator.spec.validate import validate

__all__ = ["Document", "WrittenFloat", "load", "validate"]
