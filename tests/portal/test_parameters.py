"""Parameters are strict and say what would be right."""

import pytest
from django import forms
from django.http import QueryDict

from portal.exhibits.options import ExhibitForm
from portal.parameters import ChoiceField, ManyField, ParameterForm, WrongParameters


class PlainForm(ParameterForm):
    products = ManyField(allowed={"aws-lambda": "AWS Lambda", "alibaba-fc": "FC"}, limit=2)
    sort = ChoiceField(choices=[("value", "value"), ("-value", "-value")], required=False)
    year = forms.IntegerField(required=False)


def problems_of(query: str, form=PlainForm) -> list[tuple[str, str, tuple]]:
    with pytest.raises(WrongParameters) as caught:
        form.read(QueryDict(query))
    return [(problem.parameter, problem.detail, problem.nearest) for problem in caught.value.problems]


def test_values_are_typed_and_doubles_count_once():
    form = PlainForm.read(QueryDict("products=aws-lambda~alibaba-fc~aws-lambda&sort=-value&year=2020"))

    assert form.values == {"products": ("aws-lambda", "alibaba-fc"), "sort": "-value", "year": 2020}


def test_query_keeps_one_order_and_leaves_out_what_is_empty():
    form = PlainForm.read(QueryDict("year=2020&sort=&products=aws-lambda~alibaba-fc"))

    assert form.query() == "products=aws-lambda~alibaba-fc&year=2020"
    assert form.query("year") == "products=aws-lambda~alibaba-fc"


def test_unknown_parameter_names_the_nearest():
    assert problems_of("product=aws-lambda") == [("product", "There is no such parameter here.", ("products",))]


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("products=aws-lamda", "products", "Did you mean aws-lambda?"),
        ("products=aws-lambda~alibaba-fc~x", "products", "“x” is not known here."),
        ("sort=name", "sort", "value, -value"),
        ("year=last", "year", "whole number"),
        ("year=2020&year=2021", "year", "more than once"),
        ("products=%00", "products", "Null characters"),
    ],
)
def test_wrong_values_say_what_is_right(query, parameter, words):
    (problem,) = problems_of(query)

    assert problem[0] == parameter
    assert words in problem[1]


def test_all_problems_are_reported_at_once():
    assert len(problems_of("products=x&sort=name&colour=red")) == 3


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("width=100", "200"),
        ("scale=4", "3"),
        ("size=poster", "default, og, square, slide"),
        ("size=og&width=900", "either size or width"),
        ("height=900", "needs a width"),
        ("width=4000&height=4000&scale=3", "cannot have this size"),
        ("theme=blue", "light, dark"),
        ("labels=all", "code, default, both"),
    ],
)
def test_picture_and_label_parameters(query, words):
    assert any(words in detail for parameter, detail, nearest in problems_of(query, ExhibitForm))


def test_file_parameters_are_not_part_of_the_view():
    form = ExhibitForm.read(QueryDict("theme=dark&size=og&labels=both&excel=1"))

    assert form.view_query == ""
    assert (form.values["picture_size"].width, form.values["picture_size"].height) == (1200, 628)
