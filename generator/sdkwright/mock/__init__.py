"""A server on loopback that answers as the document says, for trying an SDK without its API.

Its answers are judged twice in the tests: by the SDK that is made from the same document, and by a validator that is
not ours.
"""

from sdkwright.mock.server import MockServer, mock_server

__all__ = ["MockServer", "mock_server"]
