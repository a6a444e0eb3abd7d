"""What is wrong with a document: structure, meaning, and an independent second opinion."""
