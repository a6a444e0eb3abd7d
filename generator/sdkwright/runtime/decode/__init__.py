"""From an answer to a result, a stream or an exception."""
