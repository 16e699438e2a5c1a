"""Sizes of pictures: named ones, limits, and texts that grow with the picture."""

import pytest

from portal.charts.sizes import SIZES, Size, SizeError


def test_named_sizes():
    named = {name: (size.width, size.height) for name, size in SIZES.items()}

    assert named == {"default": (850, None), "og": (1200, 628), "square": (1080, 1080), "slide": (1920, 1080)}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"width": 199}, "width must be a whole number from 200 to 4000"),
        ({"width": 4001}, "width"),
        ({"height": 199}, "height"),
        ({"height": 4001}, "height"),
        ({"scale": 0}, "scale must be a whole number from 1 to 3"),
        ({"scale": 4}, "scale"),
        ({"width": 850.5}, "not 850.5"),
        ({"scale": True}, "not True"),
        ({"width": 4000, "height": 4000, "scale": 2}, "40,000,000 pixels"),
    ],
)
def test_sizes_outside_the_limits_say_which(arguments, reason):
    with pytest.raises(SizeError, match=reason):
        Size(**arguments)


def test_texts_grow_with_the_picture():
    assert SIZES["default"].zoom == 1
    assert 1 < SIZES["og"].zoom < SIZES["slide"].zoom
    assert Size(200, 200).zoom < 0.5
