"""Which cells are hidden where two divisions of people cross, and which groups of cells can still be shown.

Rows and columns are atoms, whose sums are known. Cells of 1 to 9 people are hidden, and others with them, until what is
known tells of no such group: readers can add and subtract the sums of rows and columns and the cells that are shown, so
they know every f(row) + g(column) over the hidden cells. Such a sum that counts each cell once or not at all is made of
sums of the form "hidden cells of the rows A, but not of the columns B, all of whose hidden cells are in A" (take the
rows with f ≥ t and the columns with g ≤ -t for each t). It is smallest with all such columns B, once every row and
column has nobody or ten people in its hidden cells; so these are counted, for every A. (Secondary suppression:
Handbook on Statistical Disclosure Control, 2nd ed. 2024; Gusfield 1988, A graph theoretic approach to statistical data
security, SIAM Journal on Computing 17.)
"""

from collections.abc import Set
from functools import lru_cache

import numpy as np

from surveys.microdata.disclosure.atoms import LEAST_PEOPLE, Atoms
from surveys.microdata.disclosure.partitions import ANY, MISSING, NONE

MOST_ROWS = 12  # of which every set is tried; larger tables hide whole rows and columns
MOST_KEPT = 2048


def hidden_cells(counts: np.ndarray, left: Atoms, right: Atoms) -> np.ndarray:
    """(rows, columns) of bool; `counts` has nobody or at least ten people in each row and column."""
    if not _few(counts).any():
        return np.zeros(counts.shape, dtype=bool)
    if left.is_grouped and right.is_grouped:
        return np.ones(counts.shape, dtype=bool)
    if left.is_grouped:
        return hidden_cells(counts.T, right, left).T
    asked = _asked_columns(right)
    return _kept(counts.tobytes(), counts.shape, counts.dtype.str, asked)


def _asked_columns(atoms: Atoms) -> tuple[int, int, int] | None:
    """(missing, none, any) as columns, where a division of a multiple-response question tells all three apart."""
    if not atoms.is_grouped:
        return None
    missing, none, some = (int(atoms.labels[part]) for part in (MISSING, NONE, ANY))
    return (missing, none, some) if len({missing, none, some}) == 3 else None


@lru_cache(maxsize=MOST_KEPT)
def _kept(content: bytes, shape: tuple[int, ...], kind: str, asked: tuple[int, int, int] | None) -> np.ndarray:
    """Most columns of a table ask for the same crossing again."""
    counts = np.frombuffer(content, dtype=kind).reshape(shape)
    if asked is None:
        return _closed(counts, _few(counts), np.ones(shape, dtype=bool))
    return _closed_in_steps(counts, *asked)


def _closed_in_steps(counts: np.ndarray, missing: int, none: int, some: int) -> np.ndarray:
    """First who was asked at all, which is the same for every option of the question; then who gave this one.

    So no two options of a question hide different cells of those who were not asked. Where those asked cannot be
    shown, an answer no cannot: with the answer yes it would be them.
    """
    whole = np.stack([counts[:, missing], counts[:, none] + counts[:, some]], axis=1)
    first = _closed(whole, _few(whole), np.ones(whole.shape, dtype=bool))
    hidden, may = _few(counts), np.ones(counts.shape, dtype=bool)
    hidden[:, missing] |= first[:, 0]
    hidden[:, none] |= first[:, 1]
    may[:, missing] = False
    return _closed(counts, hidden, may)


def _few(counts: np.ndarray) -> np.ndarray:
    return (counts > 0) & (counts < LEAST_PEOPLE)


def _closed(counts: np.ndarray, hidden: np.ndarray, may: np.ndarray) -> np.ndarray:
    """With the cells that have to be hidden beside those that are, of those that `may` be."""
    if counts.shape[0] > counts.shape[1]:
        return _closed(counts.T, hidden.T, may.T).T
    if counts.shape[0] > MOST_ROWS:
        return _blocked(counts, hidden)
    hidden = hidden.copy()
    while True:
        wanted = _wanted(counts, hidden) & ~hidden & (counts > 0)
        wanted = wanted & may if (wanted & may).any() else wanted
        if not wanted.any():
            return hidden
        hidden[_cheapest(counts, hidden, wanted)] = True


def _wanted(counts: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """Cells any of which would mend the first thing that is wrong; none where nothing is."""
    inside = counts * hidden
    for axis in (0, 1):
        wrong = _few(inside.sum(axis=1 - axis))
        if wrong.any():
            found = np.zeros(counts.shape, dtype=bool)
            (found if axis == 0 else found.T)[np.argmax(wrong)] = True
            return found
    rows = _subsets(counts.shape[0])
    leaving = (~rows @ hidden) > 0  # (sets, columns): has hidden cells outside the set
    values = ((rows @ inside) * leaving).sum(axis=1)
    wrong = np.flatnonzero(_few(values))
    if not len(wrong):
        return np.zeros(counts.shape, dtype=bool)
    rows, leaving = rows[wrong[0]], leaving[wrong[0]]
    touched = hidden[rows].any(axis=0)
    return (rows[:, None] & leaving[None, :]) | (~rows[:, None] & (touched & ~leaving)[None, :])


@lru_cache
def _subsets(size: int) -> np.ndarray:
    """(2 ** size, size) of bool."""
    return (np.arange(1 << size)[:, None] >> np.arange(size) & 1).astype(bool)


def _cheapest(counts: np.ndarray, hidden: np.ndarray, wanted: np.ndarray) -> tuple[int, int]:
    """One that closes a ring of hidden cells rather than opening new rows and columns, then the smallest."""
    opened = (~hidden.any(axis=1)).astype(int)[:, None] + (~hidden.any(axis=0)).astype(int)[None, :]
    places = np.argwhere(wanted).tolist()
    row, column = min(places, key=lambda place: (opened[*place], counts[*place], place))
    return row, column


def _blocked(counts: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """A whole block of rows and columns, of two at least, each with ten people in the block.

    Over a block f + g that is 0 or 1 everywhere is a sum of rows or of columns.
    """
    rows, columns = np.asarray(hidden.any(axis=1)), np.asarray(hidden.any(axis=0))
    while True:
        block = rows[:, None] & columns[None, :]
        inside = counts * block
        if _few(inside.sum(axis=1)).any() or columns.sum() < 2:
            grown, sums = columns, np.where(columns, np.inf, counts[rows].sum(axis=0))
        elif _few(inside.sum(axis=0)).any() or rows.sum() < 2:
            grown, sums = rows, np.where(rows, np.inf, counts[:, columns].sum(axis=1))
        else:
            return block
        sums = np.where(sums > 0, sums, np.inf)
        if not np.isfinite(sums).any():
            return block
        grown[np.argmin(sums)] = True


def can_be_shown(hidden: np.ndarray, rows: Set[int], columns: Set[int]) -> bool:
    """Whether people in any of these rows and any of these columns follow from sums and shown cells.

    They do where f(row) + g(column) is 1 over the hidden cells of the group and 0 over the other hidden cells.
    """
    wanted = np.zeros(hidden.shape, dtype=int)
    wanted[np.ix_(sorted(rows), sorted(columns))] = 1
    f: dict[int, int] = {}
    g: dict[int, int] = {}
    for start in np.flatnonzero(hidden.any(axis=1)).tolist():
        if start in f:
            continue
        f[start], open_rows = 0, [start]
        while open_rows:
            row = open_rows.pop()
            for column in np.flatnonzero(hidden[row]).tolist():
                value = int(wanted[row, column]) - f[row]
                if g.setdefault(column, value) != value:
                    return False
                for other in np.flatnonzero(hidden[:, column]).tolist():
                    if other not in f:
                        f[other] = int(wanted[other, column]) - value
                        open_rows.append(other)
    return True
