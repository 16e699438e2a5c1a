"""Diagrams: parts and what leads to what, placed by templates, drawn as SVG and as shapes on slides."""
