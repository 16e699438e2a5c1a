"""Computed figures into the rows of figures.csv: their own earlier ones give way to them, published ones never do."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from surveys.loading.figures import MAX_WHOLE
from surveys.models import Figure
from surveys.summaries.lines import FigureLine, Key

KEY = ("survey", "wave", "question", "option", "segment")
Cells = dict[str, str]
Group = tuple[str, str, str, str]  # survey, wave, question, segment


@dataclass(frozen=True)
class Merged:
    """Rows of figures.csv in the order of their keys.

    written    how many of them were computed
    published  computed lines that stand back behind a published number, with that number
    beyond     groups (survey, wave, question, segment) whose published shares leave no room for computed ones
    """

    rows: list[Cells]
    written: int
    published: list[tuple[FigureLine, str]] = field(default_factory=list)
    beyond: list[Group] = field(default_factory=list)


def merge(
    rows: Iterable[Cells], lines: Iterable[FigureLine], *, source: dict[str, str], wholes: Collection[tuple[str, str]]
) -> Merged:
    """`source` is the code of the source by wave; `wholes` are (wave, question) where shares are parts of a whole.

    A row is our own where it was derived from that source and its question gets lines in that wave.
    """
    lines = list(lines)
    groups = {(line.survey, line.wave, line.question) for line in lines}
    kept = {_key(row): row for row in rows if not _is_own(row, groups, source)}
    published = [(line, kept[line.key]["percent"]) for line in lines if line.key in kept]
    fresh = [line for line in lines if line.key not in kept]
    beyond = _beyond(kept, fresh, wholes)
    written = {line.key: _cells(line, source[line.wave]) for line in fresh if _group(line.key) not in beyond}
    merged = kept | written
    return Merged([merged[key] for key in sorted(merged)], len(written), published, sorted(beyond))


def _is_own(row: Cells, groups: Collection[tuple[str, str, str]], source: dict[str, str]) -> bool:
    is_derived = row["basis"] == Figure.Basis.DERIVED and row["source"] == source.get(row["wave"])
    return is_derived and _key(row)[:3] in groups


def _beyond(kept: dict[Key, Cells], fresh: list[FigureLine], wholes: Collection[tuple[str, str]]) -> set[Group]:
    totals: dict[Group, Decimal] = defaultdict(Decimal)
    for key, row in kept.items():
        totals[_group(key)] += Decimal(row["percent"])
    for line in fresh:
        totals[_group(line.key)] += line.percent
    ours = {_group(line.key) for line in fresh if (line.wave, line.question) in wholes}
    return {group for group in ours if totals[group] > MAX_WHOLE}


def _group(key: Key) -> Group:
    survey, wave, question, _option, segment = key
    return survey, wave, question, segment


def _key(row: Cells) -> Key:
    survey, wave, question, option, segment = (row[name] for name in KEY)
    return survey, wave, question, option, segment


def _cells(line: FigureLine, source: str) -> Cells:
    numbers = {"percent": line.percent, "base_n": line.base_n, "low": line.low, "high": line.high}
    return {
        **dict(zip(KEY, line.key, strict=True)),
        **{name: "" if number is None else str(number) for name, number in numbers.items()},
        **dict.fromkeys(("note_en", "note_zh", "page"), ""),
        "basis": str(Figure.Basis.DERIVED),
        "source": source,
    }
