"""Tables as JSON, as docs/data.md describes it, and as CSV. Undefined and hidden are null; nothing is rounded here."""

import csv
import io
from typing import Any

from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.table import Audience, Base, Cell, Estimate, Overall, Row, RowKind, Table, Test

HEADINGS = (
    *("row", "break", "column", "letter", "n", "w", "p", "se", "ci_low", "ci_high", "mean", "sd"),
    *("base_n", "base_w", "base_effective", "letters", "status"),
)


def table_json(table: Table) -> dict[str, Any]:
    """Plain values; the footnote is in the active language.

    `break` stands with columns and cells, and `overall` maps each break to its test, where there are several breaks.
    """
    is_many = len(table.spec.breaks) > 1
    return {
        "n_design": table.n_design,
        "columns": [
            {
                **({"break": column.break_code} if is_many else {}),
                "code": column.code,
                "letter": column.letter,
                **_base(column.base),
                **_status(table, column.status),
            }
            for column in table.columns
        ],
        "rows": [_row(table, row) for row in table.rows],
        "overall": _overall(table.spec.breaks, table.overall),
        "footnote": footnote_of(table),
    }


def table_csv(table: Table) -> str:
    """One line a cell, the total of a row first, with empty break and column. Numbers as in the JSON."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for row in table.rows:
        writer.writerow(_line(row.code, ("", "", ""), row.total, row.total.base, "", row.status))
        for cell in row.cells:
            column = cell.column
            base = cell.estimate.base if row.kind is RowKind.MEAN else column.base
            where = (column.break_code, column.code, column.letter)
            writer.writerow(_line(row.code, where, cell.estimate, base, cell.letters, cell.status))
    return out.getvalue()


def _line(row: str, where: tuple[str, ...], estimate: Estimate, base: Base, letters: str, status: str | None) -> list:
    low, high = estimate.ci or (None, None)
    return [
        row,
        *where,
        *(estimate.n, estimate.w, estimate.p, estimate.se, low, high, estimate.mean, estimate.sd),
        *(base.n, base.w, base.effective),
        letters,
        status,
    ]


def _row(table: Table, row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {
        "code": row.code,
        "total": {**_estimate(row.total, row.kind), **_base(row.total.base), **_status(table, row.status)},
        "cells": [_cell(table, row.kind, cell) for cell in row.cells],
    }
    if row.overall:
        found["overall"] = _overall(table.spec.breaks, row.overall)
    return found


def _cell(table: Table, kind: RowKind, cell: Cell) -> dict[str, Any]:
    place = {"break": cell.column.break_code} if len(table.spec.breaks) > 1 else {}
    return {
        **place,
        "column": cell.column.code,
        **_estimate(cell.estimate, kind),
        "letters": cell.letters,
        "status": cell.status,
        "tests": [_test(test) for test in cell.tests],
    }


def _estimate(estimate: Estimate, kind: RowKind) -> dict[str, Any]:
    numbers: dict[str, Any]
    if kind is RowKind.MEAN:
        numbers = {"mean": estimate.mean, "se": estimate.se, "sd": estimate.sd}
    else:
        numbers = {"p": estimate.p, "se": estimate.se, "ci": None if estimate.ci is None else list(estimate.ci)}
    return {"n": estimate.n, "w": estimate.w, **numbers}


def _base(base: Base) -> dict[str, Any]:
    return {"base_n": base.n, "base_w": base.w, "base_effective": base.effective}


def _status(table: Table, status: str | None) -> dict[str, Any]:
    """Research tables hide nothing, so they say nothing of it."""
    return {"status": status} if table.audience is Audience.PUBLIC else {}


def _test(test: Test) -> dict[str, Any]:
    return {
        "against": test.against,
        "z": test.z,
        "p": test.p,
        "p_adjusted": test.p_adjusted,
        "reason": None if test.reason is None else str(test.reason),
    }


def _overall(breaks: tuple[str, ...], found: dict[str, Overall]) -> dict[str, Any] | None:
    """Of the one break; of several, each by its code."""
    if len(breaks) <= 1:
        return _test_values(found.get(breaks[0])) if breaks else None
    return {code: _test_values(found.get(code)) for code in breaks}


def _test_values(overall: Overall | None) -> dict[str, float | None] | None:
    return None if overall is None else {"f": overall.f, "df1": overall.df1, "df2": overall.df2, "p": overall.p}
