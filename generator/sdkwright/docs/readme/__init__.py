"""`README.md` and `USAGE.md` of the SDK."""
