"""Looks at figures: charts, answers, people and intervals as exhibits and their files have them."""

import io
import json

import openpyxl
import pytest
from django.utils.translation import override
from pptx import Presentation

from portal.charts.line_shapes import TrendLines
from portal.charts.shapes import DotsWithIntervals, GroupedBars, Heatmap, RankedBars, StackedShares
from portal.exhibits.files import FileOptions, exhibit_file
from portal.exhibits.pictures import caption_of
from portal.exhibits.tables import table_of
from surveys.exhibits import question_exhibit, trend_exhibit, wave_exhibit
from surveys.frames import figures_frame
from surveys.frames.looks import as_people
from surveys.looks import BARS, DOTS, HEATMAP, STACKED, TABLE, Look, can_count_people, question_charts
from surveys.models import Figure, Survey, Wording
from tests import factories as make

BASE_NOTE = "The base was not published."
SUM_NOTE = "Several answers were possible, so the shares do not add to 100."
INTERVAL_NOTE = "95% interval (Wilson), computed from the published base as for a simple random sample."


def exhibit_of(world, code="serverless_use", wave=None, **look):
    wording = world.wording(code, wave or (world.first if code == "serverless_use" else None))
    return question_exhibit(wording, world.figures(wording), Look(**look))


def trend_of(world, **look):
    question = world.wording("serverless_use", world.first).question
    figures = list(Figure.objects.for_question(question).of_whole_samples().with_context().in_code_order())
    return trend_exhibit(question, list(Wording.objects.of_question(question).with_context()), figures, Look(**look))


def must(exhibit) -> list[str]:
    return [note.text for note in exhibit.notes if note.is_mandatory]


@pytest.mark.parametrize(
    ("look", "shape"),
    [
        ({}, RankedBars),
        ({"chart": DOTS}, DotsWithIntervals),
        ({"chart": STACKED}, StackedShares),
        ({"chart": TABLE}, type(None)),
        ({"by": "region"}, GroupedBars),
        ({"by": "region", "chart": STACKED}, StackedShares),
        ({"by": "region", "chart": HEATMAP}, Heatmap),
        ({"by": "region", "options": ("production",), "chart": DOTS}, DotsWithIntervals),
    ],
)
def test_a_chart_is_the_one_asked_for(world, look, shape):
    assert type(exhibit_of(world, **look).shape) is shape


def test_bars_have_the_intervals_unless_they_are_switched_off(world):
    shown, hidden = exhibit_of(world), exhibit_of(world, has_intervals=False)

    assert (shown.shape.low, shown.shape.high) == ("ci_low", "ci_high")
    assert shown.frame[["ci_low", "ci_high"]].to_numpy().tolist() == [[36.8, 45.4], [54.6, 63.2]]
    assert INTERVAL_NOTE in must(shown)
    assert hidden.shape.low is None
    assert "ci_low" not in [column.key for column in hidden.columns]
    assert must(hidden) == []


def test_bars_without_bases_have_no_intervals(world):
    exhibit = exhibit_of(world, "serverless_stage")

    assert exhibit.shape.low is None
    assert must(exhibit) == [BASE_NOTE]


def test_some_answers_alone_have_no_finding_and_say_how_many_they_are(world):
    exhibit = exhibit_of(world, "serverless_public_cloud", options=("aws_lambda", "other"))

    assert list(exhibit.frame["option"]) == ["aws_lambda", "other"]
    assert exhibit.shape.remainder is None
    assert exhibit.finding == ""
    assert exhibit.subtitle.endswith("2 of 4 answers shown.")
    with override("zh-hans"):
        chinese = exhibit_of(world, "serverless_public_cloud", options=("aws_lambda", "other"))
    assert chinese.subtitle.endswith("显示 4 个答案中的 2 个。")


def test_people_are_shares_of_the_base_to_whole_people(world):
    exhibit = exhibit_of(world, by="region", is_people=True)

    rows = exhibit.frame.set_index(["option", "segment"])
    # 41% of 500, 45% of 200 (38.3 to 51.9), 30% of 20, 59% of 500
    assert rows["value"].to_dict() == {
        ("production", ""): 205,
        ("production", "region=europe"): 90,
        ("production", "region=asia"): 6,
        ("no", ""): 295,
    }
    assert rows.loc[("production", "region=europe"), ["ci_low", "ci_high"]].tolist() == [77, 104]
    assert set(rows["unit"]) == {"people"}
    assert exhibit.shape.unit == "people"
    assert exhibit.title == "About serverless_use: estimated people"
    assert must(exhibit)[0] == "People are estimated: share times published base, to whole people."
    assert table_of(exhibit).rows[0].cells[0][0].text == "205 people"


def test_halves_of_people_go_up(world):
    frame = figures_frame([make.make_figure(percent="50", base_n=5)])

    assert as_people(frame)["value"].tolist() == [3]


def test_people_in_chinese(world):
    with override("zh-hans"):
        exhibit = exhibit_of(world, is_people=True)

    assert (exhibit.title, exhibit.shape.unit) == ("关于 serverless_use：估计人数", "人")


@pytest.mark.parametrize("kind", ["usage_data", "document_review"])
def test_only_surveys_count_people(world, kind):
    Survey.objects.filter(pk=world.annual.pk).update(kind=kind)

    assert not can_count_people(world.figures(world.wording("serverless_use", world.first)))


def test_stacked_shares_say_what_is_missing_to_100(world):
    whole = exhibit_of(world, by="region", chart=STACKED).shape
    some = exhibit_of(world, by="region", chart=STACKED, options=("production",)).shape

    assert whole.remainder_label == "Not stated"
    assert some.remainder_label == "Not shown"
    assert whole.tones == ("cat-0", "muted")


def test_stages_keep_their_colours_when_stacked(world):
    assert exhibit_of(world, "serverless_stage", chart=STACKED).shape.tones == (
        *("using-0", "using-1", "trying-0", "trying-1", "none"),
    )


def test_shares_that_exceed_100_are_not_stacked(world):
    Figure.objects.filter(option__code="no", wave=world.first).update(percent=70)
    wording = world.wording("serverless_use", world.first)

    assert STACKED not in question_charts(wording.question, world.figures(wording), Look())


def test_the_best_chart_comes_first(world):
    wording = world.wording("serverless_use", world.first)
    figures = world.figures(wording)

    assert question_charts(wording.question, figures, Look()) == (BARS, DOTS, STACKED, TABLE)
    assert question_charts(wording.question, [], Look()) == (TABLE,)


@pytest.mark.parametrize(
    ("look", "shape"),
    [({}, TrendLines), ({"chart": HEATMAP}, Heatmap), ({"chart": TABLE}, type(None)),
     ({"chart": DOTS, "options": ("production",)}, DotsWithIntervals)],
)  # fmt: skip
def test_a_trend_is_drawn_as_asked(world, look, shape):
    assert type(trend_of(world, **look).shape) is shape


def test_a_trend_shows_intervals_where_bases_are_known(world):
    exhibit = trend_of(world)

    assert (exhibit.shape.low, exhibit.shape.high) == ("ci_low", "ci_high")
    assert "The base of some of the shares was not published." in must(exhibit)
    cells = [cell.tag for row in table_of(exhibit).rows for place in row.cells for cell in place]
    assert cells == ["36.8–45.4%", "", "54.6–63.2%", ""]


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [("order", ["production", "no"]), ("-value", ["no", "production"]), ("value", ["production", "no"])],
)
def test_a_trend_orders_answers_by_their_newest_share(world, sort, wanted):
    Figure.objects.filter(wave=world.second).delete()

    frame = trend_of(world, sort=sort).frame

    assert list(frame["option"]) == wanted


def test_a_wave_takes_questions_order_and_intervals(world):
    wordings = list(Wording.objects.in_wave(world.first).with_context())
    figures = list(Figure.objects.in_wave(world.first).of_whole_samples().with_context())

    exhibit = wave_exhibit(world.first, wordings, figures)
    plain = wave_exhibit(world.first, wordings, figures, Look(has_intervals=False, options=("serverless_use",)))

    assert exhibit.frame.loc[0, ["value", "ci_low", "ci_high"]].tolist() == [41, 36.8, 45.4]
    assert "ci_low" not in [column.key for column in plain.columns]


@pytest.mark.parametrize("sort", ["-value", "value"])
def test_a_wave_by_share_puts_questions_without_one_last(world, sort):
    wordings = list(Wording.objects.in_wave(world.wave).with_context())
    figures = list(Figure.objects.in_wave(world.wave).of_whole_samples().with_context())

    values = list(wave_exhibit(world.wave, wordings, figures, Look(sort=sort)).frame["value"])

    assert values[:3] == sorted([28, 35, 51], reverse=sort == "-value")
    assert values[3] != values[3]  # NaN


def said_in(exhibit, suffix: str) -> str:
    """All words of a file of the exhibit."""
    body = exhibit_file(exhibit, suffix, FileOptions())
    if suffix == ".xlsx":
        sheets = openpyxl.load_workbook(io.BytesIO(body)).worksheets
        return "\n".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    if suffix == ".pptx":
        slides = Presentation(io.BytesIO(body)).slides
        return "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    if suffix in (".json", ".jsonstat.json", ".vl.json", ".ipynb"):
        return json.dumps(json.loads(body), ensure_ascii=False)
    return body.decode()


@pytest.mark.parametrize("suffix", [".xlsx", ".pptx", ".md", ".json", ".jsonstat.json", ".vl.json", ".ipynb"])
@pytest.mark.parametrize(
    ("code", "notes"),
    [
        ("serverless_challenges", (BASE_NOTE, SUM_NOTE)),
        ("serverless_use", (INTERVAL_NOTE,)),
    ],
)
def test_every_file_says_what_must_be_known(world, suffix, code, notes):
    words = " ".join(said_in(exhibit_of(world, code), suffix).split())

    for note in notes:
        assert note in words


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pictures_say_what_must_be_known(world, language):
    note = {"en": "The base was not published.", "zh-hans": "未公布基数。"}[language]
    with override(language):
        exhibit = exhibit_of(world, "serverless_challenges")

    assert note in caption_of(exhibit).note


def test_a_table_alone_has_no_picture_and_says_why(client, world):
    response = client.get("/en/surveys/annual/2019/serverless_use.png?chart=table")

    assert response.status_code == 404
    assert "no chart" in response.content.decode()


@pytest.mark.parametrize("suffix", ["", ".csv", ".svg"])
@pytest.mark.parametrize("query", ["chart=lines", "ci=2", "only=nothing", "value=euro", "except=production~no"])
def test_a_look_that_does_not_fit_is_400_for_page_and_files(client, world, suffix, query):
    response = client.get(f"/en/surveys/annual/2019/serverless_use{suffix}?{query}")

    assert response.status_code == 400


def test_page_and_files_have_one_look(client, world):
    path = "/en/surveys/annual/2019/serverless_use"
    query = "by=region&only=production&value=people&ci=0"

    lines = client.get(f"{path}.csv?labels=code&{query}").content.decode().splitlines()

    assert [line.split(",")[4:8] for line in lines] == [
        ["segment", "value", "unit", "base_n"],
        ["", "205", "people", "500"],
        ["region=europe", "90", "people", "200"],
        ["region=asia", "6", "people", "20"],
    ]
    page = client.get(f"{path}?{query}").content.decode()
    assert f"{path}.png?by=region&amp;only=production&amp;value=people&amp;ci=0" in page
