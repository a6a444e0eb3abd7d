"""The view as pages: the reference docs, README and USAGE.  Only the view is read here."""
