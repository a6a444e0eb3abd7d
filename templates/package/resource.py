{% import "package/class_parts.py" as parts %}
{{ parts.head(page.resource) }}{# #}


class {{ page.resource.class_name }}({{ page.resource.base }}):
    {{ page.resource.docstring }}
{{ parts.children(page.resource) }}{# #}
{{ parts.methods(page.resource.methods) }}{# #}
{{ parts.methods(page.resource.old_methods) }}{# #}
