"""How problems read."""

import pytest

from portal.loading.problems import Problem, Report, with_nearest


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem("a.csv", 3, "percent", "1e3", "expected less"),
            "a.csv, line 3, column percent: “1e3” – expected less",
        ),
        (Problem("a.csv", 1, "wave", "", "it is missing"), "a.csv, line 1, column wave: it is missing"),
        (Problem("a.csv", None, "", "", "it is empty"), "a.csv: it is empty"),
        (Problem("", None, "", "", "12 more problems"), "12 more problems"),
    ],
    ids=["whole", "no value", "file only", "no place"],
)
def test_problem_is_a_sentence_with_its_place(problem, sentence):
    assert str(problem) == sentence


def test_long_values_are_shortened():
    report = Report()

    report.add("a.csv", 2, "note_en", "x" * 500, "expected less")

    assert report.problems[0].value == "x" * 119 + "…"


def test_nearest_names_are_offered_only_where_some_are_near():
    assert with_nearest("not known", "lamda", ["lambda", "knative"]) == "not known; nearest: lambda"
    assert with_nearest("not known", "zzz", ["lambda", "knative"]) == "not known"
