"""Tables worked by hand, what never changes them, and answers from which nothing can be computed."""

import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.tables import table as values
from surveys.microdata.tables.making import SpecError, cubes_for, make_table, table_of
from surveys.microdata.tables.table import Adjust, Reason, RowKind, TableSpec
from tests.surveys.microdata.factories import make_answers, make_question


def drawn_answers(seed: int = 3, respondents: int = 300, weight: float = 1.0, order=None):
    """Answers by chance, with missing ones and weights of 0; `order` puts the respondents in another one."""
    chance = np.random.default_rng(seed)

    def pick(codes):
        return [None if chance.random() < 0.1 else str(chance.choice(codes)) for _ in range(respondents)]

    columns = {
        "one": pick(list("abcd")),
        "by": pick(list("xyz")),
        "many": [
            None if chance.random() < 0.1 else " ".join(code for code in "pqr" if chance.random() < 0.4)
            for _ in range(respondents)
        ],
        "scale": pick(list("1230")),
        "hours": [None if chance.random() < 0.1 else float(chance.integers(1, 60)) for _ in range(respondents)],
        "w": [0.0 if chance.random() < 0.05 else float(chance.integers(1, 5)) * weight for _ in range(respondents)],
    }
    if order is not None:
        columns = {code: [said[place] for place in order] for code, said in columns.items()}
    questions = [
        make_question("one", options="a b c d", nets={"ab": "a b"}),
        make_question("by", options="x y z", nets={"xy": "x y", "yz": "y z"}),
        make_question("many", "multiple", "p q r", nets={"pq": "p q"}),
        make_question("scale", "scale", "1 2 3 0", values=[1, 2, 3, None]),
        make_question("hours", "numeric"),
        make_question("w", "weight"),
    ]
    return make_answers(questions, columns)


def numbers_of(table) -> list[float | None]:
    """Every number but sums of weights, in one order."""
    found: list[float | None] = [table.n_design]
    for row in table.rows:
        for each in (row.total, *(cell.estimate for cell in row.cells)):
            found += [each.n, each.base.n, each.base.effective, each.p, each.se, *(each.ci or ()), each.mean, each.sd]
        for cell in row.cells:
            for test in (*cell.tests, cell.versus_rest):
                found += [test.z, test.p, test.p_adjusted]
        found += [number for overall in row.overall.values() for number in astuple(overall)]
    return found + [number for overall in table.overall.values() for number in astuple(overall)]


def texts_of(table) -> list:
    return [
        (row.code, cell.column.key, cell.letters, tuple(test.reason for test in cell.tests))
        for row in table.rows
        for cell in row.cells
    ]


def same(left, right) -> None:
    found, wanted = numbers_of(left), numbers_of(right)
    assert [each is None for each in found] == [each is None for each in wanted]
    assert [each or 0 for each in found] == pytest.approx([each or 0 for each in wanted], rel=1e-9, abs=1e-9)
    assert texts_of(left) == texts_of(right)


def test_shares_bases_and_total_by_hand():
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("Q2", options="x y"), make_question("w", "weight")],
        {
            "Q1": ["a", "a", "b", "a", None, "b"],
            "Q2": ["x", "x", "x", None, "y", "y"],
            "w": [1.0, 1, 2, 4, 1, 0],
        },
    )

    table = make_table(answers, TableSpec("Q1", ("Q2",), weight="w"))

    # Total: everybody who answered Q1, also whoever said nothing to Q2: a is 1 + 1 + 4 of 8; 8²/(1+1+4+16) effective.
    total = table.rows[0].total
    assert (total.n, total.w, total.p) == (3, 6, 0.75)
    assert total.base == values.Base(4, 8, pytest.approx(64 / 22))
    # 5 of the dataset have a weight: 5/4 · [(1/4)²·(1 + 1 + 16) + (3/4)²·4], its root over 8.
    assert total.se == pytest.approx(math.sqrt(1.25 * (18 / 16 + 4 * 9 / 16)) / 8)
    assert table.n_design == 5
    x, y = table.rows[0].cells
    assert (x.estimate.n, x.estimate.w, x.estimate.p) == (2, 2, 0.5)
    assert x.column.base == values.Base(3, 4, pytest.approx(16 / 6))
    # In y nobody has both an answer and a weight.
    assert y.column.base == values.Base(0, 0, None)
    assert (y.estimate.n, y.estimate.p, y.estimate.se, y.estimate.ci) == (0, None, None, None)


def test_a_net_is_not_tested_against_its_members_and_nets_that_share_some_are():
    table = make_table(drawn_answers(), TableSpec("one", ("by",), least_base=0))

    reasons = {(cell.column.code, test.against): test.reason for cell in table.rows[0].cells for test in cell.tests}
    assert {pair for pair, reason in reasons.items() if reason is Reason.NET} == {
        (left, right)
        for pair in (("x", "xy"), ("y", "xy"), ("y", "yz"), ("z", "yz"))
        for left, right in (pair, pair[::-1])
    }
    assert reasons["xy", "yz"] is None
    assert table.is_overlapping


def test_letters_run_over_the_whole_banner_and_pairs_stay_within_a_break():
    table = make_table(drawn_answers(), TableSpec("one", ("by", "many")))

    assert [column.letter for column in table.columns] == list("ABCDEFGHI")
    assert {test.against for test in table.rows[0].cells[0].tests} == {"y", "z", "xy", "yz"}
    assert [test.against for test in table.rows[0].cells[6].tests] == ["p", "r", "pq"]


def test_tests_of_both_directions_agree():
    table = make_table(drawn_answers(), TableSpec("one", ("by",), weight="w", adjust=Adjust.BH))

    for row in table.rows:
        tests = {(cell.column.code, test.against): test for cell in row.cells for test in cell.tests}
        for (left, right), test in tests.items():
            back = tests[right, left]
            assert (back.p, back.p_adjusted, back.reason) == (test.p, test.p_adjusted, test.reason)
            assert test.z is None or back.z == -test.z


def test_hidden_and_untested_columns_take_no_part():
    answers = drawn_answers()
    spec = TableSpec("one", ("many",), adjust=Adjust.BONFERRONI)
    hidden, untested = frozenset({("many", "p")}), frozenset({("many", "pq")})

    row = make_table(answers, spec, hidden=hidden, untested=untested).rows[0]

    reasons = {(cell.column.code, test.against): test.reason for cell in row.cells for test in cell.tests}
    assert reasons["p", "q"] is reasons["p", "pq"] is reasons["q", "p"] is Reason.HIDDEN
    assert reasons["r", "pq"] is Reason.SMALL_BASE
    # One pair of q and r is left: nothing to adjust for.
    (test,) = (test for test in row.cells[1].tests if test.against == "r")
    assert test.p_adjusted == test.p
    assert row.cells[0].versus_rest.reason is Reason.HIDDEN
    assert row.cells[0].letters == ""


def test_small_bases_and_all_or_none_say_so():
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("Q2", options="x y z")],
        {"Q1": ["a"] * 30 + ["a"] * 40 + ["a"] * 28 + ["b"], "Q2": ["x"] * 30 + ["y"] * 40 + ["z"] * 29},
    )

    row = make_table(answers, TableSpec("Q1", ("Q2",))).rows[0]

    assert [test.reason for test in row.cells[0].tests] == [Reason.ALL_OR_NONE, Reason.SMALL_BASE]
    assert [cell.letters for cell in row.cells] == ["", "", ""]


def test_the_higher_cell_carries_the_letter_of_the_lower():
    # 24 and 12 of 40: z = 0.3/sqrt(0.45·0.55·2/40) = 2.70, p = 0.007. 12 of 40 against 20 of 40: z = 1.83, p = 0.068.
    said = ["a"] * 24 + ["b"] * 16 + ["a"] * 12 + ["b"] * 28 + ["a"] * 20 + ["b"] * 20
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("Q2", options="x y z")],
        {"Q1": said, "Q2": ["x"] * 40 + ["y"] * 40 + ["z"] * 40},
    )

    row = make_table(answers, TableSpec("Q1", ("Q2",), adjust=Adjust.NONE)).rows[0]

    assert [cell.letters for cell in row.cells] == ["B", "", "b"]
    (y, z) = row.cells[0].tests
    assert y.z == pytest.approx(0.3 / math.sqrt(0.45 * 0.55 * 2 / 40))
    assert y.p == pytest.approx(0.0070009, abs=1e-7)
    # Against the rest: 24 of 40 against 32 of 80.
    rest = row.cells[0].versus_rest
    assert rest.z == pytest.approx(0.2 / math.sqrt(56 / 120 * 64 / 120 * (1 / 40 + 1 / 80)))


def test_multiple_response_rows_are_tested_one_by_one_and_others_at_once():
    answers = drawn_answers()

    many, one = make_table(answers, TableSpec("many", ("by",))), make_table(answers, TableSpec("one", ("by",)))
    crossed = make_table(answers, TableSpec("one", ("many",)))

    assert many.overall == {}
    assert all(set(row.overall) == {"by"} for row in many.rows)
    assert set(one.overall) == {"by"}
    assert all(row.overall == {} for row in one.rows)
    assert crossed.overall == {}


def test_a_scale_with_values_ends_with_its_mean_and_a_number_is_one_row():
    answers = drawn_answers()

    scale, hours = make_table(answers, TableSpec("scale", ("by",))), make_table(answers, TableSpec("hours", ("by",)))

    assert [row.kind for row in scale.rows] == [RowKind.OPTION] * 4 + [RowKind.MEAN]
    assert [row.code for row in hours.rows] == ["mean"]
    assert 1 < scale.rows[-1].total.mean < 3
    # Whoever chose 0, which has no value, has no part in the mean.
    assert scale.rows[-1].total.base.n == scale.base.n - scale.rows[3].total.n
    assert hours.overall == {}


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 1000), factor=st.sampled_from([1e-6, 0.37, 1000, 1e9]))
def test_weights_times_a_number_change_nothing_but_their_sums(seed, factor):
    answers, times = drawn_answers(seed, 150), drawn_answers(seed, 150, weight=factor)

    for rows in ("one", "many", "scale", "hours"):
        spec = TableSpec(rows, ("by", "many"), weight="w", least_base=20)
        same(make_table(answers, spec), make_table(times, spec))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("rows", ["one", "many", "scale", "hours"])
def test_the_order_of_respondents_changes_nothing(rows, seed):
    spec = TableSpec(rows, ("by", "many"), weight="w", least_base=20)
    order = np.random.default_rng(seed).permutation(200)

    same(make_table(drawn_answers(1, 200), spec), make_table(drawn_answers(1, 200, order=order), spec))


def test_equal_weights_are_no_weights():
    said = {"one": list("aabbcd") * 30, "by": list("xyxyxx") * 30, "w": [7.0] * 180}
    questions = [
        make_question("one", options="a b c d"),
        make_question("by", options="x y"),
        make_question("w", "weight"),
    ]
    answers = make_answers(questions, said)

    same(make_table(answers, TableSpec("one", ("by",), weight="w")), make_table(answers, TableSpec("one", ("by",))))


def test_shares_and_means_of_whole_weights_are_those_of_respondents_written_out():
    """Errors differ, for a weight of 2 is one person; shares, means and weighted bases do not."""
    answers = drawn_answers()
    times = np.asarray(answers.columns["w"]).astype(int)
    repeated = {name: np.repeat(column, times) for name, column in answers.columns.items()}
    written = type(answers)(answers.codebook, int(times.sum()), repeated)

    for rows in ("one", "many", "hours"):
        weighted = make_table(answers, TableSpec(rows, ("by",), weight="w"))
        alone = make_table(written, TableSpec(rows, ("by",)))
        for left, right in zip(weighted.rows, alone.rows, strict=True):
            assert (left.total.p, left.total.mean) == pytest.approx((right.total.p, right.total.mean))
            assert left.total.base.w == right.total.base.n
            assert [cell.estimate.p for cell in left.cells] == pytest.approx([c.estimate.p for c in right.cells])


def empty_numbers(table) -> bool:
    return all(number is None or math.isfinite(number) for number in numbers_of(table))


@pytest.mark.parametrize("rows", ["one", "many", "scale", "hours"])
@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"one": [], "by": [], "many": [], "scale": [], "hours": [], "w": []}, id="nobody"),
        pytest.param(
            {"one": ["a"], "by": ["x"], "many": ["p"], "scale": ["1"], "hours": [5.0], "w": [2.0]}, id="one person"
        ),
        pytest.param(
            {
                "one": ["a"] * 9,
                "by": ["x"] * 9,
                "many": ["p"] * 9,
                "scale": ["1"] * 9,
                "hours": [5.1] * 9,
                "w": [2.0] * 9,
            },
            id="all equal",
        ),
        pytest.param(
            {
                "one": ["a"] * 8,
                "by": list("xyxyxyxy"),
                "many": ["p"] * 8,
                "scale": ["1"] * 8,
                "hours": [5.1] * 8,
                "w": [0.0] * 8,
            },
            id="zero weights",
        ),
        pytest.param(
            {
                "one": [None] * 4,
                "by": [None] * 4,
                "many": [None] * 4,
                "scale": [None] * 4,
                "hours": [None] * 4,
                "w": [1.0] * 4,
            },
            id="missing everywhere",
        ),
        pytest.param(
            {
                "one": list("aabb"),
                "by": list("xxyy"),
                "many": ["", "", "p q r", "p q r"],
                "scale": ["0"] * 4,
                "hours": [1.0, 1, 2, 2],
                "w": [1.0] * 4,
            },
            id="zero cells",
        ),
    ],
)
def test_undefined_is_none_and_never_an_exception(rows, columns):
    questions = drawn_answers(respondents=1).codebook.questions
    answers = make_answers(questions, columns)

    for weight in ("", "w"):
        for breaks in ((), ("by",), ("many", "by", rows) if rows in ("one", "scale") else ("many", "by")):
            for adjust in Adjust:
                assert empty_numbers(make_table(answers, TableSpec(rows, breaks, (), weight, adjust, 0)))


def test_numbers_too_large_to_square_are_undefined_and_no_exception():
    answers = make_answers(
        [make_question("hours", "numeric"), make_question("by", options="x y")],
        {"hours": [1e200, -1e200, 3.0, 1e200], "by": list("xxyy")},
    )

    with np.errstate(over="ignore", invalid="ignore"):
        total = make_table(answers, TableSpec("hours", ("by",), least_base=0)).rows[0].total

    assert (total.n, total.se, total.sd) == (4, None, None)


def test_columns_of_the_same_people_have_no_test():
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("many", "multiple", "p q")],
        {"Q1": ["a", "b", "a", "b", "b"] * 10, "many": ["p q", "p q", "p q", "", "p q"] * 10},
    )

    (test,) = make_table(answers, TableSpec("Q1", ("many",))).rows[0].cells[0].tests

    assert test.reason is Reason.UNDEFINED


def test_cubes_may_be_counted_once_for_several_tables():
    answers = drawn_answers()
    specs = [TableSpec(rows, ("by",), weight="w") for rows in ("one", "many", "hours")]

    cubes = cubes_for(answers, specs)

    for spec in specs:
        assert table_of(answers, spec, cubes) == make_table(answers, spec)


@pytest.mark.parametrize(
    ("spec", "parameter", "nearest"),
    [
        (TableSpec("onee"), "rows", "one"),
        (TableSpec("w"), "rows", None),
        (TableSpec("one", ("byy",)), "columns", "by"),
        (TableSpec("one", ("hours",)), "columns", None),
        (TableSpec("one", ("by", "many", "scale", "one")), "columns", None),
        (TableSpec("one", ("by", "by")), "columns", None),
        (TableSpec("one", weight="ww"), "weight", "w"),
        (TableSpec("one", least_base=-1), "min_base", None),
        (TableSpec("one", filter=(Condition("bi", ("x",)),)), "filter", "by"),
        (TableSpec("one", filter=(Condition("by", ("xx",)),)), "filter", "xy"),
    ],
)
def test_what_the_codebook_does_not_hold_is_refused(spec, parameter, nearest):
    with pytest.raises(SpecError) as caught:
        make_table(drawn_answers(respondents=2), spec)

    assert caught.value.parameter == parameter
    assert nearest is None or nearest in caught.value.nearest


def test_tests_are_the_formula_over_respondents_one_by_one():
    """Overlapping columns, weights and a filter: z, p and Holm from the answers themselves, without sums of cells."""
    answers = drawn_answers(11, 400)
    spec = TableSpec("one", ("many",), (Condition("by", ("x", "y")),), "w", least_base=0)
    weights = np.asarray(answers.columns["w"])
    kept = (np.asarray(answers.columns["by"]) < 2) & (np.asarray(answers.columns["by"]) >= 0) & (weights > 0)
    rows, mask = np.asarray(answers.columns["one"]), np.asarray(answers.columns["many"]).astype(int)
    stands = {code: kept & (rows >= 0) & (mask >> bit & 1 == 1) for bit, code in enumerate("pqr")}

    def effective(who) -> float:
        return weights[who].sum() ** 2 / (weights[who] ** 2).sum()

    def z_of(option: int, left: str, right: str) -> float:
        a, b = stands[left], stands[right]
        wa, wb = weights[a].sum(), weights[b].sum()
        pa, pb = (weights[who & (rows == option)].sum() / weights[who].sum() for who in (a, b))
        pooled = (wa * pa + wb * pb) / (wa + wb)
        ea, eb, shared = effective(a), effective(b), effective(a & b)
        return (pa - pb) / math.sqrt(pooled * (1 - pooled) * (1 / ea + 1 / eb - 2 * shared / (ea * eb)))

    found = make_table(answers, spec, hidden=frozenset({("many", "pq")}))

    for option, row in enumerate(found.rows[:4]):
        pairs = [("p", "q"), ("p", "r"), ("q", "r")]
        z = [z_of(option, *pair) for pair in pairs]
        p = [math.erfc(abs(each) / math.sqrt(2)) for each in z]
        ordered, adjusted, least = sorted(range(3), key=p.__getitem__), [0.0] * 3, 0.0
        for step, place in enumerate(ordered):
            least = max(least, min(1, (3 - step) * p[place]))
            adjusted[place] = least
        tests = {(cell.column.code, test.against): test for cell in row.cells for test in cell.tests}
        assert [tests[pair].z for pair in pairs] == pytest.approx(z, rel=1e-9)
        assert [tests[pair].p for pair in pairs] == pytest.approx(p, rel=1e-9)
        assert [tests[pair].p_adjusted for pair in pairs] == pytest.approx(adjusted, rel=1e-9)
