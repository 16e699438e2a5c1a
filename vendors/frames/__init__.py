"""Rows → DataFrames of fixed columns and types, also when empty; one module for one kind of table.

Text that is not there is an empty text, a number that is not there NaN, so templates and files need no special case.
"""
