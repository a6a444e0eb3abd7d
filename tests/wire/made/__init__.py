"""Values made from the schemas of a document, as arguments of a call or as an answer to one."""
