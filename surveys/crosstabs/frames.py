"""One row a cell of a public table, with codes, labels in both languages, bases, interval, letters and status.

rows question by two breaks; the whole sample has an empty segment:

question        option     segment     value unit base_n ci_low ci_high status significance letter versus_rest
serverless_use  production             41.5  %    1320   38.8   44.3
serverless_use  production region=asia 47    %    310    41     53             B            A      higher
serverless_use  production region=oth  NaN   %    NaN    NaN    NaN     s                   C
"""

from collections.abc import Iterable

import pandas as pd

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from surveys.crosstabs.asking import Asking
from surveys.microdata.tables.table import SUPPRESSED, Base, Cell, Column, Estimate, Row, RowKind, Table
from surveys.models import Dataset

CROSSTAB_TYPES = {
    **labelled_types("survey", "wave", "question", "option", "segment"),
    "value": "float64",
    "unit": "str",
    **dict.fromkeys(("base_n", "base_weighted", "base_effective", "ci_low", "ci_high"), "float64"),
    **text_types("status", "significance", "source", "letter", "versus_rest", "row_kind", "break_code"),
    **text_types("segment_kind"),  # "net" for nets of a break
    "order": "int64",  # place in the table as the codebook orders it
    "total": "float64",  # what the answer has in the whole sample
}
ALL = ("All", "合计")
PER_CENT, MEAN_UNIT = "%", "mean"
LEVEL = 0.05  # of p, for arrows
HIGHER, LOWER = "higher", "lower"
PLACES = 3  # decimals of a percentage that are kept: public ones have one at most
MEAN_PLACES = 6


def crosstab_frame(table: Table, asking: Asking, dataset: Dataset) -> pd.DataFrame:
    """Answers in the order of the codebook, each with the whole sample first, then its columns from left to right."""
    of_all = {
        **named("survey", dataset.wave.survey.slug, dataset.wave.survey),
        **named("wave", dataset.wave.slug, dataset.wave),
        **labelled("question", table.spec.rows, asking.both(table.spec.rows)),
        "source": dataset.source.code,
    }
    labels = segment_labels(table.columns, asking)
    rows = (found for row in table.rows for found in _row_cells(row, table, labels))
    return frame_of(({**of_all, **row, "order": place} for place, row in enumerate(rows)), CROSSTAB_TYPES)


def sorted_answers(frame: pd.DataFrame, sort: str) -> pd.DataFrame:
    """By what answers have in the whole sample: largest or smallest first; means stay last."""
    if sort == "order":
        return frame
    is_mean = frame["row_kind"] == str(RowKind.MEAN)
    by, ascending = ["is_mean", "total", "order"], [True, sort == "value", True]
    rows = frame.assign(is_mean=is_mean).sort_values(by, ascending=ascending, kind="stable", ignore_index=True)
    return rows.drop(columns="is_mean")


def segment_labels(columns: Iterable[Column], asking: Asking) -> dict[tuple[str, str], tuple[str, str]]:
    """(break, code) → labels; of several breaks each says its own: "10 or fewer" alone would be of nothing."""
    columns = list(columns)
    has_several = len({column.break_code for column in columns}) > 1
    found = {}
    for column in columns:
        labels = column.label_en, column.label_zh or column.label_en
        if has_several:
            english, chinese = asking.both(column.break_code)
            labels = f"{english}: {labels[0]}", f"{chinese}：{labels[1]}"
        found[column.key] = labels
    return found


def _row_cells(row: Row, table: Table, labels) -> Iterable[dict]:
    total = _number(row.total)
    of_row = {
        **labelled("option", row.code, (row.label_en, row.label_zh)),
        "unit": MEAN_UNIT if row.kind is RowKind.MEAN else PER_CENT,
        "row_kind": str(row.kind),
        "total": total,
    }
    yield {
        **of_row,
        **labelled("segment", "", ALL),
        **_estimate(row.total),
        **_base(row.total.base),
        **dict.fromkeys(("significance", "letter", "versus_rest", "break_code", "segment_kind"), ""),
        "status": row.status or "",
    }
    for cell in row.cells:
        yield {**of_row, **_cell(cell, labels[cell.column.key])}


def _cell(cell: Cell, labels: tuple[str, str]) -> dict:
    column = cell.column
    status = cell.status or column.status or ""
    is_hidden = status == SUPPRESSED
    return {
        **labelled("segment", f"{column.break_code}={column.code}", labels),
        **_estimate(cell.estimate),
        **_base(cell.estimate.base),
        "status": status,
        "significance": "" if is_hidden else cell.letters,
        "letter": column.letter,
        "versus_rest": direction(cell),
        "break_code": column.break_code,
        "segment_kind": str(RowKind.NET) if column.is_net else "",
    }


def direction(cell: Cell) -> str:
    """Whether a cell is higher or lower than everybody else in its break, beyond chance (p < 0.05); else empty.

    Public tables give the level that p is below in its place.
    """
    test = cell.versus_rest
    if test is None or not test.z or test.p_adjusted is None or test.p_adjusted > LEVEL:
        return ""
    return HIGHER if test.z > 0 else LOWER


def _number(estimate: Estimate) -> float:
    if estimate.mean is not None:
        return round(estimate.mean, MEAN_PLACES)
    return float("nan") if estimate.p is None else round(estimate.p * 100, PLACES)


def _estimate(estimate: Estimate) -> dict:
    low, high = (float("nan"),) * 2
    if estimate.ci is not None:
        low, high = (round(end * 100, PLACES) for end in estimate.ci)
    return {"value": _number(estimate), "ci_low": low, "ci_high": high}


def _base(base: Base) -> dict:
    numbers = {"base_n": base.n, "base_weighted": base.w, "base_effective": base.effective}
    return {key: float("nan") if value is None else float(value) for key, value in numbers.items()}
