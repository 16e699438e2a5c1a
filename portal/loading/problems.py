"""What a load says: each problem with its place, and the counts of each dataset."""

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MAX_KEPT = 1000  # problems; more are counted only
MAX_VALUE_SHOWN = 120  # characters


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it stands and what was expected there."""

    file: str
    line: int | None
    column: str
    value: str
    expected: str
    is_note: bool = False  # said for the record; nothing is refused for it

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line is not None:
            place.append(_("line %(line)d") % {"line": self.line})
        if self.column:
            place.append(_("column %(column)s") % {"column": self.column})
        where = ", ".join(place)
        what = f"“{self.value}” – {self.expected}" if self.value else self.expected
        return f"{where}: {what}" if where else what

    def as_json(self) -> dict:
        """As ImportRun keeps it; only notes say that they are some."""
        values = asdict(self)
        return values if self.is_note else {key: value for key, value in values.items() if key != "is_note"}


@dataclass
class Counts:
    """What became of the rows of one dataset."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        return self.added + self.changed + self.unchanged


@dataclass
class Report:
    """Everything a load has to say. All problems and notes are counted, the first MAX_KEPT of each kept."""

    kept: list[Problem] = field(default_factory=list)
    total: int = 0
    notes: list[Problem] = field(default_factory=list)
    notes_total: int = 0
    counts: dict[str, Counts] = field(default_factory=dict)

    def add(self, file: str, line: int | None, column: str, value: object, expected: object) -> None:
        self.total += 1
        if not self.is_full:
            self.kept.append(Problem(file, line, column, shorten(str(value)), str(expected)))

    def note(self, file: str, line: int | None, column: str, value: object, words: object) -> None:
        """Something that was taken in all the same, but that a reader of the file should know."""
        self.notes_total += 1
        if len(self.notes) < MAX_KEPT:
            self.notes.append(Problem(file, line, column, shorten(str(value)), str(words), is_note=True))

    @property
    def is_full(self) -> bool:
        """Whether further problems are counted only: no need to word them with care."""
        return len(self.kept) >= MAX_KEPT

    @property
    def problems(self) -> list[Problem]:
        """The kept problems, and a last one that says how many more there are."""
        more = self.total - len(self.kept)
        if not more:
            return self.kept
        words = ngettext("%(count)d more problem is not listed.", "%(count)d more problems are not listed.", more)
        return [*self.kept, Problem("", None, "", "", words % {"count": more})]

    def as_json(self) -> tuple[dict, list]:
        """The counts, and the problems with the notes behind them, as ImportRun keeps them."""
        counts = {name: asdict(counted) for name, counted in self.counts.items()}
        return counts, [problem.as_json() for problem in [*self.problems, *self.all_notes]]

    @property
    def all_notes(self) -> list[Problem]:
        """The kept notes, and a last one that says how many more there are."""
        more = self.notes_total - len(self.notes)
        if not more:
            return self.notes
        words = ngettext("%(count)d more note is not listed.", "%(count)d more notes are not listed.", more)
        return [*self.notes, Problem("", None, "", "", words % {"count": more}, is_note=True)]


def shorten(text: str) -> str:
    return text if len(text) <= MAX_VALUE_SHOWN else f"{text[: MAX_VALUE_SHOWN - 1]}…"


def with_nearest(expected: str, value: str, known: Iterable[str]) -> str:
    """`expected`, with the known names most like `value` where there are any."""
    folded = {name.casefold(): name for name in known}
    nearest = [folded[name] for name in difflib.get_close_matches(value.casefold(), folded, n=3, cutoff=0.6)]
    if not nearest:
        return expected
    return _("%(expected)s; nearest: %(names)s") % {"expected": expected, "names": ", ".join(nearest)}
