"""The view: what the package *says*, as the templates see it.  Every string is final."""
