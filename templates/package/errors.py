"""The errors that calls raise: one tree, `{{ page.base_error }}` at its root."""

from __future__ import annotations

{% if page.data_imports %}
from typing import TYPE_CHECKING

{% endif %}
from {{ page.dots }}_runtime import errors as _errors
{% if page.data_imports %}

if TYPE_CHECKING:
{% for line in page.data_imports %}
    {{ line }}
{% endfor %}
{% endif %}


class {{ page.base_error }}(_errors.SDKError):
    """The base of all errors about an answer of the server."""


class {{ page.default_error }}({{ page.base_error }}):
    """An error that the document does not describe, or whose body does not fit."""


class ResponseValidationError({{ page.base_error }}):
    """An answer that does not fit what the document says; its text says where."""


class NoResponseError({{ page.base_error }}):
    """A hook swallowed the answer."""
{% for error in page.errors %}


class {{ error.class_name }}({{ page.base_error }}):
{% if error.docstring %}
    {{ error.docstring }}

{% endif %}
    data: {{ error.data }}
{% endfor %}


_errors.exported(__name__)
