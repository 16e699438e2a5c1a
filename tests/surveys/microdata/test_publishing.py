"""Public tables: which columns are hidden, which filters refused, what the numbers are, and that nothing gets out."""

import re
from dataclasses import replace

import numpy as np
import pytest
from django.utils.translation import override

from surveys.microdata.codebook.conditions import parse_filter
from surveys.microdata.publishing import RefusedTable, table_for, tables_for
from surveys.microdata.tables.asking import SpecError
from surveys.microdata.tables.table import SUPPRESSED, UNRELIABLE, Audience, Reason, TableSpec
from surveys.microdata.tables.writing import table_csv, table_json
from tests.surveys.microdata.factories import make_answers, make_question

Q1 = {"code": "Q1", "options": "yes no"}


def answers_of(groups: dict, *, rows=None, by=None, **more):
    """`groups` maps an answer to Q2 (None: no answer) to how many said yes and no to Q1."""
    questions = [make_question(**(rows or Q1)), make_question(**({"code": "Q2"} | (by or {})))]
    said = [
        (code, row)
        for code, counts in groups.items()
        for row, n in zip(("yes", "no"), counts, strict=True)
        for _ in range(n)
    ]
    columns = {"Q1": [row for _code, row in said], "Q2": [code for code, _row in said]}
    for question, values in more.get("others", {}).items():
        questions.append(make_question(question, **values[0]))
        columns[question] = values[1]
    return make_answers(questions, columns)


def public(answers, rows="Q1", by=("Q2",), filter="", **spec):
    conditions = parse_filter(filter, answers.codebook)
    return table_for(answers, TableSpec(rows, tuple(by), conditions, **spec), Audience.PUBLIC)


def bases(table) -> dict:
    return {column.code: column.base.n for column in table.columns}


HIDDEN = None


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        pytest.param({"a": (30, 20), "b": (20, 20)}, {"a": 50, "b": 40}, id="nothing small"),
        pytest.param(
            {"a": (30, 20), "b": (20, 21), "c": (3, 2)}, {"a": 50, "b": HIDDEN, "c": HIDDEN}, id="one hidden: two are"
        ),
        pytest.param(
            {"a": (30, 20), "b": (20, 20), "c": (2, 2), "d": (2, 2)},
            {"a": 50, "b": HIDDEN, "c": HIDDEN, "d": HIDDEN},
            id="two of fewer than ten together: three are",
        ),
        pytest.param(
            {"a": (30, 20), "b": (20, 20), "c": (5, 2), "d": (4, 4)},
            {"a": 50, "b": 40, "c": HIDDEN, "d": HIDDEN},
            id="two of ten together are enough",
        ),
        pytest.param(
            {"a": (30, 20), "b": (20, 20), None: (2, 2)},
            {"a": 50, "b": HIDDEN},
            id="few without an answer would be the total less the columns",
        ),
        pytest.param(
            {"a": (30, 20), "b": (20, 20), "c": (4, 2), None: (2, 4)},
            {"a": 50, "b": 40, "c": HIDDEN},
            id="few without an answer count as hidden",
        ),
        pytest.param(
            {"a": (30, 20), "b": (20, 20), "c": (0, 0)},
            {"a": 50, "b": 40, "c": HIDDEN},
            id="a column of nobody hides nobody",
        ),
        pytest.param({"a": (5, 5), "b": (5, 5)}, {"a": 10, "b": 10}, id="ten are enough"),
        pytest.param({"a": (5, 4), "b": (5, 5)}, {"a": HIDDEN, "b": HIDDEN}, id="nine are not"),
    ],
)
def test_small_columns_are_hidden_with_what_they_could_be_worked_out_from(groups, shown):
    options = " ".join(code for code in groups if code)

    assert bases(public(answers_of(groups, by={"options": options}))) == shown


def test_a_net_is_hidden_where_it_would_give_a_hidden_column():
    groups = {"a": (30, 20), "b": (20, 20), "c": (5, 2), "d": (4, 4)}
    nets = {"ac": "a c", "cd": "c d"}

    found = bases(public(answers_of(groups, by={"options": "a b c d", "nets": nets})))

    assert found == {"a": 50, "b": 40, "c": HIDDEN, "d": HIDDEN, "ac": HIDDEN, "cd": 15}


def test_overlapping_columns_leave_nobody_few_outside():
    """u, v and both: all but four people chose one of the columns."""
    answers = make_answers(
        [make_question(**Q1), make_question("Q2", "multiple", "u v")],
        {"Q1": ["yes", "no"] * 42, "Q2": ["u"] * 40 + ["v"] * 30 + ["u v"] * 10 + [""] * 4},
    )

    assert bases(public(answers)) == {"u": 50, "v": HIDDEN}


def test_hidden_columns_have_no_number_letter_or_test_and_a_status():
    table = public(answers_of({"a": (30, 20), "b": (2, 38), "c": (5, 2), "d": (4, 4)}, by={"options": "a b c d"}))

    assert [column.status for column in table.columns] == [None, None, SUPPRESSED, SUPPRESSED]
    assert [column.letter for column in table.columns] == ["A", "B", "C", "D"]
    hidden = table.rows[0].cells[2]
    assert (hidden.status, hidden.letters, hidden.versus_rest) == (SUPPRESSED, "", None)
    assert {hidden.estimate.n, hidden.estimate.p, hidden.estimate.ci, hidden.estimate.base.n} == {None}
    assert [test.reason for test in hidden.tests] == [Reason.HIDDEN] * 3
    assert table.rows[0].cells[0].letters == "B"
    assert table.overall["Q2"].p is None


def test_unreliable_columns_are_shown_and_not_tested():
    table = public(answers_of({"a": (28, 1), "b": (2, 38)}, by={"options": "a b"}))

    assert table.columns[0].status == UNRELIABLE
    assert table.rows[0].cells[0].estimate.p == 0.97
    assert table.rows[0].cells[0].letters == ""
    assert table.rows[0].cells[1].tests[0].reason is Reason.SMALL_BASE


def test_columns_of_few_effective_people_are_not_tested_either():
    groups = {"a": (28, 12), "b": (2, 38)}
    weights = [100.0] + [1.0] * 79
    table = public(answers_of(groups, by={"options": "a b"}, others={"w": ({"kind": "weight"}, weights)}), weight="w")

    assert [column.status for column in table.columns] == [UNRELIABLE, None]


def test_numbers_are_coarse():
    table = public(answers_of({"a": (60, 47), "b": (20, 33)}, by={"options": "a b"}))

    assert (table.base.n, table.base.w, table.base.effective) == (160, 160, 160)
    first, second = (cell.estimate for cell in table.rows[0].cells)
    assert (first.p, first.ci, first.n, first.w, first.se) == (0.561, (0.466, 0.652), None, None, None)
    assert (second.p, second.ci, second.base.n) == (0.38, (0.25, 0.52), 55)
    assert table.overall["Q2"].p == 0.031
    assert table.overall["Q2"].f is None
    assert table.audience is Audience.PUBLIC


def test_a_question_that_few_answered_is_hidden_whole():
    table = public(answers_of({"a": (3, 2), "b": (2, 2)}, by={"options": "a b"}))

    assert table.base.n is None
    assert {row.status for row in table.rows} == {SUPPRESSED}
    assert {row.total.p for row in table.rows} == {None}
    assert bases(table) == {"a": HIDDEN, "b": HIDDEN}


def test_without_a_break_the_total_alone_is_shown():
    table = public(answers_of({"a": (30, 20)}, by={"options": "a b"}), by=())

    assert [row.total.p for row in table.rows] == [0.6, 0.4]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [((15, 0), [HIDDEN, HIDDEN]), ((29, 0), [HIDDEN, HIDDEN]), ((30, 0), [1.0, 0.0]), ((14, 1), [0.93, 0.07])],
)
def test_all_or_none_of_few_is_hidden_on_sensitive_questions(counts, shown):
    answers = answers_of({"a": counts, "b": (20, 20)}, rows=Q1 | {"is_sensitive": True}, by={"options": "a b"})

    table = public(answers)

    assert [row.cells[0].estimate.p for row in table.rows] == shown
    assert [row.cells[0].status == SUPPRESSED for row in table.rows] == [p is HIDDEN for p in shown]


def test_with_an_extreme_share_the_smallest_other_one_its_nets_and_the_mean_are_hidden():
    rows = {"code": "Q1", "kind": "scale", "options": "1 2 3", "values": [1, 2, 3], "nets": {"low": "1 2"}}
    answers = make_answers(
        [make_question(**rows, is_sensitive=True), make_question("Q2", options="a b")],
        {"Q1": ["1"] * 9 + ["2"] * 11 + ["1", "2", "3"] * 20, "Q2": ["a"] * 20 + ["b"] * 60},
    )

    cells = {row.code: row.cells[0] for row in public(answers).rows}

    assert {code: cell.status for code, cell in cells.items()} == {
        "1": SUPPRESSED,
        "2": UNRELIABLE,
        "3": SUPPRESSED,
        "low": SUPPRESSED,
        "mean": SUPPRESSED,
    }


FILTERED = {"a": (30, 30), "b": (20, 20), "c": (5, 4)}


@pytest.mark.parametrize(
    "filter",
    ["Q2 not in c", "Q2 in a,b", "Q2 in c", "Q3 in x", "Q3 in x and Q2 in a"],
)
def test_filters_about_few_people_are_refused_without_their_number(filter):
    others = {"Q3": ({"options": "x y"}, ["x"] * 100 + ["y"] * 9)}
    answers = answers_of(FILTERED, by={"options": "a b c"}, others=others)

    with pytest.raises(RefusedTable) as refused:
        public(answers, by=(), filter=filter)

    assert refused.value.parameter == "filter"
    assert not re.search(r"\b[1-9]\b", str(refused.value))


def test_a_filter_that_removes_nobody_or_enough_is_taken():
    answers = answers_of({"a": (30, 30), "b": (20, 20)}, by={"options": "a b"})

    assert public(answers, by=(), filter="Q2 in a").base.n == 60
    assert public(answers, by=(), filter="Q2 in a,b").base.n == 100


def test_options_that_are_hidden_together_can_be_asked_together():
    answers = answers_of(FILTERED, by={"options": "a b c"})

    assert public(answers, by=(), filter="Q2 in b,c").base.n == 50


def test_a_filter_that_leaves_fewer_than_thirty_is_refused():
    answers = answers_of({"a": (15, 14), "b": (20, 20)}, by={"options": "a b"})

    with pytest.raises(RefusedTable):
        public(answers, by=(), filter="Q2 in a")


@pytest.mark.parametrize("condition", ["Q4 in x", "Q4 not in y"])
def test_the_second_condition_is_checked_on_top_of_the_first(condition):
    """Of those who said a, only three said y to Q4."""
    said = ["x"] * 57 + ["y"] * 3 + ["x"] * 20 + ["y"] * 20
    answers = answers_of(
        {"a": (30, 30), "b": (20, 20)}, by={"options": "a b"}, others={"Q4": ({"options": "x y"}, said)}
    )

    assert public(answers, by=(), filter=condition).base.n == 75
    with pytest.raises(RefusedTable):
        public(answers, by=(), filter=f"Q2 in a and {condition}")


def test_more_than_two_conditions_are_refused():
    many = ["x"] * 50 + ["y"] * 50
    others = {code: ({"options": "x y"}, many) for code in ("Q3", "Q4")}
    answers = answers_of({"a": (25, 25), "b": (25, 25)}, by={"options": "a b"}, others=others)

    with pytest.raises(RefusedTable, match="at most 2"):
        public(answers, by=(), filter="Q2 in a and Q3 in x and Q4 in x")


@pytest.mark.parametrize("break_for", ["research", "no"])
@pytest.mark.parametrize(("by", "filter", "parameter"), [(("Q2",), "", "columns"), ((), "Q2 in a", "filter")])
def test_only_public_questions_break_and_filter(break_for, by, filter, parameter):
    answers = answers_of({"a": (30, 30), "b": (20, 20)}, by={"options": "a b", "break_for": break_for})

    with pytest.raises(RefusedTable, match="they can by Q1") as refused:
        public(answers, by=by, filter=filter)

    assert refused.value.parameter == parameter


def test_where_no_question_is_public_the_refusal_names_none():
    answers = answers_of({"a": (30, 30)}, rows=Q1 | {"break_for": "no"}, by={"options": "a b", "break_for": "no"})

    with pytest.raises(RefusedTable, match="nor by any other"):
        public(answers)


def test_refusals_speak_chinese():
    answers = answers_of({"a": (30, 30), "b": (2, 2)}, by={"options": "a b"})

    with override("zh-hans"), pytest.raises(RefusedTable, match="此筛选被拒绝"):
        public(answers, by=(), filter="Q2 in a")


def test_unknown_codes_are_told_before_anything_else():
    answers = answers_of({"a": (30, 30)}, by={"options": "a b"})

    with pytest.raises(SpecError):
        public(answers, by=("Q9",))


def test_researchers_see_all():
    answers = answers_of({"a": (30, 20), "b": (3, 2)}, by={"options": "a b"})

    table = table_for(answers, TableSpec("Q1", ("Q2",), parse_filter("Q2 in b", answers.codebook)), Audience.RESEARCH)

    assert bases(table) == {"a": 0, "b": 5}
    assert table.rows[0].total.p == 0.6


def test_many_tables_at_once_are_the_same_as_one_by_one():
    answers = answers_of(FILTERED, by={"options": "a b c"})
    specs = [TableSpec("Q1", ("Q2",)), TableSpec("Q2", ("Q2",))]

    assert tables_for(answers, specs) == [table_for(answers, spec, Audience.PUBLIC) for spec in specs]
    assert tables_for(answers, []) == []


def test_no_hidden_number_leaves_in_any_form():
    """The hidden columns hold shares that occur nowhere else."""
    answers = answers_of({"a": (50, 50), "b": (60, 60), "c": (1, 6), "d": (2, 7)}, by={"options": "a b c d"})
    exact = table_for(answers, TableSpec("Q1", ("Q2",)), Audience.RESEARCH)
    secrets = set()
    for row in exact.rows:
        for cell in row.cells[2:]:
            estimate = cell.estimate
            secrets |= {estimate.p, estimate.se, *estimate.ci, *(test.z for test in cell.tests if test.z)}
    secrets |= {round(secret, places) for secret in secrets for places in (2, 3)}
    shown = public(answers)

    forms = [repr(shown), repr(table_json(shown)), table_csv(shown)]

    for form in forms:
        numbers = {float(number) for number in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", form)}
        assert numbers
        assert not numbers & {secret for secret in secrets if secret not in (0.5, 0.95, 0.05)}
    hidden = [column for column in table_json(shown)["columns"] if column["status"] == SUPPRESSED]
    assert [(column["base_n"], column["base_w"], column["base_effective"]) for column in hidden] == [(None,) * 3] * 2


def test_an_extreme_share_cannot_be_had_from_the_rest_of_its_row():
    answers = answers_of(
        {"a": (0, 25), "b": (5, 35), "c": (5, 30)}, rows=Q1 | {"is_sensitive": True}, by={"options": "a b c"}
    )

    rows = public(answers).rows

    # 10 of 100 in all, less 5 and 5 in the others, would be nobody of the 25.
    assert [[cell.status == SUPPRESSED for cell in row.cells] for row in rows] == [[True, False, True]] * 2
    assert [row.total.p for row in rows] == [0.1, 0.9]


@pytest.mark.parametrize("weight", [1000.0, 0.001])
def test_weighted_bases_say_no_more_than_bases_of_people(weight):
    answers = answers_of({"a": (31, 22), "b": (40, 41)}, by={"options": "a b"})
    weights = [weight] * answers.respondents
    book = replace(answers.codebook, questions=(*answers.codebook.questions, make_question("w", "weight")))
    weighted = replace(answers, codebook=book, columns={**answers.columns, "w": np.array(weights)})

    table = table_for(weighted, TableSpec("Q1", ("Q2",), weight="w"), Audience.PUBLIC)

    assert [column.base.n for column in table.columns] == [55, 80]
    assert [column.base.w for column in table.columns] == pytest.approx([55 * weight, 80 * weight])
    assert table.n_design == 135


def test_a_dataset_of_few_does_not_tell_how_many():
    assert public(answers_of({"a": (3, 2), "b": (2, 2)}, by={"options": "a b"})).n_design is None
