"""Tables written out: keys of JSON, lines of CSV, columns of text, the footnote."""

import csv
import io

import pytest
from django.utils.translation import override

from surveys.microdata.codebook.conditions import parse_filter
from surveys.microdata.tables.aligning import aligned, table_text, width
from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.making import make_table
from surveys.microdata.tables.table import Adjust, TableSpec
from surveys.microdata.tables.writing import HEADINGS, table_csv, table_json
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.tables.test_making import drawn_answers

OVERALL = ["f", "df1", "df2", "p"]


def test_one_break_has_the_documented_form():
    found = table_json(make_table(drawn_answers(), TableSpec("one", ("by",), weight="w")))

    assert list(found) == ["n_design", "columns", "rows", "overall", "footnote"]
    assert list(found["columns"][0]) == ["code", "letter", "base_n", "base_w", "base_effective"]
    row = found["rows"][0]
    assert list(row) == ["code", "total", "cells"]
    assert list(row["total"]) == ["n", "w", "p", "se", "ci", "base_n", "base_w", "base_effective"]
    assert list(row["cells"][0]) == ["column", "n", "w", "p", "se", "ci", "letters", "status", "tests"]
    assert list(row["cells"][0]["tests"][0]) == ["against", "z", "p", "p_adjusted", "reason"]
    assert list(found["overall"]) == OVERALL


def test_several_breaks_are_named():
    found = table_json(make_table(drawn_answers(), TableSpec("one", ("by", "many"))))

    assert [column["break"] for column in found["columns"]] == ["by"] * 5 + ["many"] * 4
    assert [cell["break"] for cell in found["rows"][0]["cells"]] == ["by"] * 5 + ["many"] * 4
    assert list(found["overall"]["by"]) == OVERALL
    assert found["overall"]["many"] is None


def test_multiple_response_has_a_test_a_row():
    found = table_json(make_table(drawn_answers(), TableSpec("many", ("by",))))
    both = table_json(make_table(drawn_answers(), TableSpec("many", ("by", "scale"))))

    assert found["overall"] is None
    assert [list(row["overall"]) for row in found["rows"]] == [OVERALL] * 4
    assert [list(row["overall"]) for row in both["rows"]] == [["by", "scale"]] * 4


def test_means_stand_in_place_of_shares():
    row = table_json(make_table(drawn_answers(), TableSpec("hours", ("by",))))["rows"][0]

    assert row["code"] == "mean"
    assert list(row["total"])[:5] == ["n", "w", "mean", "se", "sd"]
    assert list(row["cells"][0])[:6] == ["column", "n", "w", "mean", "se", "sd"]


def test_reasons_are_codes_and_undefined_is_null():
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("Q2", options="x y")], {"Q1": ["a"], "Q2": ["x"]}
    )

    found = table_json(make_table(answers, TableSpec("Q1", ("Q2",))))

    cell = found["rows"][0]["cells"][1]
    assert (cell["p"], cell["se"], cell["ci"], found["overall"]) == (None, None, None, None)
    assert cell["tests"] == [{"against": "x", "z": None, "p": None, "p_adjusted": None, "reason": "small_base"}]


def test_csv_has_the_numbers_of_the_json():
    table = make_table(drawn_answers(), TableSpec("scale", ("by",), weight="w"))

    rows = list(csv.DictReader(io.StringIO(table_csv(table))))

    assert list(rows[0]) == list(HEADINGS)
    assert len(rows) == len(table.rows) * (1 + len(table.columns))
    cell = table.rows[0].cells[0]
    assert float(rows[1]["p"]) == cell.estimate.p
    assert [float(rows[1]["ci_low"]), float(rows[1]["ci_high"])] == list(cell.estimate.ci)
    mean = rows[-1]
    assert (float(mean["mean"]), mean["p"]) == (table.rows[-1].cells[-1].estimate.mean, "")
    # A mean has the base of those with a number.
    assert int(mean["base_n"]) == table.rows[-1].cells[-1].estimate.base.n


@pytest.mark.parametrize(
    ("adjust", "words"),
    [
        (Adjust.NONE, "p-values are not adjusted"),
        (Adjust.HOLM, "Holm."),
        (Adjust.BONFERRONI, "Bonferroni."),
        (Adjust.BH, "Benjamini-Hochberg."),
    ],
)
def test_footnote_says_test_levels_adjustment_weight_base_and_overlap(adjust, words):
    answers = drawn_answers()

    found = footnote_of(make_table(answers, TableSpec("one", ("scale",), weight="w", adjust=adjust, least_base=50)))

    assert words in found
    assert "two-sided z-test" in found
    assert "A for p < 0.05, a for p < 0.10" in found
    assert "Smallest base tested: 50." in found
    assert "Columns do not overlap." in found
    assert found.endswith("Weighted by w.")


def test_footnote_in_chinese_and_of_overlapping_columns():
    with override("zh-hans"):
        found = footnote_of(make_table(drawn_answers(), TableSpec("one", ("many",))))

    assert "各列有重叠" in found
    assert "Holm 法" in found
    assert found.endswith("未加权。")


def test_footnote_says_that_a_net_is_not_tested_against_what_it_holds():
    answers = make_answers(
        [make_question("Q1", options="a b"), make_question("Q2", options="x y z", nets={"xy": "x y"})],
        {"Q1": ["a", "b"], "Q2": ["x", "z"]},
    )

    found = footnote_of(make_table(answers, TableSpec("Q1", ("Q2",))))

    assert "Tested columns do not overlap: a net is not tested against what it holds." in found


def test_footnote_of_a_topline_has_no_test():
    found = footnote_of(make_table(drawn_answers(), TableSpec("hours")))

    assert found == "Standard errors of means are linearised. Not weighted."


def test_width_of_chinese_letters_is_two():
    assert [width("abc"), width("中文"), width("e\u0301")] == [3, 4, 1]
    assert aligned([["中", "1"], ["abc", "22"]]) == ["中    1", "abc  22"]


def test_text_of_several_breaks_names_them_and_cuts_long_labels():
    table = make_table(drawn_answers(), TableSpec("one", ("by", "many"), least_base=0))
    codebook = drawn_answers().codebook

    text = table_text(table, codebook)

    assert text.splitlines()[2].split() == ["by"] * 5 + ["many"] * 4
    assert text.splitlines()[4].split() == list("ABCDEFGHI")
    long = make_answers(
        [make_question("Q1", options="a", asked_en="Everybody"), make_question("Q2", options="x")],
        {"Q1": ["a"], "Q2": ["x"]},
    )
    object.__setattr__(long.codebook.questions[0].options[0], "label_en", "a very long label " * 9)
    lines = table_text(make_table(long, TableSpec("Q1")), long.codebook).splitlines()
    assert lines[1] == "Asked: Everybody"
    assert max(map(width, lines[3:8])) < 60
    assert any("…" in line for line in lines)


def test_text_says_the_filter():
    answers = drawn_answers()
    spec = TableSpec("one", filter=parse_filter("by not in x", answers.codebook))

    assert "Filters in force: by not in x" in table_text(make_table(answers, spec), answers.codebook)
