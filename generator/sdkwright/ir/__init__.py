"""The intermediate representation: what the service *is*.  No Python word in it."""
