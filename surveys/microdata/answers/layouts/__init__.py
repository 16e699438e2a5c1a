"""The forms in which survey tools write answers: recognised by their headings, and drafts of codebooks made of them."""
