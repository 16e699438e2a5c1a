"""Runs set in lines: broken as charts break them, each line with its pieces and where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from portal.charts.lettering import width
from portal.charts.markup import clean
from portal.charts.wrapping import units
from portal.exhibits.table_drawing import language_of
from portal.report.printing.runs import Run

RAISED = 0.65  # of the size: the number of a footnote


@dataclass(frozen=True)
class Piece:
    """Letters of one run on one line, from `x` on."""

    run: Run
    x: float
    wide: float


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Setter:
    """Sets runs in lines of one size."""

    size: float
    language: str
    is_bold: bool = False

    def wide(self, run: Run) -> float:
        size = self.size * RAISED if run.is_raised else self.size
        language = language_of(run.text, self.language)
        return width(run.text, size, bold=run.is_bold or self.is_bold, language=language)

    def lines(self, runs: Iterable[Run], limit: float) -> list[Line]:
        """Lines no wider than the limit; what alone is wider than a line is broken between letters."""
        found: list[Line] = []
        for part in split_at_breaks(runs):
            line: list[Run] = []
            used = 0.0
            for unit in self._units(part, limit):
                wide = sum(map(self.wide, unit))
                is_blank = not "".join(run.text for run in unit).strip()
                if line and not is_blank and used + wide > limit:
                    found.append(self._line(line))
                    line, used = [], 0.0
                if line or not is_blank:
                    line += unit
                    used += wide
            if line:
                found.append(self._line(line))
        return found

    def _units(self, runs: list[Run], limit: float) -> Iterator[list[Run]]:
        """What may stand at the end of a line, as parts of runs."""
        runs = [replace(run, text=clean(run.text)) for run in runs]
        start = 0
        for unit in joined_to_notes(units("".join(run.text for run in runs)), runs):
            part = cut(runs, start, start + len(unit))
            start += len(unit)
            if sum(map(self.wide, part)) <= limit:
                yield part
            else:
                yield from ([replace(run, text=letter)] for run in part for letter in run.text)

    def _line(self, runs: list[Run]) -> Line:
        pieces: list[Piece] = []
        x = 0.0
        for run in joined(runs):
            wide = self.wide(run)
            pieces.append(Piece(run, x, wide))
            x += wide
        return tuple(pieces)


def split_at_breaks(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs between line breaks."""
    part: list[Run] = []
    for run in runs:
        if run.text == "\n":
            yield part
            part = []
        else:
            part.append(run)
    yield part


def joined_to_notes(parts: list[str], runs: list[Run]) -> list[str]:
    """Units of which none begins with the number of a footnote: it clings to what it belongs to."""
    ends = list(accumulate(len(run.text) for run in runs))
    raised = {end - len(run.text) for run, end in zip(runs, ends, strict=True) if run.is_raised}
    found: list[str] = []
    start = 0
    for part in parts:
        if found and start in raised:
            found[-1] += part
        else:
            found.append(part)
        start += len(part)
    return found


def cut(runs: list[Run], start: int, end: int) -> list[Run]:
    """The letters from `start` up to `end` of all runs, as parts of them."""
    found, at = [], 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            found.append(replace(run, text=text))
        at += len(run.text)
    return found


def joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours that look alike as one run; an anchor stands once, at the first."""
    found = []
    for look, group in groupby(runs, key=lambda run: replace(run, text="")):
        found.append(replace(look, text="".join(run.text for run in group)))
    return found
