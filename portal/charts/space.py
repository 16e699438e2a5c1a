"""The room a chart body is drawn in, and the body that comes out."""

from dataclasses import dataclass

from portal.charts.lettering import family, fitted, width
from portal.charts.wrapping import wrap

NARROW = 480  # pixels; below it labels stand above their bars
TEXT = 14  # pixels: labels
LINE = 1.25  # line height of labels, in sizes
DROP = 0.36  # from the middle of a line down to its baseline, in sizes


@dataclass(frozen=True)
class Space:
    """Width, height (or as tall as needed) and language of a chart body."""

    width: float
    height: float | None = None
    language: str = "en"

    @property
    def is_narrow(self) -> bool:
        return self.width < NARROW

    @property
    def family(self) -> str:
        return family(self.language)

    @property
    def fonts(self) -> str:
        """Family list of all text; what the first family lacks would come from any font at hand."""
        return f"{family(self.language)}, sans-serif"

    def measure(self, text: str, size: float = TEXT, *, bold: bool = False) -> float:
        """The widest line of a text."""
        return max(width(line, size, bold=bold, language=self.language) for line in text.split("\n"))

    def wrapped(self, text: str, limit: float, size: float = TEXT, *, bold: bool = False, most: int = 4) -> str:
        """The text in lines that fit."""
        lines = wrap(text, limit, size, bold=bold, language=self.language, max_lines=most)
        return "\n".join(lines)

    def cut(self, text: str, limit: float, size: float = TEXT, *, bold: bool = False) -> str:
        """The text on one line, shortened where it is too long."""
        return fitted(text, limit, size, bold=bold, language=self.language)


@dataclass(frozen=True)
class Body:
    """A drawn chart without its frame: SVG elements in stand-in colours, with text as <text>."""

    content: str
    width: float
    height: float
