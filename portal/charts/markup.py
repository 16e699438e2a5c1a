"""SVG as text: escaping, short numbers, and identifiers that stay unique in a page."""

import hashlib
import re
from xml.sax.saxutils import escape, quoteattr

from portal.charts.palette import HATCHED, stand_in

# Characters that XML 1.0 has no way to write.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEOMETRY = re.compile(r'( (?:d|transform)=")([^"]*)(")')
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")


def clean(text: str) -> str:
    """The text without characters that would break the file."""
    return FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """The text as content of an element."""
    return escape(clean(text))


def quoted(text: str) -> str:
    """The text as value of an attribute, with its quotes."""
    return quoteattr(clean(text))


def shortened(svg: str) -> str:
    """Coordinates with two decimals: a hundredth of a pixel cannot be seen."""
    return _GEOMETRY.sub(lambda found: found[1] + _LONG_NUMBER.sub(_two_decimals, found[2]) + found[3], svg)


def _two_decimals(found: re.Match) -> str:
    return f"{round(float(found[0]), 2) + 0:g}" if abs(float(found[0])) < 10_000 else f"{float(found[0]):.2f}"


def prefix(*parts: str) -> str:
    """Start of all identifiers of one drawing: the same for the same drawing, unlike any other."""
    return "c" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


def hatched(content: str, start: str) -> str:
    """The content with the pattern of what is not known, where it is used."""
    if HATCHED not in content:
        return content
    pattern = (
        f'<defs><pattern id="{start}-hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="6" height="6" fill="{stand_in("paper")}"/>'
        f'<rect width="1.5" height="6" fill="{stand_in("hatch")}"/></pattern></defs>'
    )
    return pattern + content.replace(HATCHED, f"url(#{start}-hatch)")


def text_line(
    text: str, x: float, y: float, size: float, *, family: str, fill: str, bold: bool = False, anchor: str = "start"
) -> str:
    """One line of text."""
    weight = ' font-weight="bold"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return (
        f'<text x="{x:g}" y="{round(y, 2):g}" font-family="{family}, sans-serif" font-size="{round(size, 2):g}px"'
        f'{weight}{place} fill="{fill}">{escaped(text)}</text>'
    )
