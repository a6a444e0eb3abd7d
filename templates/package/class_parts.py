{% macro method(one, name, result, is_async) %}

{% if one.renaming %}
{% for overload in one.renaming.overloads %}
    {{ one.renaming.overload }}
{% if overload.decorator %}
    {{ overload.decorator }}
{% endif %}
    {%+ if is_async %}async {% endif %}def {{ name }}(
        self,
        *,
{% for parameter in overload.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {% if is_async %}{{ one.renaming.async_result }}{% else %}{{ one.renaming.result }}{% endif %}: ...

{% endfor %}
{% endif %}
{% if one.decorator %}
    {{ one.decorator }}
{% endif %}
{% if one.renaming %}
    {{ one.renaming.decorator }}
{% endif %}
    {%+ if is_async %}async {% endif %}def {{ name }}(
        self,
        *,
{% for parameter in one.signature %}
        {{ parameter }},
{% endfor %}
    ) -> {{ result }}:
        {{ one.docstring }}
        return {% if is_async %}await self.{{ one.call }}_async({% else %}self.{{ one.call }}({% endif +%}
{% for value in one.passed %}
            {{ value }},
{% endfor %}
        )
{% endmacro %}

{% macro methods(class, methods) %}
{% for one in methods %}
{% if class.is_sync %}
{{ method(one, one.name, one.result_annotation, false) }}{# #}
{% endif %}
{% if class.is_async %}
{{ method(one, one.async_name, one.async_result_annotation, true) }}{# #}
{% endif %}
{% endfor %}
{% endmacro %}

{% macro constructor(one) %}

{% if one.renaming %}
{% for overload in one.renaming.overloads %}
    {{ one.renaming.overload }}
{% if overload.decorator %}
    {{ overload.decorator }}
{% endif %}
    def __init__(
        self,
{% for parameter in overload.signature %}
        {{ parameter }},
{% endfor %}
    ) -> None: ...

{% endfor %}
    {{ one.renaming.decorator }}
{% endif %}
    def __init__(
        self,
{% for parameter in one.signature %}
        {{ parameter }},
{% endfor %}
    ) -> None:
        {{ one.docstring }}
        super().__init__(
{% for value in one.passed %}
            {{ value }},
{% endfor %}
        )
{% endmacro %}

{% macro children(resource, class) %}
{% for child in class.children %}

    @{{ resource.cached_property }}
    def {{ child.attribute }}(self) -> {{ child.class_name }}:
{% if child.docstring %}
        {{ child.docstring }}
{% endif %}
        from .{{ child.module }} import {{ child.class_name }}

        return {{ child.class_name }}(self._core)
{% endfor %}
{% for child in class.old_children %}

    @{{ child.property_decorator }}
    {{ child.decorator }}
    def {{ child.attribute }}(self) -> {{ child.class_name }}:
        {{ child.docstring }}
        from .{{ child.module }} import {{ child.class_name }}

        return {{ child.class_name }}(self._core)
{% endfor %}
{% endmacro %}

{% macro classes(resource) %}
{% for class in resource.classes %}


class {{ class.name }}({{ class.base }}):
    {{ class.docstring }}
{% if class.constructor %}
{{ constructor(class.constructor) }}{# #}
{% endif %}
{{ children(resource, class) }}{# #}
{{ methods(class, resource.methods) }}{# #}
{{ methods(class, resource.old_methods) }}{# #}
{% endfor %}
{% endmacro %}

{% macro head(resource) %}
from __future__ import annotations

{% for line in resource.imports %}
{{ line }}
{% endfor %}
{% if resource.links %}

if {{ resource.type_checking }}:
{% for line in resource.links %}
    {{ line }}
{% endfor %}
{% endif %}
{% if resource.definitions %}

{% for definition in resource.definitions %}
{{ definition }}
{% endfor %}
{% endif %}
{% endmacro %}
