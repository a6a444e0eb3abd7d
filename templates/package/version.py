"""The name and the version of this page."""

__title__ = {{ page.title }}
__version__ = {{ page.version_literal }}
