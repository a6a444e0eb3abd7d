"""How things are spelt in Python: imports, annotations, literals, docstrings, layout."""
