"""Words are put right when they are one slip away from a known one."""

import pytest

from portal.site.search.spelling import Spelling, slips

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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("kuberntees", "kubernetes", id="two letters changed places"),
        pytest.param("kubrnets", "kubernetes", id="two letters are missing"),
        pytest.param("kubbernetess", "kubernetes", id="two letters too many"),
        pytest.param("kxbxrnetes", "kubernetes", id="two letters are wrong"),
        pytest.param("kxbxrxetes", "", id="three letters are wrong"),
        pytest.param("axxre", "", id="short words have one slip"),
    ],
)
def test_long_words_may_have_two_slips(typed, meant):
    assert Spelling({"kubernetes": 1, "azure": 1}).nearest(typed) == meant


def test_two_words_written_as_one_are_told_apart():
    spelling = Spelling({"aws": 5, "lambda": 3, "awslam": 1, "bda": 1, "s": 9})

    assert spelling.split("awslambda") == ["aws", "lambda"]
    assert spelling.split("awsazure") == []


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("lambda", "lambda", 0), ("lamdba", "lambda", 1), ("lmbda", "lambda", 1), ("lamb", "lambda", 2), ("", "abc", 3)],
)
def test_slips(one, other, number):
    assert slips(one, other) == slips(other, one) == number
