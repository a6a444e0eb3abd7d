"""The names of classes: candidates, and who gets which."""
