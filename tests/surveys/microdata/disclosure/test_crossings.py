"""Cells hidden where two divisions cross: by hand, and against every sum that a reader could work out."""

from itertools import product

import numpy as np
import pytest

from surveys.microdata.disclosure.atoms import Atoms, atoms_of, is_few
from surveys.microdata.disclosure.crossings import _blocked, can_be_shown, hidden_cells
from surveys.microdata.disclosure.partitions import Partition

SINGLE, MULTIPLE = Partition("Q1"), Partition("Q1", ((0,),))


def plain(size: int, *, is_grouped: bool = False) -> Atoms:
    return Atoms(np.arange(size), is_grouped)


@pytest.mark.parametrize(
    ("counts", "partition", "labels"),
    [
        pytest.param([0, 50, 40, 30], SINGLE, [0, 1, 2, 3], id="nothing small"),
        pytest.param([0, 50, 40, 5], SINGLE, [1, 2, 0, 0], id="one small: the smallest option with it"),
        pytest.param([0, 50, 6, 6], SINGLE, [1, 2, 0, 0], id="two small of ten and more"),
        pytest.param([0, 50, 40, 4, 4], SINGLE, [1, 2, 0, 0, 0], id="two small of fewer than ten"),
        pytest.param([5, 50, 40, 30], SINGLE, [0, 1, 2, 0], id="few without an answer"),
        pytest.param([60, 50, 40, 5], SINGLE, [1, 2, 0, 0], id="many without an answer are a group of their own"),
        pytest.param([0, 50, 0, 30], SINGLE, [0, 1, 2, 3], id="an option of nobody hides nobody"),
        pytest.param([0, 3, 4], SINGLE, [1, 0, 0], id="few altogether"),
        pytest.param([0, 80, 5], MULTIPLE, [1, 0, 0], id="few gave it"),
        pytest.param([0, 5, 80], MULTIPLE, [1, 0, 0], id="few did not"),
        pytest.param([5, 60, 40], MULTIPLE, [0, 0, 1], id="few were not asked: an answer no goes with them"),
    ],
)
def test_atoms(counts, partition, labels):
    assert atoms_of(np.array(counts), partition).labels.tolist() == labels


def test_a_group_of_whole_atoms_is_told_apart_and_half_an_atom_is_not():
    atoms = atoms_of(np.array([0, 50, 40, 6, 6]), SINGLE)

    assert atoms.of(frozenset({1})) == {2}
    assert atoms.of(frozenset({3, 4})) == {0}
    assert atoms.of(frozenset({1, 3})) is None


def test_nothing_small_hides_nothing():
    counts = np.array([[10, 20], [30, 40]])

    assert not hidden_cells(counts, plain(2), plain(2)).any()


def test_a_small_cell_is_hidden_in_a_ring():
    counts = np.array([[3, 40, 50], [60, 20, 30], [70, 80, 90]])

    hidden = hidden_cells(counts, plain(3), plain(3))

    assert hidden.tolist() == [[True, True, False], [True, True, False], [False, False, False]]
    assert not can_be_shown(hidden, {0}, {0})
    assert can_be_shown(hidden, {0}, {2})
    assert can_be_shown(hidden, {0}, {0, 1})
    assert can_be_shown(hidden, {0, 1}, {0})
    assert not can_be_shown(hidden, {0, 2}, {0})
    assert can_be_shown(hidden, {0, 1, 2}, {0})


def test_exchanging_rows_and_columns_hides_the_same():
    chance = np.random.default_rng(3)
    counts = large_sums(chance.integers(0, 30, (4, 4)))

    hidden = hidden_cells(counts, plain(4), plain(4))

    assert hidden.any()
    assert can_be_shown(hidden, {1, 2}, {0, 3}) == can_be_shown(hidden.T, {0, 3}, {1, 2})


def large_sums(counts: np.ndarray) -> np.ndarray:
    """The counts, with ten people or more in each row and column."""
    counts = counts.copy()
    np.fill_diagonal(counts, np.diagonal(counts) + 10)
    return counts


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("hide", ["rings", "blocks"])
def test_no_sum_of_hidden_cells_that_readers_know_is_small(seed, hide):
    """Every f(row) + g(column) that counts each hidden cell once or not at all, by trying them all."""
    chance = np.random.default_rng(seed)
    counts = large_sums(chance.choice([0, 2, 5, 9, 12, 30], (4, 4)))
    hidden = hidden_cells(counts, plain(4), plain(4)) if hide == "rings" else _blocked(counts, is_few_each(counts))

    assert (hidden | ~is_few_each(counts)).all()
    levels = [*product(range(-2, 3), repeat=4)]
    for f in product([0], *[range(-2, 3)] * 3):  # adding one to f and taking it from g changes nothing
        sums = np.array(f)[None, :, None] + np.array(levels)[:, None, :]
        is_count = (((sums == 0) | (sums == 1)) | ~hidden).all(axis=(1, 2))
        known = (np.where(hidden, sums, 0) * counts).sum(axis=(1, 2))
        assert not is_few_each(known[is_count]).any()


def is_few_each(counts: np.ndarray) -> np.ndarray:
    return np.vectorize(is_few, otypes=[bool])(counts)


def test_large_tables_hide_blocks():
    counts = np.full((14, 15), 20)
    counts[2, 3] = 4

    hidden = hidden_cells(counts, plain(14), plain(15))

    assert np.argwhere(hidden).tolist() == [[0, 0], [0, 3], [2, 0], [2, 3]]


def test_options_of_one_question_hide_the_same_of_those_not_asked():
    missing, asked = np.array([4, 30, 25, 40]), np.array([50, 60, 70, 80])
    given = [np.array([20, 5, 30, 40]), np.array([25, 30, 3, 30])]

    found = [
        hidden_cells(np.stack([missing, asked - some, some], axis=1), plain(4), plain(3, is_grouped=True))
        for some in given
    ]

    assert found[0][:, 0].tolist() == found[1][:, 0].tolist() == [True, False, True, False]
    assert found[0][1].tolist() == [False, True, True]
    assert found[1][2].tolist() == [True, True, True]
