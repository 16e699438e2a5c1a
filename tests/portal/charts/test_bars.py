"""Bars: what they encode – order, scale from zero, words, gaps – not pixels."""

import math

import pytest

from portal.charts.bodies import specification
from portal.charts.palette import HATCHED, stand_in
from portal.charts.shapes import Bracket, GroupedBars, RankedBars, Remainder
from portal.charts.space import Space
from tests.portal.charts.frames import bars_of, layers_of, rows_of, stages, texts_of

WIDE, NARROW = Space(780), Space(358)


@pytest.mark.parametrize("space", [WIDE, NARROW], ids=["wide", "narrow"])
def test_bars_start_at_zero_and_keep_the_order(space):
    drawn = specification(stages(), RankedBars("label", "share"), space)
    layer = bars_of(drawn)

    assert layer["encoding"]["x"]["field"] == "value"
    assert layer["encoding"]["x"]["scale"]["domain"] == [0, 36]
    assert {row["start"] for row in rows_of(layer)} == {0}
    assert [row["label"] for row in rows_of(layer)] == list(stages().label)
    assert [row["top"] for row in rows_of(layer)] == sorted(row["top"] for row in rows_of(layer))
    assert drawn["width"] == space.width


def test_every_bar_says_what_it_is():
    layer = bars_of(specification(stages(), RankedBars("label", "share"), WIDE))

    assert layer["encoding"]["description"]["field"] == "said"
    assert rows_of(layer)[0]["said"] == "In production: 28%"


def test_numbers_stand_beside_bars_with_their_unit():
    assert "28%" in texts_of(specification(stages(), RankedBars("label", "share"), WIDE))
    assert "28 ms" in texts_of(specification(stages(), RankedBars("label", "share", unit="ms"), WIDE))


def test_tones_colour_the_bars():
    tones = ["using-0", "using-1", "trying-0", "trying-1", "none"]

    layer = bars_of(specification(stages(tone=tones), RankedBars("label", "share", tone="tone"), WIDE))

    assert [row["fill"] for row in rows_of(layer)] == [stand_in(tone) for tone in tones]


def test_what_is_not_stated_is_hatched_and_last():
    shape = RankedBars("label", "share", remainder=Remainder(17.0, "Not stated"))

    rows = rows_of(bars_of(specification(stages(), shape, WIDE)))

    assert [row["fill"] == HATCHED for row in rows] == [False] * 5 + [True]
    assert rows[-1]["said"] == "Not stated: 17%"
    assert rows[-1]["stroke"] == stand_in("hatch")


@pytest.mark.parametrize(("language", "words"), [("en", "not published"), ("zh-hans", "未公布")])
def test_a_missing_value_has_no_bar_and_says_so(language, words):
    drawn = specification(
        stages(share=[28.0, None, 11, 17, 36]), RankedBars("label", "share"), Space(780, language=language)
    )

    assert len(rows_of(bars_of(drawn))) == 4
    assert words in texts_of(drawn)


def test_the_frame_may_bring_its_own_words():
    frame = stages(share=[28.0, None, 11, 17, 36], value_text=[None, "not asked", None, None, "36% *"])

    words = texts_of(specification(frame, RankedBars("label", "share"), WIDE))

    assert {"28%", "not asked", "36% *"} <= set(words)
    assert "36%" not in words


@pytest.mark.parametrize("space", [WIDE, NARROW], ids=["wide", "narrow"])
def test_brackets_are_written_with_their_notes(space):
    shape = RankedBars("label", "share", brackets=(Bracket(0, 1, "36% hands-on", "production or testing"),))

    words = texts_of(specification(stages(), shape, space))

    assert {"36% hands-on", "production or testing"} <= set(words)


def test_ties_and_equal_labels_each_have_a_bar():
    frame = stages(label=["Same"] * 5, share=[22.0] * 5)

    rows = rows_of(bars_of(specification(frame, RankedBars("label", "share"), WIDE)))

    assert len({row["top"] for row in rows}) == 5


def test_all_values_zero_or_missing_still_draw():
    for values in ([0.0] * 5, [math.nan] * 5):
        drawn = specification(stages(share=values), RankedBars("label", "share"), WIDE)
        assert drawn["height"] > 0


@pytest.mark.parametrize("space", [WIDE, NARROW], ids=["wide", "narrow"])
def test_long_labels_wrap_and_leave_room_for_bars(space):
    frame = stages(label=["A very long answer that goes on and on " * 6] * 5)

    layer = bars_of(specification(frame, RankedBars("label", "share"), space))
    start, end = layer["encoding"]["x"]["scale"]["range"]

    assert end - start > 100
    assert end <= space.width


def test_rows_grow_into_a_given_height_but_not_without_end():
    natural = specification(stages(), RankedBars("label", "share"), WIDE)["height"]

    assert specification(stages(), RankedBars("label", "share"), Space(780, 300))["height"] == pytest.approx(300)
    assert specification(stages(), RankedBars("label", "share"), Space(780, 3000))["height"] < natural * 2


def test_groups_have_a_heading_each_and_one_scale():
    frame = stages(wave=["2019", "2019", "2020", "2020", "2020"])

    drawn = specification(frame, GroupedBars("wave", "label", "share"), WIDE)

    assert {"2019", "2020"} <= set(texts_of(drawn))
    assert len(rows_of(bars_of(drawn))) == 5
    assert bars_of(drawn)["encoding"]["x"]["scale"]["domain"] == [0, 36]


@pytest.mark.parametrize(
    ("value", "text"),
    [(36.0, "36%"), (12.5, "12.5%"), (0.0, "0%"), (100.0, "100%"), (33.333333, "33.33%"), (0.004, "0.004%")],
)
def test_numbers_are_written_without_needless_zeros(value, text):
    assert text in texts_of(specification(stages(share=[value] * 5), RankedBars("label", "share"), WIDE))


def test_one_row_draws():
    assert len(rows_of(bars_of(specification(stages().head(1), RankedBars("label", "share"), WIDE)))) == 1


def test_a_narrow_bracket_runs_beside_its_rows_and_no_further():
    shape = RankedBars("label", "share", brackets=(Bracket(1, 2, "19% nearly there"),))

    drawn = specification(stages(), shape, NARROW)

    (line,) = [row for layer in layers_of(drawn, "rule") for row in rows_of(layer)]
    second, third, fourth = rows_of(bars_of(drawn))[1:4]
    assert line["top"] < second["top"]
    assert line["bottom"] == third["bottom"] < fourth["top"]
