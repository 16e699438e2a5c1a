"""What layers of an Altair chart are made of: their rows, their scales and channels, and Altair itself.

It checks every part against its schema when it is made, and copies every row whenever layers are joined; neither
is worth its time outside of tests.
"""

import os
from dataclasses import dataclass

VALIDATION = "PORTAL_VALIDATE_CHARTS"  # environment: "1" in tests; it takes three times as long


@dataclass(frozen=True)
class Linear:
    """A linear scale from values to pixels."""

    domain: tuple[float, float]
    pixels: tuple[float, float]

    def at(self, value: float) -> float:
        (low, high), (start, end) = self.domain, self.pixels
        return start + (value - low) / (high - low) * (end - start)


class Rows:
    """The rows of a layer, whole: Altair copies lists and what is in them each time it joins layers."""

    _schema = {"type": "array"}  # by which Altair knows what it may ask for `to_dict`

    def __init__(self, rows: list[dict]):
        self.rows = rows

    def to_dict(self) -> list[dict]:
        return self.rows


def library():
    """Altair, imported at the first drawing: it takes half a second that start-up does not have."""
    import altair
    from altair.utils import schemapi

    if not is_validated():
        schemapi.disable_debug_mode()  # every part would be held against the schema when it is made
    return altair


def is_validated() -> bool:
    return os.environ.get(VALIDATION) == "1"


def chart_of(rows: list[dict]):
    altair = library()
    return altair.Chart(altair.Data(values=Rows(rows)))


def scaled(channel: str, field: str, scale: Linear):
    altair = library()
    mapped = altair.Scale(domain=list(scale.domain), range=list(scale.pixels), nice=False, zero=False)
    return getattr(altair, channel)(f"{field}:Q", scale=mapped, axis=None, title=None, stack=None)


def placed(channel: str, field: str):
    return getattr(library(), channel)(f"{field}:Q", scale=None, axis=None, title=None, stack=None)


def painted(channel: str, field: str):
    return getattr(library(), channel)(f"{field}:N", scale=None, legend=None)


def read(channel: str, field: str):
    """A channel without a scale; its name alone would be looked up in the whole schema each time."""
    return getattr(library(), channel)(field)
