"""Lines of figures from tables that readers may see: rounded, with base and interval, nothing of small groups."""

from decimal import Decimal

import pytest

from surveys.microdata.publishing import RefusedTable
from surveys.microdata.tables.asking import SpecError
from surveys.summaries.lines import FigureLine, lines_of
from tests.surveys.microdata.factories import make_answers, make_question

# 200 people: 150 in the east, of whom 60 use it; 42 in the west, of whom 21 do; 8 in the south, all of whom do.
PARTS = (("east", 60, 90), ("west", 21, 21), ("south", 8, 0))


@pytest.fixture
def answers():
    region = [code for code, yes, no in PARTS for _person in range(yes + no)]
    use = [said for _code, yes, no in PARTS for said in ["yes"] * yes + ["no"] * no]
    questions = [
        make_question("region", options="east west south"),
        make_question("use", options="yes no", nets={"any": "yes no"}),
        make_question("secret", options="a b", break_for="no"),
    ]
    columns = {"region": region, "use": use, "secret": ["a"] * 100 + ["b"] * 100}
    return make_answers(questions, columns, survey="clouds", wave="2026")


def test_the_whole_sample_has_share_base_and_interval(answers):
    lines = list(lines_of(answers, "use", "use_any", options={"yes"}, segments=()))

    # 89 of 200 is 44.5 %; Wilson: (89 + 1.92073) / 203.84146 -+ 0.06821 is 0.37786 to 0.51425, rounded outward.
    assert lines == [
        FigureLine("clouds", "2026", "use_any", "yes", "", Decimal("44.5"), 200, Decimal("37.7"), Decimal("51.5"))
    ]


def test_nets_are_written_where_they_are_asked_for(answers):
    lines = lines_of(answers, "use", "use", options={"any"}, segments=())

    assert [(line.option, str(line.percent)) for line in lines] == [("any", "100")]


def test_segments_are_columns_and_small_ones_are_not_there(answers):
    segments = {"region=east", "region=west", "region=south"}

    lines = list(lines_of(answers, "use", "use", by="region", options={"yes"}, segments=segments))

    # The south has 8 people. It alone could be worked out from the total, so the west is hidden with it.
    assert [(line.segment, str(line.percent), line.base_n) for line in lines] == [("region=east", "40", 150)]


def test_columns_that_are_no_segments_are_left_out(answers):
    assert list(lines_of(answers, "use", "use", by="region", options={"yes"}, segments={"region=north"})) == []


def test_breaks_that_readers_may_not_use_are_refused(answers):
    with pytest.raises(RefusedTable):
        list(lines_of(answers, "use", "use", by="secret", options={"yes"}, segments=()))


def test_unknown_questions_are_refused(answers):
    with pytest.raises(SpecError):
        list(lines_of(answers, "uses", "use", options={"yes"}, segments=()))
