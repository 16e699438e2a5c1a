"""Shares, errors, intervals, tests and letters: pure functions of the sums of cells. No files, no Django, no chance.

Arrays in, arrays out, and NaN where a number is undefined: nobody, one person, no spread. Tables turn it into None.
"""
