"""How large a picture is: named sizes, and any size within limits."""

from dataclasses import dataclass
from math import sqrt

WIDTHS = HEIGHTS = (200, 4000)  # pixels before scaling
SCALES = (1, 3)
MAX_PIXELS = 40_000_000  # of the finished image: about 160 MB while it is drawn
PAGE_WIDTH = 850  # the width at which texts have their plain size
SQUARE_SIDE = 662  # side of a square picture in which texts have their plain size


class SizeError(ValueError):
    """A size outside the limits; the message says which limit."""


@dataclass(frozen=True)
class Size:
    """Width and height in pixels; without height a picture is as tall as it needs to be."""

    width: int = PAGE_WIDTH
    height: int | None = None
    scale: int = 1

    def __post_init__(self):
        _within("width", self.width, WIDTHS)
        _within("scale", self.scale, SCALES)
        if self.height is not None:
            _within("height", self.height, HEIGHTS)
            if self.width * self.height * self.scale**2 > MAX_PIXELS:
                raise SizeError(
                    f"{self.width} × {self.height} at scale {self.scale} is more than {MAX_PIXELS:,} pixels;"
                    " choose a smaller width, height or scale"
                )

    @property
    def zoom(self) -> float:
        """How much larger than in a page all texts and gaps are."""
        if self.height is None:
            return min(max(self.width / PAGE_WIDTH, 0.75), 4)
        wanted = sqrt(self.width * self.height) / SQUARE_SIDE
        return max(min(wanted, self.width / 480, self.height / 300), 0.4)


def _within(name: str, value: int, limits: tuple[int, int]) -> None:
    low, high = limits
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise SizeError(f"{name} must be a whole number from {low} to {high}, not {value!r}")


SIZES = {
    "default": Size(scale=2),
    "og": Size(1200, 628),
    "square": Size(1080, 1080),
    "slide": Size(1920, 1080),
}
