"""What is printed: values of the other rooms as lines of text, JSON and annotations."""
