"""The base class of everything that has methods."""

from ._runtime.resource import Resource as BaseSDK

__all__ = ["BaseSDK"]
