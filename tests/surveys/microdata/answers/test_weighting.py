"""The raked weight of a codebook's targets, and in which words it is refused."""

import numpy as np
import pytest
from django.utils.translation import override

from portal.loading.problems import Report
from surveys.microdata.answers.weighting import with_raked_weight
from surveys.microdata.codebook.codebook import Weighting
from surveys.microdata.store.answers import Answers
from tests.surveys.microdata.factories import make_answers, make_question


def unweighted(targets, said) -> Answers:
    """Answers to Q1 (a, b) and Q2 (x, y) before the weight of their codebook is there."""
    questions = [make_question("Q1", options="a b"), make_question("Q2", options="x y")]
    bare = make_answers(questions, said)
    book = type(bare.codebook)(bare.codebook.questions, weighting=Weighting("raked", targets))
    return Answers(book, bare.respondents, bare.columns)


def test_weight_becomes_a_column_of_mean_one():
    answers = unweighted({"Q1": {"a": 0.5, "b": 0.5}}, {"Q1": list("aaab"), "Q2": list("xxyy")})
    report = Report()

    found = with_raked_weight(answers, report)

    found.check()
    assert found.weight("raked") == pytest.approx([2 / 3, 2 / 3, 2 / 3, 2])
    assert found.column_names[-1] == "raked"
    assert [(note.column, note.expected) for note in report.notes] == [
        ("raked", "raked in rounds: 2; weighting efficiency 75.0 %")
    ]


def test_no_answer_is_noted():
    answers = unweighted({"Q1": {"a": 0.5, "b": 0.5}}, {"Q1": ["a", "a", "b", None], "Q2": list("xxyy")})
    report = Report()

    found = with_raked_weight(answers, report)

    assert found.weight("raked") == pytest.approx([0.75, 0.75, 1.5, 1])
    assert report.notes[0].expected.startswith("1 respondent gave no answer to Q1 and is raked")


def test_answers_without_targets_stay_as_they_are():
    answers = make_answers([make_question("Q1", options="a b")], {"Q1": ["a"]})

    assert with_raked_weight(answers, Report()) is answers


REFUSED = {
    "nobody": ({"Q1": {"a": 0.5, "b": 0.5}}, "aa", "Q1: b", "expected respondents who chose b of Q1"),
    "no_target": ({"Q1": {"a": 1}}, "ab", "Q1: b", "expected a target for b of Q1"),
    "not_one": ({"Q1": {"a": 0.5, "b": 0.4}}, "ab", "Q1", "expected shares of Q1 above 0 that add to 1"),
    "no_end": ({"Q1": {"a": 0.5, "b": 0.5}, "Q2": {"x": 0.4, "y": 0.6}}, "ab", "", "100 rounds did not settle"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_impossible_targets_are_refused_in_words(case):
    targets, said, value, expected = REFUSED[case]
    answers = unweighted(targets, {"Q1": list(said), "Q2": list("xy")})
    report = Report()

    assert with_raked_weight(answers, report) is None

    (problem,) = report.problems
    assert (problem.column, problem.value) == ("raked", value)
    assert expected in problem.expected


def test_refusal_is_said_in_chinese_too():
    report = Report()

    with override("zh-hans"):
        with_raked_weight(unweighted({"Q1": {"a": 1}}, {"Q1": list("ab"), "Q2": list("xy")}), report)

    assert report.problems[0].expected == "有受访者选择了 Q1 的 b，应为它给出目标份额"


def test_weight_of_nobody_is_refused():
    answers = unweighted({"Q1": {"a": 1}}, {"Q1": [], "Q2": []})
    report = Report()

    assert with_raked_weight(answers, report) is None
    assert np.array(answers.columns["Q1"]).size == 0
    assert report.total == 1
