"""What is worked out of an operation before its first call."""
