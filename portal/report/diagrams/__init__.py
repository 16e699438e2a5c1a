"""The report's diagrams and tables, redrawn in our own form, and the list of all its exhibits."""
