"""Dots, shares, trends and heatmaps: what they encode – scales, words, gaps – not pixels."""

import pandas as pd
import pytest

from portal.charts.bodies import specification
from portal.charts.labelslots import spread
from portal.charts.line_shapes import TrendLines
from portal.charts.palette import HATCHED, stand_in
from portal.charts.shapes import DotsWithIntervals, Heatmap, StackedShares
from portal.charts.space import Space
from portal.charts.ticks import ticks
from tests.portal.charts.frames import bars_of, layers_of, rows_of, stages, texts_of

WIDE, NARROW = Space(780), Space(358)


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


def test_joined_lines_cross_the_break_which_stays_marked():
    apart, joined = (
        specification(trend(), TrendLines("wave", "name", "share", breaks=("2022",), is_joined=is_joined), WIDE)
        for is_joined in (False, True)
    )

    (line,) = layers_of(joined, "line")
    runs = {(row["label"], row["series"]): row["run"] for row in rows_of(line)}
    assert runs["2020", "A"] == runs["2022", "A"]
    assert [layers_of(joined, "rule")[number] for number in range(len(layers_of(apart, "rule")))] == layers_of(
        apart, "rule"
    )


def test_years_lie_at_their_distance_and_waves_at_equal_steps():
    def places(frame):
        (line,) = layers_of(specification(frame, TrendLines("wave", "name", "share"), WIDE), "line")
        return {row["label"]: row["x"] for row in rows_of(line)}

    years = places(trend().iloc[[4, 2, 0]])
    waves = places(trend().assign(wave=["H1", "H2", "H3", "H4", "H4"]))

    assert years["2022"] - years["2020"] == pytest.approx(years["2020"] - years["2018"], abs=0.1)
    assert waves["H4"] - waves["H3"] == pytest.approx((waves["H3"] - waves["H1"]) / 2, abs=0.1)


def test_a_long_name_at_a_line_end_keeps_its_value():
    frame = trend().assign(name="Any use (computed from the answers)").iloc[:4]

    drawn = specification(frame, TrendLines("wave", "name", "share"), NARROW)

    (end,) = [row["text"] for layer in layers_of(drawn, "text") for row in rows_of(layer) if "Any" in row["text"]]
    assert end.replace("\n", " ") == "Any use (computed from the answers) 25%"


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
    assert [text for text in texts_of(drawn) if text[0].isdigit()] == ["10%", "70%"]


def test_missing_dots_say_so():
    frame = stages(share=[28.0, None, 11, 17, 36], low=[None] * 5, high=[None] * 5)

    drawn = specification(
        frame.astype({"low": float, "high": float}), DotsWithIntervals("label", "share", "low", "high"), WIDE
    )

    (dots,) = layers_of(drawn, "point")
    assert len(rows_of(dots)) == 4
    assert "not published" in texts_of(drawn)


def test_own_words_stand_beside_dots():
    frame = stages(low=[1.0] * 5, high=[50.0] * 5, value_text=["28% *", None, None, None, None])

    assert "28% *" in texts_of(specification(frame, DotsWithIntervals("label", "share", "low", "high"), WIDE))


def test_parts_take_the_tones_they_are_given():
    shape = StackedShares("group", "part", "share", tones=("using-0", "none"))

    fills = [row["fill"] for row in rows_of(bars_of(specification(shares(), shape, WIDE)))][:2]

    assert fills == [stand_in("using-0"), stand_in("none")]


def test_a_number_stands_in_a_part_only_where_it_fits():
    frame = pd.DataFrame([("All", "Yes", 99.0), ("All", "No", 1.0)], columns=["group", "part", "share"])

    words = texts_of(specification(frame, StackedShares("group", "part", "share"), WIDE))

    assert "99%" in words
    assert "1%" not in words


def test_a_trend_without_any_value_still_draws_its_axis():
    frame = trend().assign(share=float("nan"))

    assert {"2018", "2022"} <= set(texts_of(specification(frame, TrendLines("wave", "name", "share"), WIDE)))


def test_many_waves_leave_out_names_that_would_touch_but_never_the_last():
    waves = [f"Autumn wave {number}" for number in range(40)]
    frame = pd.DataFrame({"wave": waves, "name": "A", "share": 10.0})

    words = texts_of(specification(frame, TrendLines("wave", "name", "share"), WIDE))

    assert waves[-1] in words
    assert len(set(words) & set(waves)) < 12


def test_column_names_without_room_are_turned_upright():
    frame = pd.DataFrame(
        {"row": ["a"] * 20, "column": [f"Telecommunication {number}" for number in range(20)], "share": [10.0] * 20}
    )

    drawn = specification(frame, Heatmap("row", "column", "share"), WIDE)

    assert 270 in [layer["mark"]["angle"] for layer in layers_of(drawn, "text")]


def test_numbers_of_narrow_cells_stand_under_one_sign():
    frame = pd.DataFrame({"row": ["a"] * 20, "column": [f"c{number}" for number in range(20)], "share": [10.5] * 20})

    words = texts_of(specification(frame, Heatmap("row", "column", "share"), WIDE))

    assert words.count("10.5") == 20
    assert words.count("%") == 1


@pytest.mark.parametrize("count", [4, 6, 7, 9, 12])
def test_column_names_are_broken_between_words_and_nothing_is_cut(count):
    names = ["Asia-Pacific except Australia", "Mexico, Central America and South America", "Europe"] * 4
    frame = pd.DataFrame({"row": "a", "column": [f"{name} {place}" for place, name in enumerate(names[:count])]})

    words = texts_of(specification(frame.assign(share=10.0), Heatmap("row", "column", "share"), WIDE))

    assert set(frame["column"]) <= {text.replace("\n", " ") for text in words}


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, [0, 1]), (36, [0, 10, 20, 30, 40]), (100, [0, 20, 40, 60, 80, 100]), (0.3, [0, 0.1, 0.2, 0.3])],
)
def test_ticks_are_round_and_reach_the_largest_value(most, expected):
    assert ticks(most) == expected


def test_labels_move_apart_as_little_as_possible():
    assert spread([50, 52, 200], [10, 10, 10], 0, 300) == [46, 56, 200]
    assert spread([1, 2, 3], [10, 10, 10], 0, 300) == [5, 15, 25]
    assert spread([299, 299], [10, 10], 0, 300) == [285, 295]
