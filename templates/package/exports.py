"""{{ page.summary }}"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
{% for line in page.static %}
    {{ line }}
{% endfor %}
{% if page.renamed %}

{% for name in page.old %}
    {{ name.old }} = {{ name.new }}
{% endfor %}
{% endif %}
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {{ page.modules }},
{% if page.renamed %}
        renamed={{ page.renamed }},
{% endif %}
    )
