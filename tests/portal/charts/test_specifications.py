"""What the charts encode: columns, scales, words and gaps, not pixels."""

import math

import pandas as pd
import pytest

from portal.charts.bodies import specification
from portal.charts.palette import HATCHED, stand_in
from portal.charts.shapes import (
    Bracket,
    DotsWithIntervals,
    GroupedBars,
    Heatmap,
    RankedBars,
    Remainder,
    StackedShares,
    TrendLines,
)
from portal.charts.space import Space
from tests.portal.charts.frames import layers_of, rows_of, stages, texts_of

WIDE, NARROW = Space(780), Space(358)


def bars_of(drawn: dict) -> dict:
    (layer,) = layers_of(drawn, "bar")
    return layer


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


def test_a_row_without_interval_is_a_dot_alone():
    frame = stages(low=[24.0, None, 8, 14, 32], high=[32.0, None, 14, 20, 40])

    drawn = specification(frame, DotsWithIntervals("label", "share", "low", "high"), WIDE)

    (dots,) = layers_of(drawn, "point")
    intervals = next(layer for layer in layers_of(drawn, "rule") if "low" in rows_of(layer)[0])
    assert len(rows_of(dots)) == 5
    assert len(rows_of(intervals)) == 4
    assert rows_of(dots)[0]["said"] == "In production: 28% (24–32)"
    assert rows_of(dots)[1]["said"] == "In testing: 8%"
    assert dots["encoding"]["x"]["scale"]["domain"][0] == 0


def shares() -> pd.DataFrame:
    rows = [("All", "Yes", 60.0), ("All", "No", 40.0), ("Finance", "Yes", 50.0), ("Finance", "No", 30.0)]
    return pd.DataFrame(rows, columns=["group", "part", "share"])


def test_stacked_shares_follow_each_other():
    rows = rows_of(bars_of(specification(shares(), StackedShares("group", "part", "share"), WIDE)))

    assert [(row["label"], row["part"], row["start"], row["end"]) for row in rows] == [
        ("All", "Yes", 0, 60),
        ("All", "No", 60, 100),
        ("Finance", "Yes", 0, 50),
        ("Finance", "No", 50, 80),
    ]


def test_what_is_missing_to_a_hundred_is_hatched_where_it_has_a_name():
    drawn = specification(shares(), StackedShares("group", "part", "share", remainder_label="Not stated"), WIDE)

    gaps = [row for row in rows_of(bars_of(drawn)) if row["fill"] == HATCHED]
    assert [(gap["label"], gap["value"]) for gap in gaps] == [("Finance", 20)]
    assert "Not stated" in texts_of(drawn)


def trend() -> pd.DataFrame:
    rows = [("2018", "A", 10.0), ("2019", "A", None), ("2020", "A", 20.0), ("2022", "A", 25.0), ("2022", "B", 25.0)]
    return pd.DataFrame(rows, columns=["wave", "name", "share"])


def test_a_gap_breaks_the_line_and_single_points_stay():
    drawn = specification(trend(), TrendLines("wave", "name", "share"), WIDE)

    (line,) = layers_of(drawn, "line")
    runs = {(row["label"], row["series"]): row["run"] for row in rows_of(line)}
    assert ("2019", "A") not in runs
    assert runs["2018", "A"] != runs["2020", "A"] == runs["2022", "A"]
    assert ("2022", "B") in runs


def test_a_break_in_the_series_breaks_the_line():
    drawn = specification(trend(), TrendLines("wave", "name", "share", breaks=("2022",)), WIDE)

    (line,) = layers_of(drawn, "line")
    runs = {(row["label"], row["series"]): row["run"] for row in rows_of(line)}
    assert runs["2020", "A"] != runs["2022", "A"]


def test_years_lie_at_their_distance_and_waves_at_equal_steps():
    def places(frame):
        (line,) = layers_of(specification(frame, TrendLines("wave", "name", "share"), WIDE), "line")
        return {row["label"]: row["x"] for row in rows_of(line)}

    years = places(trend().iloc[[4, 2, 0]])
    waves = places(trend().assign(wave=["H1", "H2", "H3", "H4", "H4"]))

    assert years["2022"] - years["2020"] == pytest.approx(years["2020"] - years["2018"], abs=0.1)
    assert waves["H4"] - waves["H3"] == pytest.approx((waves["H3"] - waves["H1"]) / 2, abs=0.1)


def test_names_at_line_ends_do_not_overlap():
    drawn = specification(trend(), TrendLines("wave", "name", "share"), WIDE)

    ends = [row for layer in layers_of(drawn, "text") for row in rows_of(layer) if row["text"] in ("A 25%", "B 25%")]
    assert abs(ends[0]["y"] - ends[1]["y"]) >= 13


@pytest.mark.parametrize("space", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_heatmap_has_a_cell_for_every_pair_and_none_is_made_up(space):
    frame = pd.DataFrame({"row": ["a", "a", "b"], "column": ["x", "y", "x"], "share": [10.0, 70.0, None]})

    drawn = specification(frame, Heatmap("row", "column", "share"), space)

    cells = {(cell["row"], cell["column"]): cell for cell in rows_of(layers_of(drawn, "rect")[0])}
    assert len(cells) == 4
    assert cells["a", "y"]["fill"] == stand_in("seq-6")
    assert cells["b", "x"]["fill"] is None
    assert cells["b", "y"]["stroke"] == stand_in("muted")
    assert [text for text in texts_of(drawn) if text.isdigit()] == ["10", "70"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(36.0, "36%"), (12.5, "12.5%"), (0.0, "0%"), (100.0, "100%"), (33.333333, "33.33%"), (0.004, "0.004%")],
)
def test_numbers_are_written_without_needless_zeros(value, text):
    assert text in texts_of(specification(stages(share=[value] * 5), RankedBars("label", "share"), WIDE))


def test_one_row_draws():
    assert len(rows_of(bars_of(specification(stages().head(1), RankedBars("label", "share"), WIDE)))) == 1
