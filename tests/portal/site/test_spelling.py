"""Words are put right when they are one slip away from a known one."""

import pytest

from portal.site.spelling import Spelling

KNOWN = Spelling(["lambda", "lambda", "lambdas", "alibaba", "azure", "java", "函数计算", "2020"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lamda", "lambda"),
        ("lambbda", "lambda"),
        ("lamdba", "lambda"),
        ("lanbda", "lambda"),
        ("azzure", "azure"),
        ("alibabba", "alibaba"),
        ("lambda", ""),
        ("jva", ""),
        ("kubernetes", ""),
        ("函数计", ""),
        ("2021", ""),
    ],
)
def test_nearest(typed, meant):
    assert KNOWN.nearest(typed) == meant


def test_the_more_common_of_two_equally_near_words_is_meant():
    spelling = Spelling(["cold", "bold", "bold"])

    assert spelling.nearest("xold") == "bold"
