"""Plain dictionaries that callers may pass in place of the models in `{{ page.stem }}`."""

from __future__ import annotations

{% for line in page.typed_dict_imports %}
{{ line }}
{% endfor %}
{% for model in page.typed_mappings %}

{{ model.typed_dict }} = {{ model.typed_dict_alias }}
{% endfor %}
{% for model in page.typed_objects %}


{{ model.typed_dict_header }}
{% if model.docstring %}
    {{ model.docstring }}
{% if model.declared %}

{% endif %}
{% endif %}
{% if model.typed_dict_is_empty %}
    pass
{% endif %}
{% for field in model.declared %}
    {{ field.typed_dict_declaration }}
{% if field.docstring %}
    {{ field.docstring }}
{% endif %}
{% endfor %}
{% endfor %}
{% for union in page.typed_unions %}

{% if page.typed_objects %}

{% endif %}
{{ union.typed_dict }} = {{ union.typed_dict_alias }}
{% endfor %}
{% if page.typed_dict_aliases %}


{% for alias in page.typed_dict_aliases %}
{{ alias }}
{% endfor %}
{% endif %}
