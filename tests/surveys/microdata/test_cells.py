"""The sums of cells against sums counted one respondent at a time."""

import tracemalloc

import numpy as np
import pytest

from surveys.microdata.cells import histograms, selecting
from surveys.microdata.cells.cube import ANSWERED, EVERYBODY
from surveys.microdata.cells.selecting import count_kept
from surveys.microdata.cells.tabulating import tabulate, tabulate_all
from surveys.microdata.codebook.conditions import parse_filter
from tests.surveys.microdata.factories import make_answers, make_question


def drawn(options: int, respondents: int = 700, seed: int = 1):
    """Answers by chance, with what each respondent gave as sets of codes (None: not asked)."""
    chance = np.random.default_rng(seed)
    codes = " ".join(f"o{number}" for number in range(options))
    questions = [
        make_question("one", options="a b c d", nets={"ab": "a b", "bc": "b c"}),
        make_question("many", "multiple", codes, nets={"ends": f"o0 o{options - 1}"}),
        make_question("scale", "scale", "1 2 3 0", values=[1, 2, 3, None]),
        make_question("number", "numeric"),
        make_question("w", "weight"),
    ]

    def pick(values):
        return [None if chance.random() < 0.1 else values[chance.integers(len(values))] for _ in range(respondents)]

    columns = {
        "one": pick(list("abcd")),
        "many": [
            None if chance.random() < 0.2 else " ".join(code for code in codes.split() if chance.random() < 0.3)
            for _ in range(respondents)
        ],
        "scale": pick(list("1230")),
        "number": [None if chance.random() < 0.1 else float(chance.normal(500, 3)) for _ in range(respondents)],
        "w": [0.0 if chance.random() < 0.05 else float(chance.random() * 3) for _ in range(respondents)],
    }
    return make_answers(questions, columns), columns


def members(answers, code: str, said) -> dict[str, set[int]]:
    """Code of each option and net → respondents who gave it."""
    question = answers.codebook.by_code[code]
    found = {
        option.code: {i for i, each in enumerate(said) if each and option.code in each.split()}
        for option in question.options
    }
    return found | {net.code: set().union(*(found[option] for option in net.options)) for net in question.nets}


@pytest.mark.parametrize("options", [5, 8, 9, 17, 40, 70])
@pytest.mark.parametrize(("rows", "by"), [("one", "many"), ("many", "one"), ("many", "many"), ("one", "one")])
def test_cells_bases_and_overlaps_are_sums_over_respondents(options, rows, by, monkeypatch):
    monkeypatch.setattr(selecting, "CHUNK", 256)
    answers, said = drawn(options)
    weights = np.array(said["w"])
    kept = {i for i, code in enumerate(said["one"]) if code in ("a", "b", "d") and weights[i] > 0}

    cube = tabulate(answers, rows, by, conditions=parse_filter("one not in c", answers.codebook), weight="w")

    lines = list(members(answers, rows, said[rows]).values())
    stands = [set(range(700)), {i for i, each in enumerate(said[by]) if each is not None}]
    stands += members(answers, by, said[by]).values()
    answered = {i for i, each in enumerate(said[rows]) if each is not None} & kept
    for sums, group in (
        (cube.cells, [line & kept for line in lines]),
        (cube.overlap, [each & answered for each in stands]),
    ):
        expected = [[sorted(left & right) for right in stands] for left in group]
        assert sums.n.tolist() == [[len(each) for each in line] for line in expected]
        assert sums.w == pytest.approx(
            np.array([[weights[each].sum() for each in line] for line in expected]), abs=1e-9
        )
        assert sums.w2 == pytest.approx(np.array([[(weights[each] ** 2).sum() for each in line] for line in expected]))
    assert cube.bases.n.tolist() == [len(each & answered) for each in stands]


@pytest.mark.parametrize("by", ["one", "many"])
@pytest.mark.parametrize("rows", ["number", "scale"])
def test_moments_are_sums_over_those_with_a_number(rows, by, monkeypatch):
    monkeypatch.setattr(selecting, "CHUNK", 256)
    answers, said = drawn(12)
    weights = np.array(said["w"])
    values = [None if each in (None, "0") else float(each) for each in said[rows]]
    counted = {i for i, value in enumerate(values) if value is not None and weights[i] > 0}

    cube = tabulate(answers, rows, by, weight="w")

    stands = [set(range(700)), {i for i, each in enumerate(said[by]) if each is not None}]
    stands += members(answers, by, said[by]).values()
    for a, left in enumerate(stands):
        for b, right in enumerate(stands):
            both = sorted(left & right & counted)
            x = np.array([values[i] for i in both]) - cube.moments.centre
            w = weights[both]
            pair = cube.overlap_moments[a, b]
            assert pair.sums.n == len(both)
            assert [pair.wx, pair.w2x, pair.w2xx, pair.wxx] == pytest.approx(
                [(w * x).sum(), (w * w * x).sum(), (w * w * x * x).sum(), (w * x * x).sum()], abs=1e-7
            )


def test_without_break_and_weight_everybody_counts_once():
    answers = make_answers([make_question("Q1", options="a b")], {"Q1": ["a", "b", "a", None]})

    cube = tabulate(answers, "Q1")

    assert cube.cells.n.tolist() == [[2, 2], [1, 1]]
    assert cube.cells.w.tolist() == cube.cells.w2.tolist() == [[2, 2], [1, 1]]
    assert cube.bases.n[EVERYBODY] == cube.bases.n[ANSWERED] == 3


def test_many_at_once_are_the_same_as_one_by_one():
    answers, _said = drawn(12)

    found = tabulate_all(answers, ["one", "many", "number"], ["", "many", "scale"], weight="w")

    assert len(found) == 9
    for (rows, by), cube in found.items():
        alone = tabulate(answers, rows, by, weight="w")
        assert cube.cells.w.tolist() == alone.cells.w.tolist()
        assert cube.overlap.w2.tolist() == alone.overlap.w2.tolist()


def test_count_kept_counts_who_passes_with_a_weight():
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("w", "weight")],
        {"Q1": ["a", "b", "a", None], "w": [1, 1, 0, 1]},
    )
    conditions = parse_filter("Q1 in a", answers.codebook)

    assert [count_kept(answers, conditions), count_kept(answers, conditions, "w"), count_kept(answers, (), "w")] == [
        2,
        1,
        3,
    ]


def test_nobody_at_all():
    answers = make_answers([make_question("Q1", options="a b"), make_question("x", "numeric")], {"Q1": [], "x": []})

    assert tabulate(answers, "Q1", "Q1").cells.n.tolist() == [[0] * 4, [0] * 4]
    assert tabulate(answers, "x", "Q1").moments.sums.n.tolist() == [0] * 4


@pytest.mark.parametrize("text", ["one in a", "one in a,b,c,d", "one in a,b and scale in 1"])
def test_few_that_are_picked_out_and_many_that_stay_add_up_alike(text, monkeypatch):
    answers, _said = drawn(12)
    conditions = parse_filter(text, answers.codebook)
    found = {}

    for most in (0.0, 1.1):
        monkeypatch.setattr(histograms, "MOST_PICKED", most)
        found[most] = tabulate_all(answers, ["one", "many", "number"], ["", "many"], conditions=conditions, weight="w")

    for key, cube in found[0.0].items():
        assert cube.cells.w.tolist() == found[1.1][key].cells.w.tolist()
        assert cube.overlap.w2.tolist() == found[1.1][key].overlap.w2.tolist()
    assert found[0.0]["number", "many"].moments.wxx.tolist() == found[1.1]["number", "many"].moments.wxx.tolist()


def test_memory_does_not_grow_with_respondents(monkeypatch):
    monkeypatch.setattr(selecting, "CHUNK", 1 << 10)
    few, many = drawn(12, respondents=2_000)[0], drawn(12, respondents=20_000)[0]

    def most_memory(answers) -> int:
        tracemalloc.start()
        tabulate(answers, "one", "many", conditions=parse_filter("scale in 1,2", answers.codebook), weight="w")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    most_memory(few)

    assert most_memory(many) < 1.1 * most_memory(few)
