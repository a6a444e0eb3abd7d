"""Lets openapi-core judge a request of every operation of every document of a folder.

An SDK is generated from each document, every method is called with arguments that are made from the document's own
schemas, and the raw request that comes out is handed to openapi-core, which reads the document by itself.  See
`__main__` for the command.
"""
