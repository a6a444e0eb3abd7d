"""Whether what goes in comes out: of a caller at the server, and of a server at the caller.

An SDK is generated from each document of a folder.  For every schema of a body, a parameter or an answer, values are
made that leave out nothing which the schema allows (`wire.made.wide`).  They go through the generated client and a real
server on loopback, and what arrives is compared with what was given.  See `__main__` for the command.
"""
