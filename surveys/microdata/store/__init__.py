"""Columns of codes on disk: one immutable folder a revision, mapped into memory by all workers."""
