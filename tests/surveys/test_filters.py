"""Parameters of the pages: what they take, what they refuse, and the one address of each view."""

import pytest
from django.http import QueryDict

from portal.parameters import WrongParameters
from surveys.exhibits.question import default_sort
from surveys.filters import QuestionForm, TopicForm, TrendForm, WaveForm
from surveys.models import Figure, Wording
from surveys.topics import nearest_wordings
from tests import factories as make


def question_form(world, query: str, code: str = "serverless_use", wave=None) -> QuestionForm:
    wording = world.wording(code, wave or (world.first if code == "serverless_use" else None))
    figures = world.figures(wording)
    dimensions = {"region": "Region"} if code == "serverless_use" else {}
    return QuestionForm.read(
        QueryDict(query),
        question=wording.question,
        figures=figures,
        dimensions=dimensions,
        sort=default_sort(wording, figures),
    )


def trend_form(figures, query: str) -> TrendForm:
    latest = [figure.option.code for figure in figures]
    return TrendForm.read(QueryDict(query), figures=figures, latest=latest)


def topic_form(query: str, topic: str = "adoption") -> TopicForm:
    wordings = list(Wording.objects.on_topic(topic).with_context())
    figures = list(Figure.objects.on_topic(topic).of_whole_samples().with_context().in_code_order())
    nearest = nearest_wordings(topic, wordings, figures)
    return TopicForm.read(QueryDict(query), wordings=wordings, nearest=nearest, figures=figures)


def test_question_form_keeps_one_order_of_parameters(world):
    form = question_form(world, "theme=dark&ci=0&sort=value&only=production&by=region")

    assert form.view_query == "by=region&only=production&sort=value&ci=0"
    assert (form.look.by, form.look.sort, form.look.options, form.look.has_intervals) == (
        "region",
        "value",
        ("production",),
        False,
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ci=1", ""),
        ("value=share", ""),
        ("chart=bars", ""),
        ("sort=order", ""),  # the question's answers have an order of their own
        ("only=no~production", ""),
        ("only=no", "only=no"),
        ("except=no", "except=no"),
        ("chart=dots&value=people", "chart=dots&value=people"),
        ("by=region&chart=bars", "by=region"),
        ("by=region&chart=heatmap", "by=region&chart=heatmap"),
    ],
)
def test_question_form_leaves_defaults_out(world, query, said):
    assert question_form(world, query).view_query == said


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("by=regoin", "not one of: region"),
        ("sort=up", "not one of"),
        ("bye=region", "no such parameter"),
        ("by=region&by=size", "more than once"),
        ("width=9", "greater than or equal to 200"),
        ("only=nothing", "not one of: "),
        ("except=nothing", "not one of: "),
        ("only=no&except=no", "either only or except"),
        ("except=no~production", "Nothing would be left"),
        ("chart=pie", "not one of: bars, dots, stacked, lines, heatmap, table"),
        ("chart=lines", "is not one of: bars, dots, stacked, table"),
        ("chart=heatmap", "is not one of: bars, dots, stacked, table"),
        ("chart=stacked&value=people", "is not one of: bars, dots, table"),
        ("chart=stacked&only=no", "is not one of: bars, dots, table"),
        ("by=region&chart=dots", "is not one of: bars, stacked, heatmap, table"),
        ("ci=yes", "not one of: 1, 0"),
        ("value=euro", "not one of: share, people"),
    ],
)
def test_question_form_refuses(world, query, reason):
    with pytest.raises(WrongParameters, match=reason):
        question_form(world, query)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("by=region", "not known here"),
        ("ci=1", "No base was published"),
        ("value=people", "every base was published"),
    ],
)
def test_question_form_refuses_what_needs_dimensions_or_bases(world, query, reason):
    with pytest.raises(WrongParameters, match=reason):
        question_form(world, query, "serverless_stage")


def test_intervals_are_off_by_default_where_there_are_none(world):
    assert question_form(world, "ci=0", "serverless_stage").view_query == ""


def test_several_choices_at_once_cannot_be_stacked(world):
    with pytest.raises(WrongParameters, match="is not one of: bars, dots, table"):
        question_form(world, "chart=stacked", "serverless_challenges")


def make_trend(count: int, waves: int = 2) -> list[Figure]:
    """Figures of as many options in each wave, the first the largest."""
    question = make.make_question(kind="multiple")
    options = [make.make_option(question=question, code=f"option_{place}", order=place) for place in range(count)]
    found = [make.make_wave(survey=question.survey, slug=str(2019 + place)) for place in range(waves)]
    return [
        make.make_figure(wave=wave, option=option, percent=90 - 10 * option.order, base_n=100)
        for wave in found
        for option in options
    ]


def test_trend_form_shows_at_most_seven(db):
    figures = make_trend(8)

    assert trend_form(figures, "").look.options == tuple(f"option_{place}" for place in range(7))
    assert trend_form(figures, "except=option_0").look.options == tuple(f"option_{place}" for place in range(1, 8))
    with pytest.raises(WrongParameters, match="At most 7"):
        trend_form(figures, f"only={'~'.join(f'option_{place}' for place in range(8))}")


def test_trend_form_takes_a_code_once_in_the_order_of_the_code_list(db):
    form = trend_form(make_trend(3), "only=option_1~option_0~option_1&sort=-value")

    assert form.look.options == ("option_0", "option_1")
    assert form.view_query == "only=option_0~option_1&sort=-value"


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("only=option_11", "not one of: option_0, option_1, option_2"),
        ("chart=bars", "is not one of: lines, heatmap, table"),
        ("chart=dots", "is not one of: lines, heatmap, table"),
        ("only=option_1&chart=heatmap", "is not one of: dots, lines, table"),
        ("by=region", "no such parameter"),
    ],
)
def test_trend_form_refuses(db, query, reason):
    with pytest.raises(WrongParameters, match=reason):
        trend_form(make_trend(3), query)


def test_wave_form_takes_questions_and_has_no_chart(world):
    wordings = list(Wording.objects.in_wave(world.first).with_context())
    figures = list(Figure.objects.in_wave(world.first).of_whole_samples().with_context())

    form = WaveForm.read(QueryDict("sort=-value&chart=table"), wordings=wordings, figures=figures)

    assert form.view_query == "sort=-value"
    for wrong in ("chart=bars", "value=people", "only=industry"):
        with pytest.raises(WrongParameters):
            WaveForm.read(QueryDict(wrong), wordings=wordings, figures=figures)


def test_topic_form_takes_surveys(world):
    form = topic_form("only=annual&ci=0")

    assert [wording.wave.survey.slug for wording in form.wordings_of(form.look)] == ["annual"]
    assert topic_form("only=china~annual").view_query == ""


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("show=some", "comparable, all"),
        ("only=nobody", "not one of: "),
        ("sort=value", "no such parameter"),
        ("show=all&chart=bars", "is not one of: table"),
        ("value=people", "every base was published"),
    ],
)
def test_topic_form_refuses(world, query, reason):
    with pytest.raises(WrongParameters, match=reason):
        topic_form(query)
