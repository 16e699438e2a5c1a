"""Lines of text: English words stay whole, Chinese breaks anywhere but where its rules forbid it."""

import re

from portal.charts.lettering import width

# Kinsoku: what must not begin a line, and what must not end one.
NO_START = frozenset("，。、；：？！）》」』】〕％%,.;:?!)]}”’…·—*")
NO_END = frozenset("（《「『【〔([{“‘")
# A base, "n = 1,680", is read as one.
TOKEN = re.compile(r"\bn = \d[\d,–]*|[A-Za-z0-9À-ſ][A-Za-z0-9À-ſ'’.,&/+%@_\-–=\u00a0]*|\s+|.", re.DOTALL)
IDEOGRAPHIC_SPACE = "\u3000"
PRECISION = 4  # pixels within which balanced lines are sought


def wrap(
    text: str,
    limit: float,
    size: float,
    *,
    bold: bool = False,
    language: str = "en",
    max_lines: int | None = None,
    balanced: bool = False,
) -> list[str]:
    """Lines no wider than limit; balanced makes them as even as the number of lines allows."""

    def measure(line: str) -> float:
        return width(line, size, bold=bold, language=language)

    lines = _lines(text, limit, measure)
    if balanced and len(lines) > 1:
        lines = _lines(text, _narrowest(text, limit, len(lines), measure), measure)
    if max_lines is not None and len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], _shortened(lines[max_lines - 1], limit, measure)]
    return lines


def units(text: str) -> list[str]:
    """What may stand at the end of a line, each with the signs that cling to it."""
    found: list[str] = []
    for token in TOKEN.findall(text):
        clings = found and not token.isspace() and (token in NO_START or found[-1][-1] in NO_END)
        if clings and not found[-1].isspace():
            found[-1] += token
        else:
            found.append(token)
    return found


def _pieces(unit: str, limit: float, measure) -> list[str]:
    """The unit, broken between letters only where it alone is wider than a line."""
    if measure(unit) <= limit:
        return [unit]
    pieces = [""]
    for character in unit:
        if pieces[-1] and measure(pieces[-1] + character) > limit:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _lines(text: str, limit: float, measure) -> list[str]:
    lines, line = [], ""
    for unit in (piece for whole in units(text) for piece in _pieces(whole, limit, measure)):
        if unit.isspace():
            if line:
                line += unit if unit == IDEOGRAPHIC_SPACE else " "
        elif line and measure((line + unit).rstrip()) > limit:
            lines.append(line.rstrip())
            line = unit
        else:
            line += unit
    if line.strip():
        lines.append(line.rstrip())
    return lines


def _narrowest(text: str, limit: float, count: int, measure) -> float:
    """The smallest limit that needs no more lines."""
    low, high = limit / 2, limit
    while high - low > PRECISION:
        middle = (low + high) / 2
        if len(_lines(text, middle, measure)) <= count:
            high = middle
        else:
            low = middle
    return high


def _shortened(line: str, limit: float, measure) -> str:
    while line and measure(f"{line}…") > limit:
        line = line[:-1]
    return f"{line.rstrip()}…"
