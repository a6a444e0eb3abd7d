"""What a client that you supply must offer."""

from ._runtime.http import AsyncHttpClient as AsyncHttpClient
from ._runtime.http import HttpClient as HttpClient

__all__ = ["AsyncHttpClient", "HttpClient"]
