"""What nobody thought of: random documents, hostile texts in every place, inputs turned round, weakened sinks, kills.

`make fuzz` runs all of it for a while and counts; a seed repeats it.  What it finds becomes a case of the tests.
"""
