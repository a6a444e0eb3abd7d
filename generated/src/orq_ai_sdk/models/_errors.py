"""The errors that calls raise: one tree, `OrqError` at its root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import errors as _errors

if TYPE_CHECKING:
    from .honoapierror import HonoAPIErrorData


class OrqError(_errors.SDKError):
    """The base of all errors about an answer of the server."""


class APIError(_errors.APIErrorMixin, OrqError):
    """An error that the document does not describe, or whose body does not fit."""


class ResponseValidationError(OrqError):
    """An answer that does not fit what the document says; the cause says where."""


class NoResponseError(OrqError):
    """A hook swallowed the answer."""


class HonoAPIError(OrqError):
    data: HonoAPIErrorData
