"""Frames → Exhibits: titles, columns, shapes, notes and citations; one module for one page."""
