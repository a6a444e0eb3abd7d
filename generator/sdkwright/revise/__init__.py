"""A run after an edit of nothing but texts for people: what shows them is made anew, and all else stays as it is.

No name, no type and no call depends on what a `summary` or a `description` says, so the plan of the last run holds with
another text in its place.  That is not trusted but known: every text notes whether somebody looked into it on the way
to the view (`text/told.py`), and an edit of one that was is no case for this module.  Nor is anything else of which it
is not certain that the result is that of a whole run: other data, other options, another ledger, other warnings, a
folder that somebody changed.  Then it finds nothing, and the whole run follows.
"""
