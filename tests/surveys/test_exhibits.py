"""Columns, shapes and notes of the exhibits."""

from django.utils.translation import override

from portal.charts.line_shapes import TrendLines
from portal.charts.shapes import Bracket, GroupedBars, Heatmap, RankedBars, Remainder
from surveys.exhibits import (
    question_exhibit,
    survey_exhibit,
    surveys_exhibit,
    topic_exhibit,
    trend_exhibit,
    wave_exhibit,
)
from surveys.looks import Look
from surveys.models import Figure, Segment, Survey, Wave, Wording
from surveys.pages import figures_of
from surveys.topics import Topic, nearest_wordings
from tests import factories as make
from tests.surveys.conftest import ask


def exhibit_of(world, code, wave=None, **options):
    wording = world.wording(code, wave)
    return question_exhibit(wording, world.figures(wording), Look(**options))


def texts(exhibit, *, is_mandatory=True) -> list[str]:
    return [note.text for note in exhibit.notes if note.is_mandatory == is_mandatory]


def test_question_exhibit_of_stages(world):
    exhibit = exhibit_of(world, "serverless_stage")

    assert exhibit.address == "surveys/china/2020/serverless_stage"
    assert exhibit.finding == "More than a third already run or test serverless"
    assert list(exhibit.drawn["tone"]) == ["using-0", "using-1", "trying-0", "trying-1", "none"]
    assert exhibit.shape.brackets == (
        Bracket(0, 1, "36% hands-on", "production or test", "using-0"),
        Bracket(2, 3, "28% exploring", "study or considering", "trying-0"),
        Bracket(4, 4, "36% not using", "", "none"),
    )
    assert exhibit.shape.remainder is None
    assert texts(exhibit) == ["The base was not published."]


def test_question_exhibit_columns_follow_the_conventions(world):
    keys = [column.key for column in exhibit_of(world, "serverless_stage").columns]

    assert keys == [
        "survey",
        "wave",
        "question",
        "option",
        "value",
        "unit",
        "base_n",
        "status",
        "note",
        "basis",
        "source",
        "source_title",
        "source_url",
    ]


def test_question_exhibit_shows_what_is_not_stated_as_a_gap(world):
    exhibit = exhibit_of(world, "serverless_public_cloud")

    assert exhibit.shape.remainder == Remainder(25.0, "Not stated")
    assert list(exhibit.drawn["option"]) == ["alibaba_fc", "tencent_scf", "aws_lambda", "other"]
    assert list(exhibit.drawn["tone"]) == ["emph", "emph", "soft", "muted"]
    assert exhibit.frame.iloc[-1][["option", "value", "status"]].tolist() == ["", 25, "n"]
    assert texts(exhibit) == ["The base was not published.", "The source does not state what the other 25% answered."]


def test_question_exhibit_of_multiple_choice_warns_of_sums(world):
    exhibit = exhibit_of(world, "serverless_challenges")

    assert isinstance(exhibit.shape, RankedBars)
    assert "Several answers were possible, so the shares do not add to 100." in texts(exhibit)


def test_any_use_has_no_note_on_several_answers(world):
    ask(world.wave, "serverless_use_any", (("yes", 40), ("production", 30)), topic="adoption")

    assert texts(exhibit_of(world, "serverless_use_any")) == ["The base was not published."]


def test_question_exhibit_never_published_is_empty_and_says_so(world):
    exhibit = exhibit_of(world, "industry")

    assert exhibit.is_empty
    assert exhibit.shape is None
    assert ".png" not in exhibit.suffixes
    assert exhibit.finding == ""
    assert texts(exhibit) == ["The numbers of this question were never published."]
    assert texts(exhibit, is_mandatory=False) == ["A picture only."]


def test_question_exhibit_by_dimension_has_a_grid_with_bases(world):
    exhibit = exhibit_of(world, "serverless_use", world.first, by="region")

    assert exhibit.grid.order == ("", "region=europe", "region=asia")
    assert isinstance(exhibit.shape, GroupedBars)  # two options
    assert dict(zip(exhibit.frame["segment"], exhibit.frame["segment_written"], strict=True)) == {
        "": "All, n = 500",
        "region=europe": "Europe, n = 200",
        "region=asia": "Asia, n = 20",
    }
    assert list(exhibit.frame["value_tag"]) == ["36.8–45.4%", "38.3–51.9%", "14.5–51.9%, small base", "54.6–63.2%"]
    assert "Shares of fewer than 30 people are marked: they are not reliable." in texts(exhibit)
    assert "segment" in [column.key for column in exhibit.columns]


def test_question_exhibit_of_many_options_by_dimension_is_a_heatmap(world):
    wording = world.wording("serverless_challenges")
    segment = Segment.objects.get(code="asia")
    for figure in world.figures(wording):
        make.make_figure(wave=world.wave, option=figure.option, segment=segment, percent=10)

    assert isinstance(exhibit_of(world, "serverless_challenges", by="region").shape, Heatmap)


def test_question_exhibit_with_only_segments_shows_their_dimension(world):
    wording = world.wording("serverless_challenges")
    option = wording.question.options.get(code="access")
    Figure.objects.for_wording(wording).delete()
    make.make_figure(wave=world.wave, option=option, segment=Segment.objects.get(code="asia"), percent=10)

    exhibit = exhibit_of(world, "serverless_challenges")

    assert list(exhibit.frame["segment"]) == ["region=asia"]
    assert exhibit.grid is not None


def test_question_exhibit_draws_published_intervals(db):
    figure = make.make_figure(percent="41.5", low="39", high="44")
    wording = make.make_wording(question=figure.option.question, wave=figure.wave)

    exhibit = question_exhibit(wording, [figure])

    assert (exhibit.shape.low, exhibit.shape.high) == ("ci_low", "ci_high")
    assert exhibit.frame.loc[0, ["ci_low", "ci_high"]].tolist() == [39, 44]
    assert texts(exhibit) == ["95% interval as the source published it."]


def test_question_exhibit_says_that_an_interval_was_computed_from_answers(db):
    figure = make.make_figure(percent="41.5", low="39", high="44", basis="derived")
    wording = make.make_wording(question=figure.option.question, wave=figure.wave)

    exhibit = question_exhibit(wording, [figure])

    assert (
        texts(exhibit)[0]
        == "95% interval (Wilson), computed from the answers and rounded outward; bases are rounded to 5."
    )
    assert "95% interval as the source published it." not in texts(exhibit)


def test_question_exhibit_files_keep_code_order_until_the_reader_sorts(world):
    wording = world.wording("serverless_challenges")
    Figure.objects.filter(option__code="access").update(percent=60)

    exhibit = question_exhibit(wording, world.figures(wording))
    chosen = question_exhibit(wording, world.figures(wording), Look(sort="value"))

    assert list(exhibit.frame["option"]) == ["access", "debugging", "packaging"]
    assert [row["option"] for row in exhibit.file_rows] == ["debugging", "packaging", "access"]
    assert [row["option"] for row in chosen.file_rows] == ["packaging", "debugging", "access"]


def test_question_exhibit_in_chinese(world):
    with override("zh-hans"):
        exhibit = exhibit_of(world, "serverless_public_cloud")

    assert exhibit.shape.label == "option_label_zh"
    assert exhibit.shape.remainder.label == "未说明"
    assert texts(exhibit)[0] == "未公布基数。"


def test_usage_data_says_it_is_no_survey(world):
    Survey.objects.filter(pk=world.china.pk).update(kind="usage_data")

    assert texts(exhibit_of(world, "serverless_stage"))[0].endswith("not a survey.")


def trend_of(world, options=("production",), **look):
    question = world.wording("serverless_use", world.first).question
    figures = list(Figure.objects.for_question(question).of_whole_samples().with_context().in_code_order())
    wordings = list(Wording.objects.of_question(question).with_context())
    return trend_exhibit(question, wordings, figures, Look(options=options, **look))


def test_trend_exhibit_breaks_where_waves_do_not_compare(world):
    exhibit = trend_of(world)

    assert isinstance(exhibit.shape, TrendLines)
    assert exhibit.shape.breaks == ("2020",)
    assert exhibit.finding == ""
    assert "Break at 2020: Other base." in texts(exhibit)
    assert list(exhibit.frame["wave_written"]) == ["2019, n = 500", "2020"]


def test_trend_exhibit_tells_the_change_where_waves_compare(world):
    Wording.objects.filter(wave=world.second).update(comparable="yes", break_reason_en="")

    assert trend_of(world).finding == "Production: 41% in 2019, 51% in 2020"


def test_trend_exhibit_without_rows_is_empty(world):
    Figure.objects.filter(option__question__code="serverless_use").delete()

    exhibit = trend_of(world, options=())

    assert exhibit.is_empty
    assert exhibit.shape is None


def test_topic_exhibit_puts_method_before_number(world):
    wordings = list(Wording.objects.on_topic("adoption").with_context())
    nearest = nearest_wordings("adoption", wordings, Figure.objects.of_whole_samples().with_context())

    exhibit = topic_exhibit(Topic("adoption"), nearest, figures_of(nearest), is_nearest=True)

    keys = [column.key for column in exhibit.columns]
    assert keys.index("asked") < keys.index("value")
    assert list(exhibit.drawn["heading"].unique()) == [
        "Annual survey 2020, all respondents, base not published (sample of 500)",
        "China survey 2020, users of the cloud, base not published",
    ]
    assert texts(exhibit)[0].startswith("Different surveys asked different people")


def test_topic_exhibit_of_every_question_has_no_chart(world):
    wordings = list(Wording.objects.on_topic("adoption").with_context())

    exhibit = topic_exhibit(Topic("adoption"), wordings, figures_of(wordings), is_nearest=False)

    assert exhibit.shape is None
    assert len(exhibit.frame) == 8  # 5 stages, 2 of 2019, 1 of 2020; segments stand elsewhere


def test_catalogue_exhibits_link_their_rows(world):
    surveys = surveys_exhibit(list(Survey.objects.by_name().with_content()), {world.china.pk: 12})
    survey = survey_exhibit(
        world.annual,
        list(Wording.objects.in_survey(world.annual).with_context()),
        list(Figure.objects.in_survey(world.annual).of_whole_samples().with_context()),
    )
    wave = wave_exhibit(
        Wave.objects.with_context().get(pk=world.wave.pk),
        list(Wording.objects.in_wave(world.wave).with_context()),
        list(Figure.objects.in_wave(world.wave).of_whole_samples().with_context()),
    )

    assert list(surveys.frame["href"]) == ["surveys/annual", "surveys/china"]
    assert survey.grid.order == ("2019", "2020")
    assert set(survey.frame["trend_href"]) == {"surveys/annual/trend/serverless_use"}
    assert "not published" in list(wave.frame["value_written"])
    assert surveys_exhibit([], {}) is None
