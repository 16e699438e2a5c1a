"""The parameters of each page as a strict form that can say itself in words; one module a kind of page."""
