"""The glossary: its list, a page for each term, and terms explained where they stand in other pages' texts."""
