{% import "package/class_parts.py" as parts %}
{{ parts.head(page.resource) }}{# #}


def _http_library() -> {{ page.client.object_type }}:
    """The first call runs this; whatever bundles a program finds the library by it."""
    import {{ page.client.http_library }}

    return {{ page.client.http_library }}


{{ page.client.runtime_configuration }}


class {{ page.resource.class_name }}({{ page.resource.base }}):
    {{ page.resource.docstring }}

{% if page.client.renaming %}
{% for overload in page.client.renaming.overloads %}
    {{ page.client.renaming.overload }}
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
    {{ page.client.renaming.decorator }}
{% endif %}
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
{{ parts.methods(page.resource.methods) }}{# #}
{{ parts.methods(page.resource.old_methods) }}{# #}
