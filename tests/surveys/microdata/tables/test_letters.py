"""Letters of columns, and the words for them."""

import pytest
from django.utils.translation import override

from surveys.microdata.tables.letters import higher_words, join_letters, letter_of, split_letters
from surveys.microdata.tables.table import Base, Cell, Column, Estimate

NOBODY = Base(0, 0, None)


def columns(*letters: str, break_code: str = "Q2") -> list[Column]:
    return [Column(break_code, letter.lower(), letter, letter, letter, NOBODY) for letter in letters]


def cell(column: Column, letters: str) -> Cell:
    return Cell(column, Estimate(0, 0, NOBODY), letters)


@pytest.mark.parametrize(
    ("place", "letter"),
    [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letter_of(place, letter):
    assert letter_of(place) == letter


@pytest.mark.parametrize(
    ("among", "letters", "shown"),
    [
        (columns("A", "B", "C"), ["A", "b"], "Ab"),
        (columns("Y", "Z", "AA", "AB"), ["Y", "AB"], "Y AB"),
        (columns("Y", "Z", "AA", "AB"), ["AB"], "AB"),
        (columns("A", "B"), [], ""),
    ],
)
def test_letters_are_joined_and_taken_apart(among, letters, shown):
    assert join_letters(letters, among) == shown
    assert split_letters(shown, among) == letters


def test_higher_words_in_both_languages():
    among = [*columns("A", "B", "C", "D"), *columns("AA", break_code="Q3")]

    english = [higher_words(cell(among[0], letters), among) for letters in ("B", "BCd", "")]
    with override("zh-hans"):
        chinese = higher_words(cell(among[0], "BCd"), among)

    assert english == ["higher than B (p < 0.05)", "higher than B, C (p < 0.05); higher than D (p < 0.10)", ""]
    assert chinese == "高于 B、C（p < 0.05）；高于 D（p < 0.10）"


def test_higher_words_of_columns_with_two_letters():
    among = columns("Z", "AA", "AB")

    assert higher_words(cell(among[0], "AB"), among) == "higher than AB (p < 0.05)"
