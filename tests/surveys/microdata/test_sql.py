"""Another engine gives the same cells: DuckDB by the GROUP BY of cells/sql.py, over the Parquet export."""

import duckdb
import numpy as np
import pytest

from surveys.microdata.cells.cube import Moments, Sums
from surveys.microdata.cells.sql import CellStatements
from surveys.microdata.cells.tabulating import tabulate
from surveys.microdata.codebook.conditions import parse_filter
from surveys.microdata.store.parquet import write_parquet
from tests.surveys.microdata.test_cells import drawn

POWERS = ("wx", "w2x", "w2xx", "wxx")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Options of the question "many" → answers, and the SQL that reads their Parquet file."""
    found = {}
    for options in (12, 40, 70):
        answers, _said = drawn(options)
        path = tmp_path_factory.mktemp("parquet") / "answers.parquet"
        write_parquet(answers, path)
        found[options] = (answers, f"read_parquet('{path}')")
    return found


def asked(statement: str, shape: tuple[int, int]) -> dict[str, np.ndarray]:
    """The sums that a statement finds, each an array by row and column; 0 where it finds nobody."""
    result = duckdb.sql(statement)
    names = result.columns[2:]
    arrays = {name: np.zeros(shape) for name in names}
    for row, column, *sums in result.fetchall():
        for name, value in zip(names, sums, strict=True):
            arrays[name][row, column] = value
    return arrays


def assert_same(found: dict[str, np.ndarray], sums: Sums, moments: Moments | None = None):
    assert found["n"].tolist() == sums.n.tolist()
    expected = {"w": sums.w, "w2": sums.w2}
    if moments:
        expected |= {name: getattr(moments, name) for name in POWERS}
    for name, array in expected.items():
        assert found[name] == pytest.approx(array, rel=1e-9, abs=1e-9), name


@pytest.mark.parametrize(
    ("text", "weight"),
    [("", ""), ("", "w"), ("one not in c and scale in 1,3", "w"), ("many in o0,ends", "w"), ("many not in o2", "")],
    ids=["everybody", "weight", "filters", "multiple_filter", "negated_multiple_filter"],
)
@pytest.mark.parametrize(
    ("rows", "by"),
    [("one", "scale"), ("one", "many"), ("many", "one"), ("many", "many"), ("scale", ""), ("many", "")],
    ids=lambda code: code or "none",
)
def test_cells_and_overlaps_are_the_same(exported, rows, by, text, weight):
    answers, table = exported[12]
    conditions = parse_filter(text, answers.codebook)

    cube = tabulate(answers, rows, by, conditions=conditions, weight=weight)
    sql = CellStatements(answers.codebook, rows, by, conditions, weight, table)

    assert_same(asked(sql.cells(), cube.cells.n.shape), cube.cells)
    assert_same(asked(sql.overlap(), cube.overlap.n.shape), cube.overlap)


def test_several_masks_are_the_same(exported):
    answers, table = exported[70]
    conditions = parse_filter("many in o1,o68", answers.codebook)

    cube = tabulate(answers, "many", "one", conditions=conditions, weight="w")
    sql = CellStatements(answers.codebook, "many", "one", conditions, "w", table)
    assert_same(asked(sql.cells(), cube.cells.n.shape), cube.cells)

    cube = tabulate(answers, "one", "many", conditions=conditions, weight="w")
    sql = CellStatements(answers.codebook, "one", "many", conditions, "w", table)
    assert_same(asked(sql.cells(), cube.cells.n.shape), cube.cells)


@pytest.mark.parametrize(("text", "weight"), [("", ""), ("one in a,bc", "w")], ids=["everybody", "filter_and_weight"])
@pytest.mark.parametrize("by", ["", "one", "many"])
@pytest.mark.parametrize("rows", ["number", "scale"])
def test_moments_are_the_same(exported, rows, by, text, weight):
    answers, table = exported[40]
    conditions = parse_filter(text, answers.codebook)

    cube = tabulate(answers, rows, by, conditions=conditions, weight=weight)
    sql = CellStatements(answers.codebook, rows, by, conditions, weight, table)

    found = asked(sql.moments(cube.moments.centre), cube.overlap.n.shape)
    assert_same(found, cube.overlap_moments.sums, cube.overlap_moments)


def test_numeric_question_has_no_cells(exported):
    answers, table = exported[12]
    sql = CellStatements(answers.codebook, "number", "one", table=table)

    assert duckdb.sql(sql.cells()).fetchall() == []
    cube = tabulate(answers, "number", "one")
    assert_same(asked(sql.overlap(), cube.overlap.n.shape), cube.overlap)
