"""The report to take away: chapters as pages to print and as slides, made from the same manuscripts as the pages."""
