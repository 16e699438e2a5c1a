"""Whether the rows and columns of a weighted table have anything to do with each other.

Rao & Scott (1984), doi 10.1214/aos/1176346391, with the correction of second order, as svychisq of R's survey.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from surveys.microdata.cells.cube import Sums
from surveys.microdata.statistics.shares import NOISE, Array, design_factor, ratio
from surveys.microdata.statistics.tails import beyond_f


@dataclass(frozen=True)
class Independence:
    f: float
    df1: float
    df2: float
    p: float


def rao_scott(cells: Sums, design: int) -> Independence | None:
    """The test of a (rows, columns) table in which everybody stands once. `design` is N of the whole dataset.

    F = X²/tr Δ with X² = n·Σ(P-E)²/E; degrees of freedom (tr Δ)²/tr Δ² and (n-1) times that, where
    Δ = (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C, V = N/(N-1)·[diag(s) - sP' - Ps' + (Σs)PP']/W², s = Σw² of each cell.

    None with fewer than two rows or columns that anybody stands in, and where cells without anybody leave Δ undefined.
    """
    return rao_scott_each(cells[None], design)[0]


def rao_scott_each(tables: Sums, design: int) -> list[Independence | None]:
    """The same for (tables, rows, columns): those without empty cells at once."""
    found: list[Independence | None] = [None] * len(tables.n)
    if design < 2:
        return found
    is_full = (tables.n > 0).all(axis=(1, 2)) if min(tables.n.shape[1:]) > 1 else np.zeros(len(found), dtype=bool)
    full = np.flatnonzero(is_full).tolist()
    if full:
        effects = _main_effects(*tables.n.shape[1:])
        for place, test in zip(full, _tests(tables[full], effects, slice(None), design), strict=True):
            found[place] = test
    for place in np.flatnonzero(~is_full).tolist():
        found[place] = _test_with_empty_cells(tables[place], design)
    return found


def _test_with_empty_cells(cells: Sums, design: int) -> Independence | None:
    """Empty rows and columns are left out. For other empty cells 1/P is taken as 0, as R does; that is D = ∞ there,
    which holds its main effects at 0."""
    cells = cells[np.ix_(cells.n.sum(axis=1) > 0, cells.n.sum(axis=0) > 0)]
    if min(cells.n.shape) < 2:
        return None
    effects, filled = _main_effects(*cells.n.shape), (cells.n > 0).ravel()
    free = _free_effects(effects[~filled])
    return None if free is None else _tests(cells[None], effects[filled] @ free, filled, design)[0]


def _tests(tables: Sums, effects: Array, filled: Any, design: int) -> list[Independence | None]:
    """`effects` are main effects in the cells of a table that are `filled`."""
    n, total = tables.n.sum(axis=(1, 2)), tables.w.sum(axis=(1, 2))
    shares = tables.w / total[:, None, None]
    expected = shares.sum(axis=2, keepdims=True) * shares.sum(axis=1, keepdims=True)
    x2 = n * (np.square(shares - expected) / expected).sum(axis=(1, 2))
    cells = (len(n), -1)
    trace, squared = _traces(shares.reshape(cells)[:, filled], tables.w2.reshape(cells)[:, filled], effects)
    f = ratio(x2, trace * n * design_factor(design) / np.square(total))
    df1 = ratio(np.square(trace), squared)
    df2 = df1 * (n - 1)
    rows = zip(f.tolist(), df1.tolist(), df2.tolist(), beyond_f(f, df1, df2).tolist(), strict=True)
    return [None if np.isnan(row).any() else Independence(*row) for row in rows]


def _traces(p: Array, s: Array, effects: Array) -> tuple[Array, Array]:
    """tr Δ and tr Δ² but for a factor, of each table; NaN where there is no variance. No matrix of cells by cells:

    The contrasts C are what main effects X leave of all tables, so C(C'D⁻¹C)⁻¹C' = Q = D - DX(X'DX)⁻¹X'D, and
    tr Δ = n·tr(D⁻¹VD⁻¹Q). D⁻¹VD⁻¹Q is a multiple of KQ - uq' - 1v' with K = diag(s/P²): term by term.
    """
    root = _roots(effects.T @ (p[..., None] * effects))
    y = np.linalg.solve(root, np.broadcast_to(effects.T, (len(p), *effects.T.shape))).swapaxes(1, 2)  # Q = D - D·yy'·D
    h = np.square(y).sum(axis=2)

    def q_times(vector: Array) -> Array:
        along = (p * vector)[:, None, :] @ y
        return p * (vector - (y @ along.swapaxes(1, 2))[:, :, 0])

    def dot(left: Array, right: Array) -> Array:
        return (left * right).sum(axis=1)

    u, ones = s / p, np.ones_like(p)
    k, q = u / p, q_times(ones)
    qu = q_times(u)
    v = qu - s.sum(axis=1, keepdims=True) * q
    diagonal = dot(u, 1 - p * h)
    trace = diagonal - dot(q, u) - dot(v, ones)
    squared = dot(u * u, 1 - 2 * p * h) + np.square(y.swapaxes(1, 2) @ (s[..., None] * y)).sum(axis=(1, 2))
    squared -= 2 * (dot(q * k, qu) + dot(v * k, q))
    squared += np.square(dot(q, u)) + 2 * dot(q, ones) * dot(v, u) + np.square(dot(v, ones))
    return np.where(trace > NOISE * diagonal, trace, np.nan), squared


def _roots(matrices: Array) -> Array:
    """Cholesky factors; NaN for a matrix that rounding leaves without one: cells of next to no weight."""
    try:
        return np.linalg.cholesky(matrices)
    except np.linalg.LinAlgError:
        if len(matrices) == 1:
            return np.full(matrices.shape, np.nan)
        return np.concatenate([_roots(matrix[None]) for matrix in matrices])


def _main_effects(rows: int, columns: int) -> Array:
    """(cells, rows + columns - 1): the row of each cell, and its column but the first."""
    row, column = np.divmod(np.arange(rows * columns), columns)
    return np.hstack([row[:, None] == np.arange(rows), column[:, None] == np.arange(1, columns)]).astype(float)


def _free_effects(empty: Array) -> Array | None:
    """A basis of the effects that vanish in all empty cells.

    None where these cells depend on each other: then some table of interactions lives on them alone, C'D⁻¹C has no
    inverse, and nothing is defined.
    """
    if len(empty) == 0:
        return np.eye(empty.shape[1])
    if len(empty) > empty.shape[1] or np.linalg.matrix_rank(empty) < len(empty):
        return None
    return np.linalg.svd(empty)[2][len(empty) :].T
