"""What a service sends to its users."""

from __future__ import annotations

from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import DeprecationView, TypeView


class WebhookView(Frozen):
    """What the service sends, for README and the reader's page of it."""

    name: Prose
    body: TypeView | None
    """None without content that is JSON."""
    is_object: bool = False
    family: Code | None = None
    """The choice between the body's class and all that is made of it."""
    summary: Prose | None = None
    description: Prose | None = None
    deprecated: DeprecationView | None = None
