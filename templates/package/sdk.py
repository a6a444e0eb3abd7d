{% import "package/class_parts.py" as parts %}
{{ parts.head(page.resource) }}{# #}


def _http_library() -> {{ page.client.object_type }}:
    """The first call runs this; whatever bundles a program finds the library by it."""
    import {{ page.client.http_library }}

    return {{ page.client.http_library }}


{{ page.client.runtime_configuration }}
{{ parts.classes(page.resource) }}{# #}
