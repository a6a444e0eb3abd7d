"""The library inside every generated SDK.  It imports itself by relative imports only."""
