{{ page.summary }}

{% for line in page.static %}
{{ line }}
{% endfor %}
