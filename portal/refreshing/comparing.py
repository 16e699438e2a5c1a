"""What changed between the numbers of a file and those of the portal, number by number."""

from collections import defaultdict
from dataclasses import dataclass

from portal.exhibits.slide_marks import Contents
from portal.exhibits.tables import MISSING

EMPTY = (None, "", MISSING)


@dataclass(frozen=True)
class Change:
    """A number that stood in the file; `after` is empty where it is gone."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """`added` counts numbers that the file did not have; `differs` also tells of a new order or new empty rows."""

    changes: tuple[Change, ...]
    added: int
    differs: bool


def compare(old: Contents, fresh: Contents, everywhere: Contents) -> Comparison:
    """`fresh` is what will stand in place of `old`, `everywhere` all parts of the exhibit: rows move between slides.

    The same words may stand before several numbers, as under headings: such numbers are told apart by value.
    """
    left: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row, column, value in everywhere:
        if value not in EMPTY:
            left[row, column].append(written(value))
    known: dict[tuple[str, str], int] = defaultdict(int)
    changed = []
    for row, column, value in old:
        if value in EMPTY:
            continue
        text = written(value)
        known[row, column] += 1
        if text in left[row, column]:
            left[row, column].remove(text)
        else:
            changed.append((row, column, text))
    changes = tuple(Change(*each, left[each[:2]].pop(0) if left[each[:2]] else "") for each in changed)
    added = 0
    for row, column, value in fresh:
        if value not in EMPTY:
            known[row, column] -= 1
            added += known[row, column] < 0
    return Comparison(changes, added, plain(old) != plain(fresh))


def plain(contents: Contents) -> list[tuple[str, str, str]]:
    return [(row, column, "" if value in EMPTY else written(value)) for row, column, value in contents]


def written(value: float | str | None) -> str:
    """Numbers alike in every program."""
    return f"{value:.10g}" if isinstance(value, float) else str(value).strip()
