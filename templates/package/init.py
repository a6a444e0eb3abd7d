{{ page.summary }}

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __title__, __version__

if TYPE_CHECKING:
{% if page.hands_on_models %}
    from .models import *  # noqa: F403 - every model can be imported from the package
{% endif %}
{% for name in page.packages %}
    from . import {{ name }} as {{ name }}
{% endfor %}
{% for name in page.roots %}
    from .sdk import {{ name }} as {{ name }}
{% endfor %}
{% if page.renamed %}

{% for name in page.old %}
    {{ name.old }} = {{ name.new }}
{% endfor %}
{% endif %}
else:
    from ._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {"sdk": {{ page.root_literals }}},
        {{ page.submodules }},
{% if page.hands_on_models %}
        others=".models",
{% endif %}
{% if page.renamed %}
        renamed={{ page.renamed }},
{% endif %}
    )

VERSION = __version__

__all__ = [
{% for name in page.exported %}
    {{ name }},
{% endfor %}
]
