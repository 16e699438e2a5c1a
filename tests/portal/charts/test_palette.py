"""The palette: told apart by every kind of vision, legible, and equal to the tokens of the pages."""

from itertools import combinations
from pathlib import Path

import pytest

import portal
from portal.charts.palette import (
    CATEGORIES,
    NAMES,
    THEMES,
    TONES,
    contrast,
    css_variables,
    in_theme,
    in_variables,
    stand_in,
    tokens_css,
)
from tests.portal.charts.colour import SIMULATIONS, ciede2000, difference

LEAST_DIFFERENCE = 11


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_gives_the_values_published_with_it(one, other, expected):
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("vision", SIMULATIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_categories_are_told_apart(theme, vision):
    colours = [THEMES[theme][f"cat-{index}"] for index in range(CATEGORIES)]

    smallest = min(difference(one, other, vision) for one, other in combinations(colours, 2))

    assert smallest >= LEAST_DIFFERENCE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["ink", "ink-2", "ink-3"])
@pytest.mark.parametrize("ground", ["paper", "tint", "card"])
def test_text_is_legible(theme, ink, ground):
    assert contrast(THEMES[theme][ink], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_numbers_inside_a_mark_are_legible(theme, tone):
    # Bold numbers in coloured parts; 4 where no ink reaches 4.5 on a middle tone.
    assert contrast(THEMES[theme][f"on-{tone}"], THEMES[theme][tone]) >= 4


def test_both_themes_have_the_same_names():
    assert set(THEMES["light"]) == set(THEMES["dark"])


def test_stand_ins_are_different_and_all_replaced():
    drawing = " ".join(stand_in(name) for name in NAMES)

    assert len({stand_in(name) for name in NAMES}) == len(NAMES)
    assert in_theme(drawing, "dark").split() == list(THEMES["dark"].values())
    assert in_variables(stand_in("emph")) == "var(--chart-emph, #1F5FA8)"


def test_the_pages_have_these_colours():
    stylesheet = Path(portal.__file__).parent / "static" / "portal" / "css" / "chart-tokens.css"

    assert stylesheet.read_text(encoding="utf-8").endswith(tokens_css())


def test_tokens_give_every_variable_in_both_themes():
    css = tokens_css()

    for name, (light, dark) in css_variables().items():
        assert css.count(f"{name}: {light};") >= 1
        assert css.count(f"{name}: {dark};") >= 2  # by the system's wish and by the reader's
    assert css.index("prefers-color-scheme: dark") < css.index("[data-theme=dark]")
