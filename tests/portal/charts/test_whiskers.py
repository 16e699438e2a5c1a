"""Intervals at bars and points: thin lines from end to end that no number stands on."""

import pytest

from portal.charts.bodies import body, specification
from portal.charts.line_shapes import TrendLines
from portal.charts.shape import ShapeError
from portal.charts.shapes import GroupedBars, RankedBars, Remainder
from portal.charts.space import Space
from tests.portal.charts.frames import bars_of, layers_of, rows_of, stages

WIDE, NARROW = Space(780), Space(358)
NAN = float("nan")
LOW, HIGH = [25.0, 6.0, 9.0, 14.0, 33.0], [31.0, 10.0, 13.0, 20.0, 39.0]


def whiskers_of(drawn: dict) -> dict:
    """The thin line itself: over its strip of paper, under the strokes at its ends."""
    spans = [layer for layer in layers_of(drawn, "rule") if "low" in rows_of(layer)[0]]
    _paper, line, _ends = spans
    return line


@pytest.mark.parametrize("space", [WIDE, NARROW], ids=["wide", "narrow"])
def test_whiskers_run_from_low_to_high_and_numbers_stand_behind_them(space):
    shape = RankedBars("label", "share", low="low", high="high")

    drawn = specification(stages(low=LOW, high=HIGH), shape, space)

    line, bars = whiskers_of(drawn), rows_of(bars_of(drawn))
    (start, end), (left, right) = (line["encoding"]["x"]["scale"][key] for key in ("domain", "range"))
    assert [(row["low"], row["high"]) for row in rows_of(line)] == list(zip(LOW, HIGH, strict=True))
    assert [row["y"] for row in rows_of(line)] == [(bar["top"] + bar["bottom"]) / 2 for bar in bars]
    assert (start, end) == (0, 39)
    numbers = {row["text"]: row["x"] for layer in layers_of(drawn, "text") for row in rows_of(layer)}
    for share, high in ((28, 31), (8, 10), (36, 39)):
        assert numbers[f"{share}%"] == pytest.approx(left + high / 39 * (right - left) + 7, abs=0.01)
    assert max(numbers.values()) + space.measure("36%", 15, bold=True) <= space.width + 0.01


def test_bars_whose_interval_is_not_known_have_no_whisker():
    shape = RankedBars("label", "share", low="low", high="high", remainder=Remainder(5.0, "Not stated"))
    frame = stages(low=[NAN, *LOW[1:]], high=[NAN, *HIGH[1:]])

    assert len(rows_of(whiskers_of(specification(frame, shape, WIDE)))) == 4


def test_blocks_have_whiskers_too():
    shape = GroupedBars("group", "label", "share", low="low", high="high")
    frame = stages(group=["a", "a", "b", "b", "b"], low=LOW, high=HIGH)

    assert [row["high"] for row in rows_of(whiskers_of(specification(frame, shape, WIDE)))] == HIGH


def trend(low, high):
    waves = stages().iloc[:4].assign(wave=["2019", "2019", "2020", "2020"], label=["a", "b"] * 2, low=low, high=high)
    return specification(waves, TrendLines("wave", "label", "share", low="low", high="high"), WIDE)


def test_points_have_whiskers_in_the_colour_of_their_line():
    line = whiskers_of(trend([25, 6, 9, 14], [31, 10, 13, 20]))

    assert line["encoding"]["y"]["field"] == "low"
    assert {(row["series"], row["low"], row["high"]) for row in rows_of(line)} == {
        ("a", 25, 31),
        ("b", 6, 10),
        ("a", 9, 13),
        ("b", 14, 20),
    }
    assert len({row["fill"] for row in rows_of(line)}) == 2


def test_whiskers_of_one_wave_that_overlap_stand_beside_each_other():
    rows = rows_of(whiskers_of(trend([7, 6, 9, 14], [31, 10, 13, 20])))

    first = sorted(row["x"] for row in rows if row["label"] == "2019")
    second = {row["x"] for row in rows if row["label"] == "2020"}
    assert first[1] - first[0] == 5
    assert len(second) == 1


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_whiskers_are_drawn(language):
    shape = RankedBars("label", "share", low="low", high="high")

    plain = body(stages(), RankedBars("label", "share"), Space(780, language=language)).content
    drawn = body(stages(low=LOW, high=HIGH), shape, Space(780, language=language)).content

    assert drawn.count("<line") - plain.count("<line") == 4 * 5  # paper, line and both strokes of five bars


@pytest.mark.parametrize("ends", [{"low": "low"}, {"high": "high"}])
def test_one_end_alone_is_refused(ends):
    with pytest.raises(ShapeError, match="two ends"):
        RankedBars("label", "share", **ends).check(stages(low=LOW, high=HIGH))


def test_an_end_below_0_is_refused():
    with pytest.raises(ShapeError, match="below 0"):
        RankedBars("label", "share", low="low", high="high").check(stages(low=[-1, *LOW[1:]], high=HIGH))


def test_an_end_in_words_is_refused():
    with pytest.raises(ShapeError, match="must hold numbers"):
        RankedBars("label", "share", low="label", high="high").check(stages(high=HIGH))
