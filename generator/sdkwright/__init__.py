"""sdkwright: typed Python SDKs and reference docs from OpenAPI documents, offline."""

__version__ = "0.1.0"
