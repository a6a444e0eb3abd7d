{% import "package/class_parts.py" as parts %}
{{ parts.head(page.resource) }}{# #}

{{ page.client.runtime_configuration }}


class {{ page.resource.class_name }}({{ page.resource.base }}):
    {{ page.resource.docstring }}

    def __init__(
        self,
{% for parameter in page.client.signature %}
        {{ parameter }},
{% endfor %}
    ) -> None:
        {{ page.client.docstring }}
        super().__init__(
{% for value in page.client.passed %}
            {{ value }},
{% endfor %}
        )
{{ parts.children(page.resource) }}{# #}
{{ parts.methods(page.resource) }}{# #}
