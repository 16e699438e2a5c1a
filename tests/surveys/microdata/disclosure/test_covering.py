"""Rounded bases beside the published number of respondents."""

from surveys.microdata.publishing import table_for
from surveys.microdata.tables.table import Audience, TableSpec
from tests.surveys.microdata.factories import make_answers, make_question


def public(*, silent: int = 0):
    """A table of 134 respondents in two regions, of whom some gave no answer to the row question."""
    said = [None] * silent + ["1", "2"] * 67
    answers = make_answers(
        [make_question("Q1"), make_question("Q2", options="a b")],
        {"Q1": said[:134], "Q2": ["a"] * 70 + ["b"] * 64},
    )
    return table_for(answers, TableSpec("Q1", ("Q2",)), Audience.PUBLIC)


def test_no_base_is_rounded_above_everybody():
    table = public()

    assert (table.base.n, table.base.w, table.base.effective) == (134, 134, 134)
    assert {row.total.base.n for row in table.rows} == {134}
    assert [column.base.n for column in table.columns] == [70, 65]


def test_a_base_below_everybody_that_rounds_to_the_same_looks_the_same():
    assert public(silent=1).base == public().base  # 133 and 134
    assert public(silent=2).base.n == 130  # 132
