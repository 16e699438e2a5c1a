"""Rules of a codebook mend rows; a rule that makes no sense or finds nothing is a problem."""

import pytest

from portal.loading.problems import Report
from surveys.microdata.answers.columns import find_column
from surveys.microdata.answers.reading import open_file
from surveys.microdata.answers.repairs import repairs_of
from surveys.microdata.codebook.codebook import FileForm, Repair
from tests.surveys.microdata.answers.reading import problems

CONTENT = b"a,b,c,d\n1,x,y,\n2,Oct-49,5-Feb,\n3,words, more,z\n4,,,\n"


def mended(content: bytes, *repairs: Repair) -> tuple[list[list[str]], list[tuple]]:
    report = Report()
    file = open_file("a.csv", content, FileForm(), report)
    assert file is not None
    rules = repairs_of(file, repairs, lambda name: find_column(file, name))
    rows = [row for block in file.blocks() for row in file.even(rules.apply(block)).rows]
    rules.finish()
    return rows, problems(report)


def rule(kind: str, **settings) -> Repair:
    return Repair(kind, "because", {key.rstrip("_"): value for key, value in settings.items()})


def test_without_rules_rows_stay():
    rows, found = mended(CONTENT)

    assert rows[0] == ["1", "x", "y", ""]
    assert len(rows) == 4
    assert found == []


def test_shift_to_the_left_joins_what_was_split():
    rows, found = mended(CONTENT, rule("shift", rows=[4], from_="c", by=-1))

    assert rows[2] == ["3", "words, more", "z", ""]
    assert rows[:2] + rows[3:] == mended(CONTENT)[0][:2] + mended(CONTENT)[0][3:]
    assert found == []


def test_shift_to_the_right_moves_into_blank_cells():
    rows, found = mended(CONTENT, rule("shift", rows=[2], from_="#2", by=1))

    assert rows[0] == ["1", "", "x", "y"]
    assert found == []


def test_shift_moves_no_column_behind_the_last():
    rows, found = mended(b"a,b,c,d\n1,,y,z\n", rule("shift", rows=[2], from_="b", to="c", by=-1))

    assert rows == [["1", "y", "", "z"]]
    assert found == []


def test_shift_that_would_lose_a_cell_is_a_problem():
    _rows, found = mended(CONTENT, rule("shift", rows=[4], from_="a", by=1))

    assert found == [(4, "#4", "z", "the repair “shift” would push this cell out of the row")]


@pytest.mark.parametrize(
    ("row", "by", "wanted"), [("1,p,q,r,s", -1, ["1", "p,q", "r", "s"]), ("1,p,q", 1, ["1", "p", "", "q"])]
)
def test_shift_mends_rows_that_are_too_long_or_too_short(row, by, wanted):
    rows, found = mended(f"a,b,c,d\n{row}\n".encode(), rule("shift", rows=[2], from_="c", by=by))

    assert rows == [wanted]
    assert found == []


def test_replace_changes_whole_cells_of_its_columns():
    rows, found = mended(
        b"a,b,c\nOct-49,Oct-49,Oct-49 x\n,5-Feb,\n",
        rule("replace", columns=["b", "c"], texts={"Oct-49": "10-49", "5-Feb": "2-5"}),
    )

    assert rows == [["Oct-49", "10-49", "Oct-49 x"], ["", "2-5", ""]]
    assert found == []


def test_replace_of_one_text():
    rows, _found = mended(CONTENT, rule("replace", columns="b", from_="Oct-49", to="10-49"))

    assert rows[1] == ["2", "10-49", "5-Feb", ""]


def test_every_text_of_replace_must_occur():
    _rows, found = mended(CONTENT, rule("replace", columns="b", texts={"Oct-49": "10-49", "5-Feb": "2-5"}))

    assert found == [(None, "", "5-Feb", "the repair “replace” found no cell of this text")]


def test_clear_empties_cells_where_another_cell_says_so():
    rows, found = mended(CONTENT, rule("clear", columns=["b", "c"], where={"column": "a", "is": ["1", 3]}))

    assert [row[1:3] for row in rows] == [["", ""], ["Oct-49", "5-Feb"], ["", ""], ["", ""]]
    assert found == []


def test_drop_leaves_out_rows():
    rows, found = mended(CONTENT, rule("drop", rows=[2, 5]))

    assert [row[0] for row in rows] == ["2", "3"]
    assert found == []


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ({"column": "b", "is": ""}, "123"),
        ({"column": "b", "isnt": ["x", ""]}, "14"),
        ({"columns": ["b", "c"], "is": ["x", "5-Feb"]}, "34"),
        ({"columns": ["b", "c"], "isnt": [""]}, "4"),
        ([{"column": "b", "isnt": [""]}, {"column": "d", "is": [""]}], "34"),
    ],
)
def test_conditions_hold_for_the_rows_that_are_dropped(where, kept):
    rows, found = mended(CONTENT, rule("drop", where=where))

    assert "".join(row[0] for row in rows) == kept
    assert found == []


def test_rules_are_done_in_their_order():
    rows, found = mended(
        CONTENT,
        rule("replace", columns="b", from_="x", to="q"),
        rule("drop", where={"column": "b", "is": "q"}),
    )

    assert [row[0] for row in rows] == ["2", "3", "4"]
    assert found == []


@pytest.mark.parametrize(
    "repair",
    [
        rule("drop", rows=[99]),
        rule("clear", columns="a", where={"column": "a", "is": "nothing"}),
        rule("replace", columns="a", from_="nothing", to=""),
        rule("shift", rows=[99], from_="a", by=1),
    ],
    ids=lambda repair: repair.rule,
)
def test_a_rule_that_finds_nothing_is_a_problem(repair):
    _rows, found = mended(CONTENT, repair)

    words = f"the repair “{repair.rule}” found nothing to do; it may be meant for another file"
    assert found == [(None, "", "because", words)]


@pytest.mark.parametrize(
    ("repair", "words"),
    [
        (rule("mend"), "expected one of the repairs shift, replace, clear, drop"),
        (rule("drop", row=[1]), "the repair has no setting “row”; it has rows, where"),
        (rule("drop"), "expected rows: or where: to say which rows are meant"),
        (rule("drop", rows=["x"]), "expected rows: to be numbers of rows, as problems name them"),
        (rule("drop", rows=[]), "expected rows: to be numbers of rows, as problems name them"),
        (rule("drop", rows=[True]), "expected rows: to be numbers of rows, as problems name them"),
        (rule("drop", where={"column": "a"}), "expected where: to hold column: and is: (or isnt:)"),
        (rule("drop", where={"is": "1"}), "expected where: to hold column: and is: (or isnt:)"),
        (rule("drop", where="a"), "expected where: to hold column: and is: (or isnt:)"),
        (rule("drop", where={"column": "q", "is": "1"}), "the file has no column “q” of a single meaning"),
        (rule("clear", rows=[2]), "expected columns: to name at least one column"),
        (rule("replace", columns="a"), "expected from: and to:, or texts: with what each text becomes"),
        (rule("shift", rows=[2], from_="a", by=2), "expected by: to be 1 (to the right) or -1 (to the left)"),
        (rule("shift", rows=[2], by=1), "the file has no column “None” of a single meaning"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_rule_that_makes_no_sense_is_a_problem(repair, words):
    _rows, found = mended(CONTENT, repair)

    assert found == [(None, "", f"{repair.rule}: because", words)]
