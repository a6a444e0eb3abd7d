"""The errors that calls raise: one tree, `AcmeError` at its root."""

from __future__ import annotations

from .._runtime import errors as _errors


class AcmeError(_errors.SDKError):
    """The base of all errors about an answer of the server."""


class APIError(_errors.APIErrorMixin, AcmeError):
    """An error that the document does not describe, or whose body does not fit."""


class ResponseValidationError(AcmeError):
    """An answer that does not fit what the document says; the cause says where."""


class NoResponseError(AcmeError):
    """A hook swallowed the answer."""
