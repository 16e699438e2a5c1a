"""What all shapes have in common: how they name columns and refuse what cannot be drawn."""

from typing import TYPE_CHECKING

from portal.charts.palette import CATEGORIES, TONES

if TYPE_CHECKING:
    from pandas import DataFrame


class ShapeError(ValueError):
    """A shape that cannot be drawn, or not from this frame."""


class Shape:
    """What all shapes share: the columns they name are there and their values can be drawn."""

    column_fields: tuple[str, ...] = ()
    number_fields: tuple[str, ...] = ()
    unit = "%"
    is_plot = True  # drawn by Vega-Lite from numbers; cards are not

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns that are drawn."""
        named = (getattr(self, name) for name in (*self.column_fields, *self.number_fields))
        return tuple(column for column in named if column is not None)

    def check(self, frame: "DataFrame") -> None:
        """Raise ShapeError when the frame lacks a column: the chart would come out empty."""
        missing = [column for column in self.columns if column not in frame.columns]
        if missing:
            raise ShapeError(
                f"{type(self).__name__} needs the columns {', '.join(missing)};"
                f" the frame has {', '.join(map(str, frame.columns)) or 'none'}"
            )
        for column in filter(None, (getattr(self, name) for name in self.number_fields)):
            kind = frame[column].dtype.kind
            if len(frame) and kind not in "iuf" and frame[column].notna().any():
                raise ShapeError(f"column {column} must hold numbers, not {frame[column].dtype}")


def check_tones(tones) -> None:
    unknown = sorted({str(tone) for tone in tones} - set(TONES))
    if unknown:
        raise ShapeError(f"unknown tone {', '.join(unknown)}; the palette has {', '.join(TONES)}")


def check_not_negative(frame, column: str) -> None:
    if len(frame) and (frame[column].dropna() < 0).any():
        raise ShapeError(f"column {column} has values below 0, but it is drawn from 0")


def check_interval(frame, low: str | None, high: str | None) -> None:
    """Both ends or neither; no end below 0, where charts begin."""
    if (low is None) != (high is None):
        raise ShapeError(f"an interval has two ends: low is {low!r}, high is {high!r}")
    if low is not None:
        check_not_negative(frame, low)


def check_count(what: str, count: int) -> None:
    if count > CATEGORIES:
        raise ShapeError(f"{count} {what} cannot be told apart, at most {CATEGORIES}: gather the rest as one")
