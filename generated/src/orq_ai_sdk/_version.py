"""The name and the version of this page."""

__title__ = "orq-ai-sdk"
__version__ = "0.1.0"
