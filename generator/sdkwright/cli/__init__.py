"""The command line: what can be typed, what it does, and how its results are printed."""
