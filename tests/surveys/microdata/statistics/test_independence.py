"""Rao and Scott's test, against the formula with its matrices written out, Pearson's test, and undefined tables."""

import numpy as np
import pytest
from scipy import stats

from surveys.microdata.cells.cube import Sums
from surveys.microdata.statistics.independence import rao_scott, rao_scott_each


def table(n, weights=None, squares=None) -> Sums:
    n = np.array(n, dtype=float)
    return Sums(n, n if weights is None else np.array(weights), n if squares is None else np.array(squares))


def drawn(rows: int, columns: int, seed: int, empty: int = 0) -> Sums:
    """Cells of some people each with weights by chance; the first `empty` on the diagonal hold nobody."""
    chance = np.random.default_rng(seed)
    sums = np.zeros((3, rows, columns))
    for row in range(rows):
        for column in range(columns):
            weights = np.exp(chance.normal(0, 0.7, chance.integers(2, 30)))
            if row != column or row >= empty:
                sums[:, row, column] = len(weights), weights.sum(), (weights**2).sum()
    return Sums(*sums)


def written_out(cells: Sums, design: int) -> tuple[float, float, float]:
    """F, numerator and denominator degrees of freedom by the matrices of the formula, as svychisq has them."""
    rows, columns = cells.n.shape
    n, total = cells.n.sum(), cells.w.sum()
    p, s = cells.w.ravel() / total, cells.w2.ravel()
    contrasts = np.kron(contrasts_of(rows), contrasts_of(columns))
    inverse = np.diag([0 if each == 0 else 1 / each for each in p])
    outer = np.outer(s, p)
    variance = design / (design - 1) * (np.diag(s) - outer - outer.T + s.sum() * np.outer(p, p)) / total**2
    bread = contrasts.T @ inverse @ contrasts / n
    delta = np.linalg.solve(bread, contrasts.T @ inverse @ variance @ inverse @ contrasts)
    shares = cells.w / total
    expected = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    x2 = n * ((shares - expected) ** 2 / expected).sum()
    df1 = np.trace(delta) ** 2 / np.trace(delta @ delta)
    return x2 / np.trace(delta), df1, df1 * (n - 1)


def contrasts_of(count: int) -> np.ndarray:
    """Orthogonal (Helmert) contrasts, a column each."""
    found = np.zeros((count, count - 1))
    for place in range(1, count):
        found[:place, place - 1], found[place, place - 1] = 1, -place
    return found


@pytest.mark.parametrize("empty", [0, 1, 2])
@pytest.mark.parametrize(("rows", "columns"), [(2, 2), (2, 6), (5, 3), (12, 8)])
def test_is_the_formula_written_out(rows, columns, empty):
    cells = drawn(rows, columns, 10 * rows + columns, empty)

    found = rao_scott(cells, 400)

    assert (found.f, found.df1, found.df2) == pytest.approx(written_out(cells, 400), rel=1e-9)
    assert found.p == pytest.approx(stats.f.sf(found.f, found.df1, found.df2), rel=1e-9)


def test_as_many_empty_cells_as_rows_and_columns_less_one_have_a_test():
    cells = drawn(3, 4, 7)
    # Six cells of twelve hold nobody, one fewer than rows and columns together, and none can be told from the others:
    # they make a path through rows and columns, not a ring.
    for row, column in ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3)):
        for sums in (cells.n, cells.w, cells.w2):
            sums[row, column] = 0

    found = rao_scott(cells, 400)

    assert (found.f, found.df1, found.df2) == pytest.approx(written_out(cells, 400), rel=1e-9)


def test_without_weights_a_two_by_two_is_pearsons_test():
    # Counts 30 10 / 20 40 of 100: expected 20 20 / 30 30, so X² = 100/20·2 + 100/30·2 = 50/3. V of a simple random
    # sample is N/(N-1) times the variance that X² takes, so that Δ is 100/99 and F is X² over it.
    cells = table([[30, 10], [20, 40]])

    found = rao_scott(cells, 100)

    assert stats.chi2_contingency(cells.n, correction=False).statistic == pytest.approx(50 / 3)
    assert (found.f, found.df1, found.df2) == pytest.approx((50 / 3 / (100 / 99), 1, 99))


def test_rows_and_columns_without_anybody_are_left_out():
    full = drawn(3, 4, 1)
    holes = Sums(*(np.insert(np.insert(each, 1, 0, axis=0), 2, 0, axis=1) for each in (full.n, full.w, full.w2)))

    assert rao_scott(holes, 300) == rao_scott(full, 300)


def test_weights_times_a_thousand_change_nothing():
    cells = drawn(4, 3, 5)
    found = rao_scott(cells, 300)

    times = rao_scott(Sums(cells.n, cells.w * 1000, cells.w2 * 1e6), 300)

    assert [times.f, times.df1, times.df2, times.p] == pytest.approx([found.f, found.df1, found.df2, found.p])


@pytest.mark.parametrize(
    "n",
    [
        pytest.param([[0, 0], [0, 0]], id="nobody"),
        pytest.param([[5, 0], [0, 0]], id="one cell"),
        pytest.param([[5, 3], [0, 0]], id="one row"),
        pytest.param([[5, 0], [3, 0]], id="one column"),
        pytest.param([[5, 0], [0, 5]], id="no variance"),
        pytest.param([[5, 0, 0], [0, 4, 0], [0, 0, 3]], id="the same of three"),
        pytest.param([[5, 0, 0], [7, 0, 0], [1, 4, 3]], id="a block of empty cells"),
    ],
)
def test_undefined_is_none(n):
    assert rao_scott(table(n), 100) is None


def test_one_respondent_in_the_dataset_is_none():
    assert rao_scott(table([[1, 1], [1, 1]]), 1) is None


def test_large_tables_stay_small():
    """Cells by cells would be ten thousand by ten thousand numbers."""
    found = rao_scott(drawn(100, 100, 8), 200_000)

    assert 0 < found.df1 < 99 * 99
    assert found.df2 > found.df1


def test_each_of_several_tables_is_as_alone():
    tables = [drawn(3, 4, 2), drawn(3, 4, 3, empty=2), table(np.zeros((3, 4))), drawn(3, 4, 4)]
    stacked = Sums(*(np.stack([getattr(each, name) for each in tables]) for name in ("n", "w", "w2")))

    found = rao_scott_each(stacked, 400)

    assert found[2] is None
    for place in (0, 1, 3):
        alone = rao_scott(tables[place], 400)
        assert (found[place].f, found[place].df1, found[place].p) == pytest.approx((alone.f, alone.df1, alone.p))
        assert (alone.f, alone.df1, alone.df2) == pytest.approx(written_out(tables[place], 400))


def test_cells_of_next_to_no_weight_are_undefined_and_spoil_no_other_table():
    light = np.full((3, 4), 1e-200)
    light[:, 1] = 1e9
    n = np.full((3, 4), 5.0)
    full = drawn(3, 4, 2)
    stacked = Sums(np.stack([n, full.n]), np.stack([light, full.w]), np.stack([light**2, full.w2]))

    found = rao_scott_each(stacked, 400)

    assert found[0] is None
    assert found[1].f == pytest.approx(rao_scott(full, 400).f)
