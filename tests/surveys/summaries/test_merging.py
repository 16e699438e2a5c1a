"""Computed figures among published ones: published numbers stay, earlier computed ones give way."""

from decimal import Decimal

from surveys.summaries.lines import FigureLine
from surveys.summaries.merging import merge

SOURCE = {"2026": "answers-2026"}


def row(option="yes", percent="40", segment="", basis="quoted", source="report", question="use"):
    key = {"survey": "clouds", "wave": "2026", "question": question, "option": option, "segment": segment}
    rest = dict.fromkeys(("base_n", "low", "high", "note_en", "note_zh", "page"), "")
    return key | rest | {"percent": percent, "basis": basis, "source": source}


def line(option="yes", percent="40.3", segment=""):
    return FigureLine("clouds", "2026", "use", option, segment, Decimal(percent), 250, Decimal("34.1"), Decimal("46.9"))


def shares(merged):
    return [(each["option"], each["segment"], each["percent"], each["basis"]) for each in merged.rows]


def test_computed_figures_are_added_in_the_order_of_keys():
    merged = merge([row("zero", "3")], [line("yes"), line("no", "50")], source=SOURCE, wholes=())

    assert shares(merged) == [
        ("no", "", "50", "derived"),
        ("yes", "", "40.3", "derived"),
        ("zero", "", "3", "quoted"),
    ]
    assert merged.written == 2
    found = merged.rows[1]
    assert (found["base_n"], found["low"], found["high"], found["source"]) == ("250", "34.1", "46.9", "answers-2026")


def test_a_published_number_stays_and_is_told():
    merged = merge([row("yes", "41")], [line("yes")], source=SOURCE, wholes=())

    assert shares(merged) == [("yes", "", "41", "quoted")]
    assert merged.published == [(line("yes"), "41")]
    assert merged.written == 0


def test_earlier_computed_figures_give_way_and_others_do_not():
    own = row("yes", "39.9", basis="derived", source="answers-2026")
    gone = row("gone", "1", basis="derived", source="answers-2026")
    others = row("other", "2", basis="derived", source="elsewhere")
    another_question = row("yes", "7", basis="derived", source="answers-2026", question="stage")

    merged = merge([own, gone, others, another_question], [line("yes")], source=SOURCE, wholes=())

    assert shares(merged) == [
        ("yes", "", "7", "derived"),
        ("other", "", "2", "derived"),
        ("yes", "", "40.3", "derived"),
    ]


def test_merging_again_changes_nothing():
    first = merge([row("zero", "3")], [line("yes")], source=SOURCE, wholes=())

    assert merge(first.rows, [line("yes")], source=SOURCE, wholes=()) == first


def test_shares_that_would_be_more_than_the_whole_are_not_added():
    published = [row("yes", "60"), row("no", "40")]
    lines = [line("later", "5"), line("yes", "55", "region=east"), line("no", "45", "region=east")]

    merged = merge(published, lines, source=SOURCE, wholes={("2026", "use")})

    assert merged.beyond == [("clouds", "2026", "use", "")]
    assert [share[:2] for share in shares(merged)] == [
        ("no", ""), ("no", "region=east"), ("yes", ""), ("yes", "region=east"),
    ]  # fmt: skip


def test_several_answers_may_be_more_than_the_whole():
    merged = merge([row("yes", "90")], [line("no", "80")], source=SOURCE, wholes=())

    assert (merged.beyond, merged.written) == ([], 1)
