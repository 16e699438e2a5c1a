"""Words are put right when they are one slip away from a known one."""

import pytest

from portal.site.spelling import Spelling

KNOWN = Spelling(dict.fromkeys(["lambda", "lambdas", "alibaba", "azure", "java", "函数计算", "2020"], 1))


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
    spelling = Spelling({"cold": 1, "bold": 2})

    assert spelling.nearest("xold") == "bold"
