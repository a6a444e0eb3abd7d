"""From the arguments of a call to the parts of a request: parameters and bodies."""
