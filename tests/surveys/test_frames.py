"""Exact numbers of every frame, by hand."""

import pandas as pd
import pytest

from surveys.frames import (
    FIGURE_TYPES,
    broken_down,
    dimensions_of,
    figures_frame,
    latest_options,
    results_frame,
    sorted_rows,
    surveys_frame,
    trend_frame,
    whole_rows,
    with_remainder,
)
from surveys.frames.figures import remainder_of
from surveys.frames.topics import block_rows
from surveys.frames.written import with_page_words
from surveys.models import Figure, Survey, Wording
from tests import factories as make


def test_figures_frame_holds_codes_labels_and_numbers(world):
    frame = figures_frame(world.figures(world.wording("serverless_stage")))

    first = frame.iloc[0]
    assert list(frame["option"]) == ["production", "test", "study", "considering", "not_using"]
    assert list(frame["value"]) == [28, 8, 11, 17, 36]
    assert (first["survey"], first["wave"], first["question"], first["segment"]) == (
        "china",
        "2020",
        "serverless_stage",
        "",
    )
    assert (first["option_label_en"], first["wave_label_zh"], first["unit"], first["basis"]) == (
        "Production",
        "2020 年",
        "%",
        "quoted",
    )
    assert frame["base_n"].isna().all()
    assert list(frame["is_apart"]) == [False, False, False, False, True]


def test_figures_frame_without_figures_keeps_columns_and_types():
    frame = figures_frame([])

    assert dict(frame.dtypes.astype(str)) == FIGURE_TYPES


def test_figures_frame_flags_a_base_under_30(world):
    frame = figures_frame(world.figures(world.wording("serverless_use", world.first)))

    assert dict(zip(frame["segment"], frame["status"], strict=True)) == {
        "": "",
        "region=europe": "",
        "region=asia": "u",
    }


def test_figures_frame_names_the_address_of_each_number(world):
    frame = figures_frame(world.figures(world.wording("serverless_use", world.first)))

    assert list(frame["number_href"]) == [
        "n/annual/2019/serverless_use/production",
        "n/annual/2019/serverless_use/production/region/europe",
        "n/annual/2019/serverless_use/production/region/asia",
        "n/annual/2019/serverless_use/no",
    ]


def test_figures_frame_carries_a_published_interval(db):
    frame = figures_frame([make.make_figure(percent="41.5", low="39.25", high="44")])

    assert frame.loc[0, ["value", "ci_low", "ci_high"]].tolist() == [41.5, 39.25, 44.0]


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        ("-value", ["alibaba_fc", "tencent_scf", "aws_lambda", "other"]),
        ("value", ["aws_lambda", "tencent_scf", "alibaba_fc", "other"]),
        ("order", ["alibaba_fc", "tencent_scf", "aws_lambda", "other"]),
    ],
)
def test_sorted_rows_keep_other_last(world, sort, wanted):
    frame = figures_frame(world.figures(world.wording("serverless_public_cloud")))

    assert list(sorted_rows(frame, sort)["option"]) == wanted


def test_sorted_rows_keep_ties_in_code_order(world):
    frame = figures_frame(world.figures(world.wording("serverless_challenges")))

    assert list(sorted_rows(frame, "-value")["option"]) == ["debugging", "packaging", "access"]


def test_with_remainder_adds_what_is_missing_to_100_without_an_option(world):
    wording = world.wording("serverless_public_cloud")

    last = with_remainder(figures_frame(world.figures(wording)), wording).iloc[-1]

    assert (last["option"], last["value"], last["status"], last["basis"]) == ("", 25, "n", "derived")
    assert (last["option_label_en"], last["option_label_zh"]) == ("Not stated", "未说明")
    assert last["number_href"] == ""


@pytest.mark.parametrize("code", ["serverless_stage", "serverless_challenges"])
def test_with_remainder_leaves_full_wholes_and_multiple_choice_alone(world, code):
    wording = world.wording(code)
    frame = figures_frame(world.figures(wording))

    assert len(with_remainder(frame, wording)) == len(frame)


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ([], 0),
        ([33, 33, 33], 0),  # three whole numbers may miss 100 by 1.5
        ([33.33, 33.33, 33.3], 0),
        ([49.5, 49.5], 1.0),
        ([35, 32, 16], 17),
        ([60, 41], 0),
    ],
    ids=["nothing", "rounded to whole numbers", "rounded to decimals", "one point", "17 points", "above 100"],
)
def test_remainder_of_leaves_rounding_out(values, missing):
    frame = pd.DataFrame({"value": values}, dtype="float64")

    assert remainder_of(frame) == missing


def test_broken_down_puts_whole_and_segments_side_by_side(world):
    figures = world.figures(world.wording("serverless_use", world.first))

    frame = broken_down(figures_frame(figures), "region", "-value")

    rows = list(zip(frame["option"], frame["segment"], frame["value"], frame["base_n"], strict=True))
    assert rows == [
        ("production", "", 41, 500),
        ("production", "region=europe", 45, 200),
        ("production", "region=asia", 30, 20),
        ("no", "", 59, 500),
    ]
    assert dimensions_of(figures) == {"region": ("Region", "地区")}
    assert list(whole_rows(frame)["option"]) == ["production", "no"]


def test_trend_frame_marks_the_wave_that_does_not_compare(world):
    question = world.wording("serverless_use", world.first).question
    figures = Figure.objects.for_question(question).of_whole_samples().with_context().in_code_order()
    wordings = list(Wording.objects.of_question(question).with_context())

    frame = trend_frame(figures, wordings, ["production"])

    assert list(zip(frame["wave"], frame["value"], frame["status"], strict=True)) == [
        ("2019", 41, ""),
        ("2020", 51, "b"),
    ]


@pytest.mark.parametrize(
    ("bases", "heading"),
    [
        ((965, 1335), "2019, n = 965–1,335"),
        ((965, 965), "2019, n = 965"),
        ((965, None), "2019, n = 965 where published"),
        ((None, None), "2019"),
    ],
)
def test_heads_of_a_grid_name_the_bases_of_their_column(world, bases, heading):
    figures = world.figures(world.wording("serverless_use", world.first))
    whole = [figure for figure in figures if figure.segment is None]
    for figure, base in zip(whole, bases, strict=True):
        figure.base_n = base

    frame = with_page_words(figures_frame(whole), across="wave")

    assert set(frame["wave_written"]) == {heading}


def test_latest_options_rank_by_the_newest_value(world):
    question = world.wording("serverless_use", world.first).question
    figures = list(Figure.objects.for_question(question).of_whole_samples().with_context().in_code_order())

    assert latest_options(figures, 7) == ("no", "production")
    assert latest_options(figures, 1) == ("no",)


def test_surveys_frame_counts(world):
    surveys = Survey.objects.by_name().with_content()

    frame = surveys_frame(surveys, Figure.objects.numbers_by_survey())

    columns = ["survey", "waves", "questions", "figures", "first", "last"]
    assert frame[columns].values.tolist() == [["annual", 2, 1, 5, "2019", "2020"], ["china", 1, 4, 12, "2020", "2020"]]


def test_results_frame_names_the_leading_answer_or_its_absence(world):
    wordings = Wording.objects.in_wave(world.wave).with_context()
    figures = Figure.objects.in_wave(world.wave).of_whole_samples().with_context().in_code_order()

    frame = results_frame(wordings, figures).set_index("question")

    assert frame.loc["serverless_stage", ["option", "value", "options"]].tolist() == ["production", 28, 5]
    assert frame.loc["serverless_challenges", ["option", "value", "status"]].tolist() == ["debugging", 51, ""]
    assert frame.loc["industry", ["option", "options", "status"]].tolist() == ["", 0, "n"]


def test_block_rows_keep_the_largest_of_each_block(world):
    frame = figures_frame(Figure.objects.in_survey(world.china).with_context().in_code_order())

    rows = block_rows(frame, 2)

    assert list(zip(rows["question"], rows["option"], strict=True)) == [
        ("serverless_challenges", "debugging"),
        ("serverless_challenges", "packaging"),
        ("serverless_public_cloud", "alibaba_fc"),
        ("serverless_public_cloud", "tencent_scf"),
        ("serverless_stage", "production"),
        ("serverless_stage", "considering"),
    ]
