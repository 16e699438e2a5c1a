"""Respondent-level answers: codebooks, files, the store, cells, statistics, disclosure, tables, in this order."""
