"""Pages of vendors, products, comparison, taxonomy and landscape, and their files; one module a kind of page."""
