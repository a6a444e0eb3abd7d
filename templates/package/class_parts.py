{% macro methods(resource) %}
{% for method in resource.methods %}

{% if method.decorator %}
    {{ method.decorator }}
{% endif %}
    def {{ method.name }}(
        self,
        *,
{% for parameter in method.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ method.result_annotation }}:
        {{ method.docstring }}
        {{ method.returning }}self.{{ method.call }}(
{% for value in method.passed %}
            {{ value }},
{% endfor %}
        )

{% if method.decorator %}
    {{ method.decorator }}
{% endif %}
    async def {{ method.async_name }}(
        self,
        *,
{% for parameter in method.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ method.async_result_annotation }}:
        {{ method.docstring }}
        {{ method.returning }}await self.{{ method.call }}_async(
{% for value in method.passed %}
            {{ value }},
{% endfor %}
        )
{% endfor %}
{% endmacro %}

{% macro children(resource) %}
{% for child in resource.children %}

    @{{ resource.cached_property }}
    def {{ child.attribute }}(self) -> {{ child.class_name }}:
        """The operations under `{{ child.attribute }}`."""
        from .{{ child.module }} import {{ child.class_name }}

        return {{ child.class_name }}(self._core)
{% endfor %}
{% endmacro %}

{% macro head(resource) %}
{{ resource.summary }}

from __future__ import annotations

{% for line in resource.imports %}
{{ line }}
{% endfor %}
{% if resource.children %}

if {{ resource.type_checking }}:
{% for child in resource.children %}
    from .{{ child.module }} import {{ child.class_name }}
{% endfor %}
{% endif %}
{% if resource.methods %}

{% for method in resource.methods %}
{{ method.definition }}
{% endfor %}
{% endif %}
{% endmacro %}
