"""The runtime's plan of one operation, as an expression."""
