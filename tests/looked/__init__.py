"""Looks at the site of an SDK with a browser; no tests of its own: `make test-site`."""
