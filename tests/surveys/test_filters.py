"""Parameters of the pages: what they take and what they refuse."""

import pytest
from django.http import QueryDict

from portal.parameters import WrongParameters
from surveys.filters import QuestionForm, TopicForm, TrendForm


def test_question_form_keeps_one_order_of_parameters():
    form = QuestionForm.read(QueryDict("theme=dark&sort=value&by=region"), dimensions={"region": "Region"})

    assert (form.values["by"], form.values["sort"]) == ("region", "value")
    assert form.view_query == "by=region&sort=value"


@pytest.mark.parametrize("query", ["by=regoin", "sort=up", "bye=region", "by=region&by=size", "width=9"])
def test_question_form_refuses(query):
    with pytest.raises(WrongParameters):
        QuestionForm.read(QueryDict(query), dimensions={"region": "Region"})


def test_question_form_refuses_any_dimension_where_there_is_none():
    with pytest.raises(WrongParameters, match="not known here"):
        QuestionForm.read(QueryDict("by=region"), dimensions={})


def test_trend_form_takes_a_code_once_and_at_most_seven():
    allowed = {f"option_{number}": "" for number in range(8)}

    assert TrendForm.read(QueryDict("only=option_1~option_0~option_1"), allowed=allowed).values["only"] == (
        "option_1",
        "option_0",
    )
    with pytest.raises(WrongParameters, match="At most 7"):
        TrendForm.read(QueryDict(f"only={'~'.join(allowed)}"), allowed=allowed)


def test_trend_form_names_the_nearest_code():
    with pytest.raises(WrongParameters, match="Did you mean production"):
        TrendForm.read(QueryDict("only=producton"), allowed={"production": "In production"})


def test_topic_form_refuses_other_ways_to_show():
    with pytest.raises(WrongParameters, match="comparable, all"):
        TopicForm.read(QueryDict("show=some"))
