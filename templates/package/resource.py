{% import "package/class_parts.py" as parts %}
{{ parts.head(page.resource) }}{# #}
{{ parts.classes(page.resource) }}{# #}
