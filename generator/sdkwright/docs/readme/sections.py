"""The sections of `README.md`: their order, their headings, and the comments around them in formats that have some."""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE

_OWN = {
    "summary": "Summary",
    "toc": "Contents",
    "installation": "Installation",
    "idesupport": "IDE Support",
    "usage": "Usage",
    "security": "Authentication",
    "operations": "Available Resources and Operations",
    "streams": "Streaming",
    "pagination": "Pagination",
    "uploads": "File Uploads",
    "downloads": "File Downloads",
    "webhooks": "Webhooks",
    "globals": "Global Parameters",
    "retries": "Retries",
    "errors": "Error Handling",
    "server": "Server Selection",
    "client": "Custom HTTP Client",
    "resources": "Resource Management",
    "debug": "Debugging",
    "regeneration": "Regeneration",
}
"""Every section by the name that the templates have for it, in their order."""
_PUBLISHED = {
    "summary": ("Summary", "summary"),
    "toc": ("Table of Contents", "toc"),
    "installation": ("SDK Installation", "installation"),
    "idesupport": ("IDE Support", "idesupport"),
    "usage": ("SDK Example Usage", "usage"),
    "security": ("Authentication", "security"),
    "operations": ("Available Resources and Operations", "operations"),
    "pagination": ("Pagination", "pagination"),
    "uploads": ("File uploads", "file-upload"),
    "retries": ("Retries", "retries"),
    "errors": ("Error Handling", "errors"),
    "server": ("Server Selection", "server"),
    "client": ("Custom HTTP Client", "http-client"),
    "resources": ("Resource Management", "resource-management"),
    "debug": ("Debugging", "debug"),
}
"""The heading of a section in later formats, and how its comments call it: tools replace what stands between them."""


class Section(Frozen):
    """One section: its heading, and the comments before and after it."""

    name: str
    heading: Code
    start: Code = NO_CODE
    end: Code = NO_CODE


def sections(*, marked: bool) -> Mapping[str, Section]:
    """All sections, in their order."""
    found: dict[str, Section] = {}
    for key, own in _OWN.items():
        name, tag = _PUBLISHED.get(key, (own, None)) if marked else (own, None)
        comments = () if tag is None else (Code(f"<!-- {side} {name} [{tag}] -->") for side in ("Start", "End"))
        found[key] = Section(name, Code(f"## {name}"), *comments)
    return found
