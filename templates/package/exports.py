"""{{ page.summary }}"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
{% for line in page.static %}
    {{ line }}
{% endfor %}
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {{ page.modules }},
    )
