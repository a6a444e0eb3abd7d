"""Nothing of a document is lost without a word: an independent count of its parts against the coverage report."""
