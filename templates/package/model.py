{% import "package/lazy_exports.py" as parts %}
{% if page.module.docstring %}
{{ page.module.docstring }}

{% endif %}
from __future__ import annotations

{% for line in page.module.imports %}
{{ line }}
{% endfor %}
{% for enum in page.module.enum_aliases %}

{{ enum.class_name }} = {{ enum.alias }}
{% if enum.docstring %}
{{ enum.docstring }}
{% endif %}
{% endfor %}
{% for enum in page.module.enum_classes %}


class {{ enum.class_name }}({{ enum.base }}):
{% if enum.docstring %}
    {{ enum.docstring }}

{% endif %}
{% for value in enum.values %}
    {{ value.name }} = {{ value.value }}
{% if value.docstring %}
    {{ value.docstring }}
{% endif %}
{% endfor %}
{% if enum.old_values %}

    if {{ enum.type_checking }}:
{% for old in enum.old_values %}
        {{ old.old }}: {{ old.class_name }}
{% endfor %}
    else:
{% for old in enum.old_values %}
        {{ old.old }} = {{ old.maker }}
{% endfor %}
{% endif %}
{% endfor %}
{% for model in page.module.objects %}


{{ model.header }}
{% if model.docstring %}
    {{ model.docstring }}
{% if model.has_body %}

{% endif %}
{% endif %}
{% if model.is_empty %}
    pass
{% endif %}
{% if model.extra %}
    model_config = {{ model.extra.config }}

{% endif %}
{% for field in model.declared %}
    {{ field.declaration }}
{% if field.docstring %}
    {{ field.docstring }}
{% endif %}
{% endfor %}
{% if model.extra %}
{% if model.declared %}

{% endif %}
    if not {{ model.extra.type_checking }}:
        __pydantic_extra__: {{ model.extra.type }}

    @{{ model.extra.property_decorator }}
    def additional_properties(self) -> {{ model.extra.type }}:
        """What the server sent, or the caller gave, beside the declared properties."""
        return self._additional_properties()
{% endif %}
{% for one in model.constants %}

    @{{ one.property_decorator }}
    def {{ one.upper }}(self) -> {{ one.annotation }}:
        """`{{ one.name }}`, which is constant."""
        return self.{{ one.name }}
{% endfor %}
{% for old in model.old_fields %}

    @{{ old.property_decorator }}
    {{ old.decorator }}
    def {{ old.old }}(self) -> {{ old.annotation }}:
        """Deprecated: use `{{ old.new }}`."""
        return self.{{ old.new }}

    @{{ old.old }}.setter
    {{ old.decorator }}
    def {{ old.old }}(self, value: {{ old.annotation }}) -> None:
        self.{{ old.new }} = value
{% endfor %}
{% endfor %}
{% for union in page.module.unions %}

{% if page.module.has_classes %}

{% endif %}
{% if union.unlisted %}
{{ union.unlisted }}


{% endif %}
{{ union.class_name }} = {{ union.alias }}
{% if union.docstring %}
{{ union.docstring }}
{% endif %}
{% endfor %}
{% if page.module.aliases %}


{% for alias in page.module.aliases %}
{{ alias }}
{% endfor %}
{% endif %}
{% if page.exports %}

{% if page.module.has_classes %}

{% endif %}
if {{ page.module.type_checking }}:
{{ parts.static(page.exports) }}{# #}
else:
{{ parts.lazy(page.exports) }}{# #}
{% endif %}
