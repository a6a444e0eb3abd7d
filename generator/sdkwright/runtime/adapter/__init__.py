"""The seam to what is not ours: the HTTP library, the locks and the clock of the process."""
