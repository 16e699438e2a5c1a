"""What one break adds to a table: its columns, and in each row its cells with their tests."""

from collections.abc import Sequence

import numpy as np

from surveys.microdata.cells.cube import BEFORE, CellCube, Sums
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.statistics.independence import rao_scott_each
from surveys.microdata.tables.banner import columns_of
from surveys.microdata.tables.comparing import Compared, Rules, compare_means, compare_shares
from surveys.microdata.tables.estimating import Bases, means_of, shares_of
from surveys.microdata.tables.table import Cell, Estimate, Overall


class BreakPart:
    """`start` is how many columns stand in the breaks before this one."""

    def __init__(self, rows: Question, by: Question, cube: CellCube, start: int, rules: Rules, design: int):
        self.rows, self.by, self.cube, self.design = rows, by, cube, design
        self.bases = Bases(cube.bases)
        self.columns = columns_of(by, start, self.bases)
        self.shares = shares_of(cube, self.bases, design)
        self.compared = compare_shares(cube, self.shares, self.columns, rules)
        self.rules = rules

    def cells(self, row: int) -> list[Cell]:
        """Of an option or a net."""
        return self._cells(self.shares.estimates[row], self.compared.row(row))

    def mean_cells(self) -> list[Cell]:
        """Of the row of means; none where nobody can have a number."""
        means = means_of(self.cube)
        if means is None:
            return []
        compared = compare_means(means, self.columns, self.rules, self.design)
        return self._cells(means.estimates(self.design), compared.row(0))

    def _cells(self, estimates: Sequence[Estimate], compared: Sequence[Compared]) -> list[Cell]:
        return [
            Cell(column, estimate, each.letters, tests=each.tests, versus_rest=each.versus_rest)
            for column, estimate, each in zip(self.columns, estimates[BEFORE:], compared, strict=True)
        ]

    def overall(self) -> Overall | None:
        """Of the whole table, where everybody stands in one row and one column."""
        if self.rows.kind in (Kind.MULTIPLE, Kind.NUMERIC):
            return None
        return self._overall(self.cube.cells[: len(self.rows.options)][None])[0]

    def row_overalls(self) -> list[Overall | None]:
        """Of each option and net of multiple response: those who chose it, and those who were asked and did not."""
        chosen = self.cube.cells
        if self.rows.kind is not Kind.MULTIPLE:
            return [None] * len(chosen.n)
        others = self.cube.bases - chosen
        is_any = others.n > 0  # where nobody is left, what is left of weights is rounding
        return self._overall(
            Sums(
                np.stack([chosen.n, others.n], axis=1),
                np.stack([chosen.w, np.where(is_any, others.w, 0)], axis=1),
                np.stack([chosen.w2, np.where(is_any, others.w2, 0)], axis=1),
            )
        )

    def _overall(self, tables: Sums) -> list[Overall | None]:
        if self.by.kind is Kind.MULTIPLE:
            return [None] * len(tables.n)
        found = rao_scott_each(tables[:, :, BEFORE : BEFORE + len(self.by.options)], self.design)
        return [None if each is None else Overall(each.f, each.df1, each.df2, each.p) for each in found]
