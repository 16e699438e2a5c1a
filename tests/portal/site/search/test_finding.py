"""Search finds by every word, in both languages, and puts the best first."""

import pytest

from portal.site.search.finding import find
from portal.site.search.index import Index
from portal.site.sections import Entry

ENTRIES = (
    Entry("source", "sources#quotas", "Lambda quotas", "Lambda quotas", rank=7),
    Entry("product", "products/aws-lambda", "AWS Lambda", "AWS Lambda", ("Amazon", "亚马逊云科技"), rank=1),
    Entry("vendor", "vendors/openlambda", "OpenLambda", "OpenLambda", rank=2),
    Entry("product", "products/alibaba-fc", "Function Compute", "函数计算", ("Alibaba Cloud", "阿里云FC"), rank=1),
    Entry("product", "products/tencent-scf", "Cloud Functions", "云函数 SCF", ("腾讯云",), "FaaS", "函数", rank=1),
    Entry("question", "surveys/a/2020/stage", "Serverless stage", "Serverless 采用阶段", ("runs AWS Lambda",)),
    Entry("term", "glossary#r", "R", "R 语言", rank=2),
)


@pytest.fixture(autouse=True)
def index(monkeypatch):
    made = Index(ENTRIES)
    monkeypatch.setattr("portal.site.search.finding.current_index", lambda: made)
    return made


def addresses(query: str, language: str = "en", **options) -> list[str]:
    return [match.address for match in find(query, language, **options).matches]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("aws lambda", "products/aws-lambda"),
        ("LAMBDA aws", "products/aws-lambda"),
        ("ＡＷＳ", "products/aws-lambda"),
        ("亚马逊", "products/aws-lambda"),
        ("函数", "products/alibaba-fc"),
        ("数计", "products/alibaba-fc"),
        ("阿里 compute", "products/alibaba-fc"),
        ("fc", "products/alibaba-fc"),
        ("腾讯", "products/tencent-scf"),
        ("采用", "surveys/a/2020/stage"),
        ("无服务器 stage", "surveys/a/2020/stage"),
        ("quota", "sources#quotas"),
        ("aws-lambda", "products/aws-lambda"),
    ],
)
def test_best_match(query, best):
    assert addresses(query)[0] == best


def test_order_is_start_of_title_then_word_then_part_then_elsewhere():
    assert addresses("lambda") == [
        "sources#quotas",
        "products/aws-lambda",
        "vendors/openlambda",
        "surveys/a/2020/stage",
    ]


def test_a_title_that_is_the_query_comes_before_titles_that_start_so():
    assert addresses("r")[0] == "glossary#r"


def test_every_word_must_match():
    assert addresses("aws compute") == []


def test_short_latin_words_match_at_the_start_of_words_only():
    assert addresses("am") == ["products/aws-lambda"]


@pytest.mark.parametrize(
    ("query", "suggestion", "best"),
    [
        ("aws lamda", "aws lambda", "products/aws-lambda"),
        ("functoin compute", "function compute", "products/alibaba-fc"),
        ("阿里云函数计算", "阿里云 函数计算", "products/alibaba-fc"),
    ],
)
def test_what_is_nowhere_is_put_right(query, suggestion, best):
    found = find(query, "en")

    assert found.suggestion == suggestion
    assert found.matches[0].address == best


@pytest.mark.parametrize("query", ["", "  ", "%%%", "xyzzy", "一二三四五六七八九十" * 20, "\x00", "~"])
def test_nothing_is_found(query):
    found = find(query, "zh-hans")

    assert (found.matches, found.total, found.counts, found.suggestion) == ((), 0, (), "")


def test_kinds_with_fitting_titles_come_first_whatever_kinds_are_asked_for():
    counts = (("product", 1), ("source", 1), ("vendor", 1), ("question", 1))

    assert find("lambda", "en").counts == counts
    assert find("lambda", "en", {"kind": ("vendor",)}).counts == counts


def test_kinds_limit_and_offset():
    assert addresses("lambda", chosen={"kind": ("vendor", "source")}) == ["sources#quotas", "vendors/openlambda"]
    assert addresses("lambda", limit=1, offset=1) == ["products/aws-lambda"]
    assert find("lambda", "en", {"kind": ("vendor", "source")}, limit=1).total == 2


def test_texts_are_in_the_language_asked_for():
    (match,) = find("腾讯", "zh-hans").matches

    assert (match.title, match.preview) == ("云函数 SCF", "函数")
    assert find("腾讯", "en").matches[0].title == "Cloud Functions"


@pytest.mark.parametrize(
    ("query", "suggestion", "best"),
    [
        pytest.param("awslambda", "aws lambda", "products/aws-lambda", id="no space"),
        pytest.param("funtcoin compute", "function compute", "products/alibaba-fc", id="two slips"),
        pytest.param("函数记算", "函数计算", "products/alibaba-fc", id="a wrong character"),
    ],
)
def test_more_is_put_right(query, suggestion, best):
    found = find(query, "en")

    assert (found.suggestion, found.matches[0].address) == (suggestion, best)


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        pytest.param("aws compute", [("aws", 2), ("compute", 1)], id="words that never meet"),
        pytest.param("lambda xyzzy", [("lambda", 4)], id="a word that is nowhere"),
        pytest.param("xyzzy", [], id="nothing comes near"),
    ],
)
def test_what_finds_nothing_offers_what_comes_near(query, offered):
    found = find(query, "en")

    assert (found.total, found.suggestion) == (0, "")
    assert sorted((offer.query, offer.count) for offer in found.offers) == offered


def test_matched_words_are_told_apart():
    (match,) = find("aws LAM", "en", {"kind": ("product",)}).matches

    assert [(part.text, part.is_match) for part in match.title_parts] == [
        ("AWS", True),
        (" ", False),
        ("Lam", True),
        ("bda", False),
    ]


def test_each_takes_the_best_of_every_kind():
    found = find("lambda", "en", each=1)

    assert [match.address for match in found.matches] == [
        "products/aws-lambda",
        "sources#quotas",
        "vendors/openlambda",
        "surveys/a/2020/stage",
    ]
    assert found.total == 4
