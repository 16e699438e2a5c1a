"""Additive sums a cell, by NumPy: n, sum of weights, of squares, of values. Nothing else is ever asked of answers."""
