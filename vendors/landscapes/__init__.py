"""Landscape files of CNCF and landscape2: read into our tables, and written from them."""

from vendors.landscapes.translating import LANDSCAPES

__all__ = ["LANDSCAPES"]
