"""The parameters of a crosstab: what they ask for, how they are written once, what is refused and how."""

import pytest
from django.http import QueryDict

from portal.parameters import WrongParameters
from surveys.crosstabs.forms import CrosstabForm
from surveys.crosstabs.ticks import text_beside, ticked_filter, ticks_of
from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.tables.table import Adjust, TableSpec


def read(asked, query: str) -> CrosstabForm:
    return CrosstabForm.read(QueryDict(query), asking=asked.asking)


def problems_of(asked, query: str):
    with pytest.raises(WrongParameters) as raised:
        read(asked, query)
    return raised.value.problems


def test_an_address_without_parameters_asks_the_first_adoption_question_by_the_first_break(asked):
    form = read(asked, "")

    assert form.spec == TableSpec("serverless_use", ("region",))
    assert form.view_query == ""


def test_rows_alone_ask_a_topline(asked):
    form = read(asked, "rows=serverless_use")

    assert form.spec.breaks == ()
    assert form.view_query == "rows=serverless_use"


def test_all_that_can_be_asked(asked):
    form = read(asked, "rows=tools&columns=size~region&filter=region in europe , asia&weight=w&adjust=bh&sort=-value")

    assert form.spec == TableSpec(
        "tools", ("size", "region"), (Condition("region", ("asia", "europe")),), "w", Adjust.BH
    )
    assert form.order == "-value"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("rows=serverless_use&columns=region", ""),
        ("columns=region", ""),
        ("weight=none&adjust=holm&sort=order", ""),
        ("filter=region = asia&rows=tools", "rows=tools&filter=region%20in%20asia"),
        ("rows=tools&columns=region~size&theme=dark&cell=a", "rows=tools&columns=region~size"),
    ],
)
def test_a_view_has_one_query(asked, given, said):
    assert read(asked, given).view_query == said


def test_links_keep_the_rest_of_the_view(asked):
    form = read(asked, "rows=tools&columns=region&weight=w&cell=a")

    assert form.view_with(sort="value") == "?rows=tools&columns=region&weight=w&sort=value"
    assert form.view_with(rows="serverless_use") == "?weight=w"


@pytest.mark.parametrize(
    ("query", "parameter", "nearest"),
    [
        ("rows=tool", "rows", "tools"),
        ("columns=regoin", "columns", "region"),
        ("weight=x", "weight", None),
        ("adjust=hom", "adjust", "holm"),
        ("row=tools", "row", "rows"),
        ("rows=region&columns=region", "columns", None),
        ("columns=tools", "columns", None),
    ],
)
def test_what_is_wrong_is_named_with_what_is_near(asked, query, parameter, nearest):
    (problem,) = problems_of(asked, query)

    assert problem.parameter == parameter
    assert nearest is None or nearest in problem.nearest


def test_a_wrong_filter_says_where_and_what_was_perhaps_meant(asked):
    (problem,) = problems_of(asked, "filter=region in asai and size in small")

    assert problem.parameter == "filter"
    assert problem.position == 10
    assert problem.nearest == ("region in asia and size in small",)
    assert "10 characters" in problem.sentence
    assert problem.corrections(QueryDict("filter=region in asai and size in small"))[0][1] == (
        "?filter=region%20in%20asia%20and%20size%20in%20small"
    )


def test_ticks_become_one_filter():
    assert ticked_filter(["region:asia", "size:small~size:large", "region:europe"]) == (
        "region in asia,europe and size in small,large"
    )


def test_what_is_no_tick_is_passed_on_to_be_refused(asked):
    (problem,) = problems_of(asked, f"filter={ticked_filter(['region'])}")

    assert problem.parameter == "filter"


def test_ticks_say_what_they_can_and_leave_the_rest_as_text():
    conditions = (Condition("region", ("asia",)), Condition("size", ("small",), is_negated=True))

    assert ticks_of(conditions) == {"region:asia"}
    assert text_beside(conditions) == "size not in small"
