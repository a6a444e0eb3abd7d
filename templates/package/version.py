__title__ = {{ page.title }}
__version__ = {{ page.version_literal }}
