"""Intervals by hand, and as a library of the field computes them."""

import pytest
from statsmodels.stats.proportion import proportion_confint

from surveys.intervals import COMPUTED, FROM_ANSWERS, PUBLISHED, interval_of
from surveys.statistics import wilson_interval
from tests import factories as make


@pytest.mark.parametrize(
    ("percent", "base", "low", "high"),
    [
        # z² = 3.841459; at half the middle is half, and the distance z·√(1/4n + z²/4n²) / (1 + z²/n).
        (50, 100, 40.3832, 59.6168),
        (0, 10, 0, 27.7533),  # z² / (10 + z²)
        (100, 10, 72.2467, 100),
        (20, 5, 3.6224, 62.4465),
    ],
)
def test_wilson_interval_by_hand(percent, base, low, high):
    assert wilson_interval(percent, base) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("base", [1, 7, 89, 500, 16087])
@pytest.mark.parametrize("percent", [0, 0.13, 3, 28, 50, 62.11, 99, 100])
def test_wilson_interval_is_that_of_statsmodels(percent, base):
    wanted = proportion_confint(percent / 100 * base, base, alpha=0.05, method="wilson")

    assert wilson_interval(percent, base) == pytest.approx([end * 100 for end in wanted], abs=1e-5)


@pytest.mark.parametrize(("percent", "base"), [(-1, 10), (100.5, 10), (float("nan"), 10), (50, 0)])
def test_wilson_interval_refuses(percent, base):
    with pytest.raises(ValueError, match="expected"):
        wilson_interval(percent, base)


def test_interval_of_takes_the_published_one_first(db):
    interval = interval_of(make.make_figure(percent="41.5", base_n=500, low="39.25", high="44"))

    assert (interval.low, interval.high, interval.method) == (39.25, 44.0, PUBLISHED)


def test_interval_of_says_when_it_was_computed_from_answers(db):
    figure = make.make_figure(percent="41.5", base_n=500, low="39.2", high="44", basis="derived")

    assert interval_of(figure).method == FROM_ANSWERS


@pytest.mark.parametrize(("percent", "low", "high"), [("41", 36.8, 45.4), ("41.25", 37.02, 45.62)])
def test_interval_of_is_one_decimal_more_exact_than_the_share(db, percent, low, high):
    interval = interval_of(make.make_figure(percent=percent, base_n=500))

    assert (interval.low, interval.high, interval.method) == (low, high, COMPUTED)


def test_interval_of_needs_a_base(db):
    assert interval_of(make.make_figure(percent=41, base_n=None)) is None


def test_usage_data_are_no_sample(db):
    wave = make.make_wave(survey=make.make_survey(kind="usage_data"))
    option = make.make_option(question=make.make_question(survey=wave.survey))

    assert interval_of(make.make_figure(wave=wave, option=option, percent=41, base_n=500)) is None
