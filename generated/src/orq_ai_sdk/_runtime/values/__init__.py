"""What a value is, between Python and the wire: codecs, scalars, enums, unions."""
