"""Parameters are strict and say what would be right."""

import pytest
from django.http import QueryDict

from portal.exhibits.options import ExhibitForm
from portal.parameters import ChoiceField, ManyField, ParameterForm, WholeNumberField, WrongParameters


class PlainForm(ParameterForm):
    products = ManyField(allowed={"aws-lambda": "AWS Lambda", "alibaba-fc": "FC"}, limit=2)
    sort = ChoiceField(choices=[("value", "value"), ("-value", "-value")], required=False)
    year = WholeNumberField(required=False, min_value=1)


def problems_of(query: str, form=PlainForm) -> list[tuple[str, str, tuple]]:
    with pytest.raises(WrongParameters) as caught:
        form.read(QueryDict(query))
    return [(problem.parameter, problem.sentence, problem.nearest) for problem in caught.value.problems]


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
        ("products=aws-lamda", "products", "not one of: aws-lambda, alibaba-fc."),
        ("products=aws-lambda~alibaba-fc~x", "products", "“x” is not one of: "),
        ("sort=name", "sort", "value, -value"),
        ("year=last", "year", "whole number"),
        ("year=2_020", "year", "whole number"),
        ("year=%2B2020", "year", "whole number"),
        ("year=2020.0", "year", "whole number"),
        ("year=02020", "year", "whole number"),
        ("year=%EF%BC%92%EF%BC%90", "year", "whole number"),
        ("year=99999999999999999999", "year", "whole number"),
        ("year=-1", "year", "greater than or equal to 1"),
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


def test_what_is_allowed_comes_with_labels_and_links_the_nearest_first():
    query = QueryDict("year=2020&products=aws-lambda~alibaba-fcc")
    with pytest.raises(WrongParameters) as caught:
        PlainForm.read(query)

    assert caught.value.problems[0].choices(query) == [
        ("alibaba-fc", "FC", "?year=2020&products=aws-lambda~alibaba-fc"),
        ("aws-lambda", "AWS Lambda", "?year=2020&products=aws-lambda~aws-lambda"),
    ]


def test_a_long_value_is_not_repeated_whole():
    ((_parameter, sentence, _nearest),) = problems_of(f"products={'x' * 5000}")

    assert sentence.startswith(f"“{'x' * 60}…” is not one of: ")
    assert len(sentence) < 200
