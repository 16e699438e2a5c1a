"""Named queries, one module a kind of rows."""
