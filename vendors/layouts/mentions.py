"""Survey figures of a product or a vendor, with a small line where there are several waves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.site.sections import Mention, Point

WIDTH, HEIGHT, EDGE = 96, 28, 4  # of a line, in the units of its drawing


@dataclass(frozen=True)
class Line:
    """Runs of points as SVG writes them, without a stroke over waves that do not compare; and where each point is."""

    runs: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Shown:
    mention: Mention
    line: Line | None


def shown_mentions(mentions: Iterable[Mention]) -> list[Shown]:
    return [Shown(mention, line_of(mention.points) if len(mention.points) > 1 else None) for mention in mentions]


def has_breaks(mentions: Iterable[Mention]) -> bool:
    """Whether any has waves that do not compare."""
    return any(point.is_break for mention in mentions for point in mention.points[1:])


def line_of(points: Sequence[Point]) -> Line:
    """From 0 to the largest, at equal steps."""
    most = max(point.value for point in points) or 1
    step = (WIDTH - 2 * EDGE) / (len(points) - 1)
    places = [
        (round(EDGE + step * number, 1), round(HEIGHT - EDGE - point.value / most * (HEIGHT - 2 * EDGE), 1))
        for number, point in enumerate(points)
    ]
    runs: list[list[tuple[float, float]]] = []
    for point, place in zip(points, places, strict=True):
        if point.is_break or not runs:
            runs.append([])
        runs[-1].append(place)
    return Line(
        tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1),
        tuple(places),
    )
