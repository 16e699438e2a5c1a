"""Cells → codes, each text judged once: dictionaries that remember, and the texts that mean nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.loading.problems import Report, with_nearest
from surveys.microdata.answers.personal_texts import shown
from surveys.microdata.answers.texts import clean, is_date_like, is_error_cell

BLANK, UNTICKED, UNKNOWN = -1, -2, -3  # codes beside the places of options
MOST_REMEMBERED = 50_000  # texts of a column; more are judged again and again, so that memory is bounded
MOST_KEPT = 1_000  # different texts that mean nothing, of a column; more are counted only
FIRST = 5  # of them are shown
MOST_ROWS = 20  # rows shown of one kind of problem of one question


class Lookup(dict[str, int]):
    """Text of a cell → code. `judge` is asked once a text."""

    def __init__(self, judge: Callable[[str], int]):
        super().__init__()
        self.judge = judge

    def __missing__(self, text: str) -> int:
        code = self.judge(text)
        if len(self) < MOST_REMEMBERED:
            self[text] = code
        return code

    def codes(self, cells: Sequence[str]) -> np.ndarray:
        return np.fromiter(map(self.__getitem__, cells), dtype=np.int32, count=len(cells))


@dataclass
class Stray:
    text: str
    line: int
    count: int = 1


@dataclass
class Strays:
    """Texts of a column that its question does not know, each with its count and first line."""

    column: str
    found: dict[str, Stray] = field(default_factory=dict)
    uncounted: int = 0

    def add(self, text: str, line: int) -> None:
        text = clean(text)
        if text in self.found:
            self.found[text].count += 1
        elif len(self.found) < MOST_KEPT:
            self.found[text] = Stray(text, line)
        else:
            self.uncounted += 1

    def add_where(self, is_wrong: np.ndarray, cells: Sequence[str], lines: Sequence[int]) -> None:
        for place in np.flatnonzero(is_wrong).tolist():
            self.add(cells[place], lines[place])

    def report(self, file: str, expected: str, known: Sequence[str], report: Report) -> None:
        """Error cells, texts that look like dates and the others, the first five of each with their counts."""
        kinds: dict[str, list[Stray]] = {"error": [], "date": [], "other": []}
        for stray in self.found.values():
            kind = "error" if is_error_cell(stray.text) else "date" if known and is_date_like(stray.text) else "other"
            kinds[kind].append(stray)
        for kind, strays in kinds.items():
            for stray in strays[:FIRST]:
                words = _words(kind, stray, expected, known)
                report.add(file, stray.line, self.column, shown(stray.text), _counted(words, stray.count))
            more = len(strays) - FIRST + (self.uncounted if kind == "other" else 0)
            if more > 0:
                words = ngettext("%(count)d more such value", "%(count)d more such values", more) % {"count": more}
                report.add(file, None, self.column, "", words)


def _words(kind: str, stray: Stray, expected: str, known: Sequence[str]) -> str:
    if kind == "error":
        return _("a spreadsheet left an error here instead of a value; mend the file or write a repair in the codebook")
    if kind == "date":
        return _(
            "this looks like a date that a spreadsheet made of a range such as 10-49; write a repair that replaces it, "
            "or name it as a source text of the option that was meant"
        )
    return with_nearest(expected, stray.text, known)


def _counted(words: str, count: int) -> str:
    if count == 1:
        return words
    return _("%(words)s (%(count)d rows, this is the first)") % {"words": words, "count": count}


@dataclass
class Rows:
    """Rows with one kind of problem of one question: the first MOST_ROWS of them with their values, and how many."""

    kept: list[tuple[int, str]] = field(default_factory=list)
    total: int = 0

    def add(self, line: int, value: str = "") -> None:
        self.total += 1
        if len(self.kept) < MOST_ROWS:
            self.kept.append((line, value))

    def report(self, file: str, column: str, expected: str, report: Report) -> None:
        """A problem a row; the last says how many more there are."""
        for line, value in self.kept:
            report.add(file, line, column, value, expected)
        more = self.total - len(self.kept)
        if more:
            words = ngettext("%(expected)s: %(count)d more row", "%(expected)s: %(count)d more rows", more)
            report.add(file, None, column, "", words % {"expected": expected, "count": more})
