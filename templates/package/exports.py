{% import "package/lazy_exports.py" as parts %}
{% if page.summary %}
{{ page.summary }}

{% endif %}
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
{{ parts.static(page) }}{# #}
{% if page.renamed %}

{% for name in page.old %}
    {{ name.old }} = {{ name.new }}
{% endfor %}
{% endif %}
else:
{{ parts.lazy(page) }}{# #}
