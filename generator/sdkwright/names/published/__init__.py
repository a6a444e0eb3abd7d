"""What was published stays: the ledger, and the old names that still work."""
