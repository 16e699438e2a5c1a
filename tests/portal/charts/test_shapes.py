"""Shapes refuse what cannot be drawn, before it is drawn."""

import pandas as pd
import pytest

from portal.charts.line_shapes import TrendLines
from portal.charts.shapes import (
    Bracket,
    CardMap,
    CardMatrix,
    DotsWithIntervals,
    GroupedBars,
    Heatmap,
    RankedBars,
    Remainder,
    ShapeError,
    StackedShares,
)
from tests.portal.charts.frames import stages

ALL_SHAPES = [
    RankedBars("a", "b"),
    RankedBars("a", "b", tone="c"),
    DotsWithIntervals("a", "b", "c", "d"),
    StackedShares("a", "b", "c"),
    TrendLines("a", "b", "c"),
    Heatmap("a", "b", "c"),
    GroupedBars("a", "b", "c"),
    CardMap("a", "b", subtitle="c", mark="d"),
    CardMatrix("a", "b", "c", mark="d"),
]


@pytest.mark.parametrize("shape", ALL_SHAPES, ids=lambda shape: type(shape).__name__)
def test_a_missing_column_is_named(shape):
    frame = pd.DataFrame({column: [1.0] for column in shape.columns[:-1]})

    with pytest.raises(ShapeError, match=f"needs the columns {shape.columns[-1]}; the frame has"):
        shape.check(frame)


@pytest.mark.parametrize("shape", ALL_SHAPES, ids=lambda shape: type(shape).__name__)
def test_an_empty_frame_with_its_columns_is_fine(shape):
    shape.check(pd.DataFrame({column: [] for column in shape.columns}))


def test_words_in_a_value_column_are_refused():
    with pytest.raises(ShapeError, match="column share must hold numbers"):
        RankedBars("label", "share").check(stages(share=["28%"] * 5))


def test_values_below_zero_are_refused():
    with pytest.raises(ShapeError, match="below 0"):
        RankedBars("label", "share").check(stages(share=[-1.0, 2, 3, 4, 5]))


def test_an_unknown_tone_is_refused_with_the_known_ones():
    with pytest.raises(ShapeError, match="unknown tone red; the palette has emph"):
        RankedBars("label", "share", tone="tone").check(stages(tone=["red"] * 5))
    with pytest.raises(ShapeError, match="unknown tone red"):
        Bracket(0, 1, "words", tone="red")


def test_a_bracket_must_lie_in_the_rows():
    with pytest.raises(ShapeError, match="2 to 1"):
        Bracket(2, 1, "words")
    with pytest.raises(ShapeError, match="ends at row 5, the frame has 5"):
        RankedBars("label", "share", brackets=(Bracket(4, 5, "words"),)).check(stages())


def test_a_remainder_is_more_than_nothing():
    with pytest.raises(ShapeError, match="more than 0"):
        Remainder(0, "Not stated")
    with pytest.raises(ShapeError, match="more than 0"):
        Remainder(float("nan"), "Not stated")


@pytest.mark.parametrize("shape", [TrendLines("x", "name", "share"), StackedShares("x", "name", "share")])
def test_more_than_seven_series_are_refused(shape):
    frame = pd.DataFrame({"x": ["2020"] * 8, "name": list("abcdefgh"), "share": [10.0] * 8})

    with pytest.raises(ShapeError, match="8 .* at most 7"):
        shape.check(frame)


def test_parts_keep_the_named_order_first():
    frame = pd.DataFrame({"group": ["x"] * 3, "part": ["a", "b", "c"], "share": [1.0, 2, 3]})

    assert StackedShares("group", "part", "share", part_order=("c",)).parts(frame) == ["c", "a", "b"]


def test_a_card_is_stated_or_inferred():
    frame = pd.DataFrame({"row": ["a"], "column": ["b"], "title": ["c"], "mark": ["guessed"]})

    with pytest.raises(ShapeError, match="unknown mark guessed"):
        CardMatrix("row", "column", "title", mark="mark").check(frame)
