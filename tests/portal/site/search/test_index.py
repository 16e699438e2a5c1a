"""Words are found by their parts, entries in the order of how well their titles fit."""

import pytest

from portal.site.search.index import Index, Words
from portal.site.sections import Entry


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        pytest.param("lamb", ["lambda", "lambdalamb"], id="a word that has it twice is one word"),
        pytest.param("zure", ["azure"], id="end"),
        pytest.param("数计", ["函数计算"], id="inside Chinese"),
        pytest.param("la", ["lambda", "lambdalamb"], id="two letters begin"),
        pytest.param("am", [], id="two letters are not inside"),
        pytest.param("lambdaazure", [], id="not across two words"),
    ],
)
def test_words_with_a_part(wanted, held):
    words = Words()
    words.add(0, "lambda azure")
    words.add(1, "函数计算 lambdalamb")

    assert list(words.holding(wanted)) == held


def test_tiers_by_how_the_title_fits():
    titles = ["Lambda", "Lambda limits", "AWS Lambda", "Antilambda", "Other"]
    index = Index([Entry("fact", title, title, "", words=("lambda",)) for title in titles])

    assert index.tiers(["lambda"], {0, 1, 2, 3, 4}) == ({0}, {1}, {2}, {3}, {4})


def test_the_first_of_equals_by_rank_then_by_length():
    index = Index(
        [Entry("fact", "a", "long title", ""), Entry("fact", "b", "title", ""), Entry("x", "c", "t", "", rank=9)]
    )

    assert index.first({0, 1, 2}, "en", 2) == [1, 0]
