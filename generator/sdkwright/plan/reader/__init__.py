"""What the reader's docs say beside the package: made for that style alone."""
