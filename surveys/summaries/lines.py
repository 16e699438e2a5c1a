"""Public tables of answers → lines of figures.csv: whole samples and segments, as readers may see them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from surveys.microdata.publishing import table_for
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.table import SUPPRESSED, Audience, Estimate, Row, RowKind, TableSpec

Key = tuple[str, str, str, str, str]  # survey, wave, question, option, segment


@dataclass(frozen=True)
class FigureLine:
    """A figure that was computed: per cent, rounded as public tables are, with its rounded base and interval."""

    survey: str
    wave: str
    question: str
    option: str
    segment: str
    percent: Decimal
    base_n: int | None
    low: Decimal | None
    high: Decimal | None

    @property
    def key(self) -> Key:
        return (self.survey, self.wave, self.question, self.option, self.segment)


def lines_of(
    answers: Answers,
    question: str,
    figures_of: str,
    *,
    by: str = "",
    options: Collection[str],
    segments: Collection[str],
) -> Iterator[FigureLine]:
    """The figures of a question, of the whole sample or by a question whose options are segments.

    Only rows of `options` and columns of `segments` are given; what is hidden from readers is left out. Raises
    SpecError for a question that the codebook does not hold, RefusedTable for a break that readers may not use.
    """
    table = table_for(answers, TableSpec(question, breaks=(by,) if by else ()), Audience.PUBLIC)
    book = answers.codebook
    for row in table.rows:
        if row.kind is RowKind.MEAN or row.code not in options:
            continue
        for segment, estimate in _by_segment(row, by, segments):
            if estimate.p is not None:
                yield FigureLine(
                    book.survey, book.wave, figures_of, row.code, segment, _percent(estimate.p), *_numbers(estimate)
                )


def _by_segment(row: Row, by: str, segments: Collection[str]) -> Iterator[tuple[str, Estimate]]:
    if not by:
        if row.status != SUPPRESSED:
            yield "", row.total
        return
    for cell in row.cells:
        segment = f"{by}={cell.column.code}"
        if segment in segments and SUPPRESSED not in (cell.status, cell.column.status):
            yield segment, cell.estimate


def _numbers(estimate: Estimate) -> tuple[int | None, Decimal | None, Decimal | None]:
    """Base and interval."""
    low, high = estimate.ci or (None, None)
    return estimate.base.n, None if low is None else _percent(low), None if high is None else _percent(high)


def _percent(share: float) -> Decimal:
    """0.305 as 30.5, without zeros behind it."""
    percent = Decimal(f"{share * 100:.2f}")
    return percent.quantize(Decimal(1)) if percent == percent.to_integral_value() else percent.normalize()
