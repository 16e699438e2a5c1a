"""Drafts of SPSS files: their labels say what other files leave to be guessed."""

from dataclasses import replace
from pathlib import Path

import pyreadstat
import pytest
from pandas import DataFrame

from portal.loading.problems import Report
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.answers.file import SpssLabels
from surveys.microdata.answers.layouts import drafting
from surveys.microdata.answers.layouts.drafting import draft_codebook
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import Codebook, FileForm
from surveys.microdata.codebook.questions import Kind

FRAME = {
    "id": [1.0, 2, 3, 4],
    "use": [1.0, 2, 1, 9],
    "age": [20.0, 31, 44, 44],
    "c_aws": [1.0, 0, 1, 0],
    "c_azure": [0.0, 1, 1, 0],
    "wt": [0.5, 1.5, 1, 1],
}
LABELS = {"use": "Do you use serverless?", "c_aws": "AWS Lambda", "c_azure": "Azure Functions"}
VALUES = {"use": {1.0: "Yes", 2.0: "No"}, "age": {99.0: "Will not say"}, "c_aws": {0.0: "no", 1.0: "yes"}}


@pytest.fixture
def path(tmp_path) -> Path:
    file = tmp_path / "answers.sav"
    pyreadstat.write_sav(
        DataFrame(FRAME),
        str(file),
        column_labels=LABELS,
        variable_value_labels=VALUES,
        missing_ranges={"use": [{"lo": 9.0, "hi": 9.0}]},
    )
    return file


def draft(path: Path, **labels) -> Codebook:
    report = Report()
    file = open_file(path.name, path, FileForm(), report)
    assert file is not None, report.problems
    book = draft_codebook(replace(file, labels=replace(file.labels, **labels)), report)
    assert report.problems == []
    return book


def test_labels_become_texts_and_options(path):
    book = draft(path)

    use = book.by_code["use"]
    assert (use.kind, use.text_en) == (Kind.SINGLE, "Do you use serverless?")
    assert [(option.code, option.label_en) for option in use.options] == [("1", "Yes"), ("2", "No")]
    assert "9" in use.note
    assert not book.is_confirmed


def test_a_label_for_no_answer_makes_no_choice_of_numbers(path):
    assert draft(path).by_code["age"].kind is Kind.NUMERIC


def test_multiple_response_set_is_one_question(path):
    book = draft(path, sets={"$clouds": ("c_aws", "c_azure")})

    clouds = book.by_code["clouds"]
    assert clouds.kind is Kind.MULTIPLE
    assert [(each.code, each.label_en, each.column) for each in clouds.options] == [
        ("c_aws", "AWS Lambda", "c_aws"),
        ("c_azure", "Azure Functions", "c_azure"),
    ]
    assert "c_aws" not in book.by_code


def test_a_set_that_names_what_is_not_there_is_left_alone(path):
    book = draft(path, sets={"$clouds": ("c_aws", "c_gone"), "$ages": ("age", "use")})

    assert {"c_aws", "age", "use"} <= set(book.by_code)


def test_the_weight_of_the_file_is_the_weight_of_the_codebook(path):
    book = draft(path, weight="wt")

    assert book.weight == "wt"
    assert book.by_code["wt"].kind is Kind.WEIGHT


def test_values_without_a_label_are_options_too(path):
    book = draft(path, options={"use": {"1": "Yes"}}, missing={})

    assert [(each.code, each.label_en) for each in book.by_code["use"].options] == [("1", "Yes"), ("2", "2")]


def test_a_scale_keeps_the_labels_of_its_ends(path):
    frame = DataFrame({"grade": [1.0, 2, 3, 4, 5, 5]})
    pyreadstat.write_sav(frame, str(path), variable_value_labels={"grade": {1.0: "Not at all", 5.0: "Very"}})

    grade = draft(path).by_code["grade"]

    assert grade.kind is Kind.SCALE
    assert [option.label_en for option in grade.options] == ["Not at all", "2", "3", "4", "Very"]
    assert [option.value for option in grade.options] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("labels", [{}, {"sets": {"$clouds": ("c_aws", "c_azure")}, "weight": "wt"}])
def test_a_confirmed_draft_loads_its_own_file(path, labels):
    report = Report()

    answers = read_answers(path, path.name, replace(draft(path, **labels), is_confirmed=True), report)

    assert report.problems == []
    assert answers.respondents == 4


def test_a_file_without_any_label_is_drafted_by_its_values(path):
    book = draft(path, **vars(SpssLabels()))

    assert book.by_code["use"].kind is Kind.SCALE
    assert drafting.layout_of(open_file(path.name, path, FileForm(), Report())).name == "plain"
