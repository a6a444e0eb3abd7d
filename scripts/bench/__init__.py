"""What it costs to generate: time, processor time and memory, beside other generators (`make bench`)."""
