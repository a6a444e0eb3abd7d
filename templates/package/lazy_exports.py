{% macro static(page) %}
{% for line in page.static %}
    {{ line }}
{% endfor %}
{% endmacro %}

{% macro lazy(page) %}
    from {{ page.dots }}_runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {{ page.modules }},
{% if page.submodules %}
        {{ page.submodules }},
{% endif %}
{% if page.renamed %}
        renamed={{ page.renamed }},
{% endif %}
    )
{% endmacro %}
