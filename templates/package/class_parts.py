{% macro methods(methods) %}
{% for method in methods %}

{% if method.renaming %}
{% for overload in method.renaming.overloads %}
    {{ method.renaming.overload }}
{% if overload.decorator %}
    {{ overload.decorator }}
{% endif %}
    def {{ method.name }}(
        self,
        *,
{% for parameter in overload.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ method.result_annotation }}: ...

{% endfor %}
{% endif %}
{% if method.decorator %}
    {{ method.decorator }}
{% endif %}
{% if method.renaming %}
    {{ method.renaming.decorator }}
{% endif %}
    def {{ method.name }}(
        self,
        *,
{% for parameter in method.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ method.result_annotation }}:
        {{ method.docstring }}
        return self.{{ method.call }}(
{% for value in method.passed %}
            {{ value }},
{% endfor %}
        )

{% if method.renaming %}
{% for overload in method.renaming.overloads %}
    {{ method.renaming.overload }}
{% if overload.decorator %}
    {{ overload.decorator }}
{% endif %}
    async def {{ method.async_name }}(
        self,
        *,
{% for parameter in overload.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ method.async_result_annotation }}: ...

{% endfor %}
{% endif %}
{% if method.decorator %}
    {{ method.decorator }}
{% endif %}
{% if method.renaming %}
    {{ method.renaming.decorator }}
{% endif %}
    async def {{ method.async_name }}(
        self,
        *,
{% for parameter in method.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ method.async_result_annotation }}:
        {{ method.docstring }}
        return await self.{{ method.call }}_async(
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
{% if child.docstring %}
        {{ child.docstring }}
{% endif %}
        from .{{ child.module }} import {{ child.class_name }}

        return {{ child.class_name }}(self._core)
{% endfor %}
{% for child in resource.old_children %}

    @{{ child.property_decorator }}
    {{ child.decorator }}
    def {{ child.attribute }}(self) -> {{ child.class_name }}:
        {{ child.docstring }}
        from .{{ child.module }} import {{ child.class_name }}

        return {{ child.class_name }}(self._core)
{% endfor %}
{% endmacro %}

{% macro head(resource) %}
from __future__ import annotations

{% for line in resource.imports %}
{{ line }}
{% endfor %}
{% if resource.links %}

if {{ resource.type_checking }}:
{% for child in resource.links %}
    from .{{ child.module }} import {{ child.class_name }}
{% endfor %}
{% endif %}
{% if resource.definitions %}

{% for definition in resource.definitions %}
{{ definition }}
{% endfor %}
{% endif %}
{% endmacro %}
