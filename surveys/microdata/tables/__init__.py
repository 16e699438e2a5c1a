"""A table of answers: what was asked for, its estimates, tests and letters, and how it is written out."""
