"""How a call proves who it is."""
