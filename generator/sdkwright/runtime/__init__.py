"""The library inside every generated SDK.  Copied byte for byte; it imports itself by relative imports only."""
