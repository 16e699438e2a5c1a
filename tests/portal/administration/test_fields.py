"""Fields of admin forms: numbers without idle zeros, lists as lines."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from portal.administration.choices import is_key
from portal.administration.fields import LinesField, plain


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("10240.000000000000", "10240"),
        ("0.000016666700", "0.0000166667"),
        ("0E-12", "0"),
        ("100", "100"),
        ("-0.50", "-0.5"),
    ],
)
def test_plain_shows_the_digits_that_count(number, text):
    assert plain(Decimal(number)) == text


def test_lines_become_a_list_without_blanks():
    assert LinesField().clean(" Go \r\n\r\nPython 3\n") == ["Go", "Python 3"]


@pytest.mark.parametrize("empty", [None, []])
def test_no_lines_become_the_empty_value(empty):
    assert LinesField(empty_value=empty).clean("\n \n") == empty


def test_lines_are_shown_as_they_were_written():
    field = LinesField()

    assert field.prepare_value(["Go", "Python"]) == "Go\nPython"
    assert field.prepare_value("Go\nPython") == "Go\nPython"


def test_lines_know_whether_they_changed():
    field = LinesField()

    assert not field.has_changed(["Go"], "Go\r\n")
    assert not field.has_changed(None, "")
    assert field.has_changed(["Go"], "Go\nPython")


def test_a_nul_in_a_line_is_refused():
    with pytest.raises(ValidationError, match="Null"):
        LinesField().clean("Go\nPy\x00thon")


@pytest.mark.parametrize("text", ["", "-1", "abc", "１２", "9" * 30, "1 OR 1"])
def test_what_is_no_key_is_not_asked_for(text):
    assert not is_key(text)
