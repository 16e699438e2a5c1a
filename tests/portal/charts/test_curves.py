"""Curves: where values stand on logarithmic scales, what is said of them, what cannot be drawn."""

import pandas as pd
import pytest

from portal.charts.bodies import specification
from portal.charts.curves import Log, compact, upright_scale
from portal.charts.interactive import Tip, interactive
from portal.charts.line_shapes import Curves, Marker
from portal.charts.shape import ShapeError
from portal.charts.space import Space
from tests.portal.charts.frames import layers_of, rows_of, texts_of

WIDE = Space(780)
SHAPE = Curves(x="requests", series="product", value="cost", unit="USD", x_title="Requests a month")


def costs(*rows: tuple[str, float, float | None]) -> pd.DataFrame:
    rows = rows or (
        ("A", 1e6, 0.0), ("A", 3e6, 1.0), ("A", 1e7, 10.0), ("A", 1e8, 100.0),
        ("B", 1e6, 5.0), ("B", 1e7, None), ("B", 1e8, 50.0),
    )  # fmt: skip
    return pd.DataFrame(rows, columns=["product", "requests", "cost"])


def test_powers_of_ten_stand_at_equal_steps():
    scale = Log((1, 1000), (300, 0))

    assert [scale.at(value) for value in (1, 10, 100, 1000)] == pytest.approx([300, 200, 100, 0])


def test_zero_stands_at_the_foot_under_the_first_power_of_ten():
    scale, steps = upright_scale([0, 0.4, 25, None], 300, is_log=True)

    assert steps == [0, 0.1, 1, 10, 100]
    assert scale.at(0) == 300
    assert scale.at(0.1) < 300


def test_without_zero_the_foot_is_the_first_power_of_ten():
    scale, steps = upright_scale([2, 25], 300, is_log=True)

    assert steps == [1, 10, 100]
    assert scale.at(1) == 300


@pytest.mark.parametrize("values", [[0, 0], [], [None]])
def test_nothing_above_zero_is_drawn_on_a_linear_scale(values):
    _scale, steps = upright_scale(values, 300, is_log=True)

    assert steps == [0, 1]


def test_a_gap_ends_a_line_and_dots_stand_at_round_numbers():
    drawn = specification(costs(), SHAPE, WIDE)

    (lines,), (dots,) = layers_of(drawn, "line"), layers_of(drawn, "point")
    assert [(row["series"], row["run"], row["value"]) for row in rows_of(lines)] == [
        ("A", 0, 0), ("A", 0, 1), ("A", 0, 10), ("A", 0, 100), ("B", 0, 5), ("B", 1, 50),
    ]  # fmt: skip
    assert [row["said"] for row in rows_of(dots)] == [
        "A, 1,000,000: 0 USD",
        "A, 10,000,000: 10 USD",
        "A, 100,000,000: 100 USD",
        "B, 1,000,000: 5 USD",
        "B, 100,000,000: 50 USD",
    ]


def test_rows_in_any_order_make_the_same_lines():
    shuffled = costs().iloc[::-1]

    orders = [rows_of(layers_of(specification(frame, SHAPE, WIDE), "line")[0]) for frame in (costs(), shuffled)]

    places = [sorted((row["series"], row["x"], row["y"]) for row in rows) for rows in orders]
    assert places[0] == places[1]


@pytest.mark.parametrize(
    ("language", "words"), [("en", {"1M", "10M", "100M"}), ("zh-hans", {"100万", "1000万", "1亿"})]
)
def test_the_axis_shortens_numbers_as_the_language_does(language, words):
    assert words <= set(texts_of(specification(costs(), SHAPE, Space(780, language=language))))
    assert compact(1e6, language) in words


def test_markers_inside_stand_over_their_line_and_others_are_left_out():
    shape = Curves(
        x="requests", series="product", value="cost", markers=(Marker(3e6, "yours"), Marker(1e12, "far away"))
    )

    words = texts_of(specification(costs(), shape, WIDE))

    assert "yours" in words
    assert "far away" not in words


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (costs(("A", 0.0, 1.0)), "above 0"),
        (costs(("A", float("nan"), 1.0)), "above 0"),
        (costs(("A", 1.0, -1.0)), "below 0"),
        (costs(*[(f"product {number}", 1.0, 1.0) for number in range(8)]), "8 series"),
    ],
)
def test_what_cannot_be_drawn_is_refused(frame, said):
    with pytest.raises(ShapeError, match=said):
        specification(frame, SHAPE, WIDE)


def test_one_point_alone_can_be_drawn():
    (dots,) = layers_of(specification(costs(("A", 1e6, 2.0)), SHAPE, WIDE), "point")

    assert len(rows_of(dots)) == 1


def test_tips_go_with_their_dots():
    frame = costs()
    tips = [Tip((("Cost", str(place)),)) for place in range(len(frame))]

    text = interactive(frame, SHAPE, WIDE, label="Cost", tips=tips)

    for place in (0, 2, 3, 4, 6):  # at 1 million, 10 million and 100 million
        assert f'["Cost", "{place}"]' in text
    assert '["Cost", "1"]' not in text  # 3 million has no dot
