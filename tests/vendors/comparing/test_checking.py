"""Facts held against terms: met, failed and by how much, or not to be checked."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from vendors.comparing.checking import check
from vendors.comparing.outcomes import FAILED, MET, UNCHECKED, Outcome
from vendors.comparing.parsing import parse
from vendors.comparing.wording import term_words
from vendors.models import Attribute, Fact
from vendors.rates import RateField, Rates

MEMORY = Attribute(code="max_memory_mb", name_en="Maximum memory", value_type="number", unit="MB")
PRICE = Attribute(code="price", name_en="Price", value_type="money", unit="currency/GB-s")
GPU = Attribute(code="gpu", name_en="GPU", value_type="boolean")
LICENCE = Attribute(code="license", name_en="Licence", value_type="text")
RUNTIMES = Attribute(code="runtimes", name_en="Runtimes", value_type="list")


def memory(number, **values):
    return Fact(attribute=MEMORY, number=Decimal(number), **values)


def price(number, currency="USD"):
    return Fact(attribute=PRICE, number=Decimal(number), currency=currency)


def runtimes(*items):
    return Fact(attribute=RUNTIMES, items=list(items))


def checked(text, fact, rates=""):
    return check(parse(text, fact.attribute), fact, RateField().clean(rates))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (">=4096", "3,072 MB, 1,024 MB less than required"),
        (">3072", "3,072 MB, where more than 3,072 MB is required"),
        ("<=1024", "3,072 MB, 2,048 MB more than allowed"),
        ("<3072", "3,072 MB, where less than 3,072 MB is required"),
        ("1..2", "3,072 MB, 3,070 MB more than allowed"),
        ("4000..5000", "3,072 MB, 928 MB less than required"),
        ("=3000.5", "3,072 MB, 71.5 MB more than allowed"),
        ("!=3072", "3,072 MB, which is excluded"),
        (">=4096 && <=1024", "3,072 MB, 1,024 MB less than required; 3,072 MB, 2,048 MB more than allowed"),
        (">=4096 || <=1024", "3,072 MB, 1,024 MB less than required; 3,072 MB, 2,048 MB more than allowed"),
        ("!(>1 && <4000)", "3,072 MB, but excluded is: more than 1 MB and less than 4,000 MB"),
    ],
)
def test_numbers_fail_by_so_much(text, reason):
    assert checked(text, memory(3072)) == Outcome(FAILED, reason)


@pytest.mark.parametrize("text", [">=3072", "<=3072", "3072", "3072..4000", "1..3072", "!=1", ">=4096||3072", "!<3072"])
def test_numbers_meet(text):
    assert checked(text, memory(3072)) == Outcome(MET)


@pytest.mark.parametrize(
    ("text", "code"),
    [(">=900", MET), (">900", MET), ("!=900", MET), ("<=900", FAILED), ("1..900", FAILED), ("=900", FAILED)],
)
def test_no_limit_is_beyond_every_number(text, code):
    outcome = checked(text, Fact(attribute=MEMORY, state=Fact.State.UNLIMITED))

    assert outcome.code == code
    assert outcome.reason == ("no limit, where at most 900 MB is allowed" if code == FAILED else "")


def test_what_is_not_known_is_never_failed():
    term = parse(">=900", MEMORY)
    nowhere = Fact(attribute=MEMORY, state=Fact.State.NOT_APPLICABLE)

    assert check(term, None, Rates()) == Outcome(UNCHECKED, "not documented, so it cannot be checked")
    assert check(term, nowhere, Rates()) == Outcome(UNCHECKED, "does not apply, so it cannot be checked")
    assert check(parse("!true", GPU), None, Rates()).code == UNCHECKED
    assert checked("true", Fact(attribute=GPU, state=Fact.State.UNLIMITED)).code == UNCHECKED


@pytest.mark.parametrize(
    ("text", "fact", "rates", "outcome"),
    [
        ("<=0.2 USD", price("0.20"), "", Outcome(MET)),
        ("<=0.2", price("0.20", "CNY"), "", Outcome(MET)),
        ("<=0.15", price("0.2"), "", Outcome(FAILED, "0.20 USD, 0.05 USD more than allowed")),
        ("<=1 USD", price("7", "CNY"), "", Outcome(UNCHECKED, "7.00 CNY, which no rate given turns into USD")),
        ("<=1 USD", price("7", "CNY"), "CNY:USD:0.14:2026-11-01", Outcome(MET)),
        (
            "<=0.5 USD",
            price("7", "CNY"),
            "CNY:USD:0.14:2026-11-01",
            Outcome(FAILED, "7.00 CNY (0.98 USD at the reader’s rate), 0.48 USD more than allowed"),
        ),
        # One currency of two cannot be checked: what the other says is enough for ||, and not for &&.
        ("<=1 USD || <=9 CNY", price("7", "CNY"), "", Outcome(MET)),
        (
            "<=1 USD && <=9 CNY",
            price("7", "CNY"),
            "",
            Outcome(UNCHECKED, "7.00 CNY, which no rate given turns into USD"),
        ),
        ("!(<=1 USD)", price("7", "CNY"), "", Outcome(UNCHECKED, "7.00 CNY, which no rate given turns into USD")),
        (
            "<=1 USD || <=5 CNY",
            price("7", "CNY"),
            "",
            Outcome(UNCHECKED, "7.00 CNY, which no rate given turns into USD"),
        ),
    ],
)
def test_money_is_checked_in_its_currency(text, fact, rates, outcome):
    assert checked(text, fact, rates) == outcome


def test_yes_and_no():
    yes, no = Fact(attribute=GPU, boolean=True), Fact(attribute=GPU, boolean=False)

    assert checked("true", yes) == checked("!=false", yes) == checked("false", no) == Outcome(MET)
    assert checked("true", no) == checked("!=false", no) == Outcome(FAILED, "no, where yes is required")
    assert checked("false", yes) == checked("!=true", yes) == Outcome(FAILED, "yes, where no is required")


@pytest.mark.parametrize(
    ("text", "fact", "outcome"),
    [
        ("has(PYTHON)", runtimes("Node.js 22", "Python 3.12"), Outcome(MET)),
        ("has(node js)", runtimes("Node.js 22"), Outcome(MET)),
        ("=python", runtimes("python", "go"), Outcome(MET)),
        ("=py", runtimes("python"), Outcome(FAILED, "“py” is not in: python")),
        ("has(C#)", runtimes(".NET (C#)"), Outcome(MET)),
        ("has(C＋＋)", runtimes("C++ 17"), Outcome(MET)),
        ("has(C#)", runtimes("custom", "C"), Outcome(FAILED, "“C#” is not in: custom; C")),
        ("=C", runtimes("C++"), Outcome(FAILED, "“C” is not in: C++")),
        ("has(ruby)", runtimes("go", "php"), Outcome(FAILED, "“ruby” is not in: go; php")),
        ("!=go", runtimes("go", "php"), Outcome(FAILED, "is “go”")),
        ("!has(ruby) && has(go)", runtimes("go"), Outcome(MET)),
        ("has(apache)", Fact(attribute=LICENCE, words="Apache-2.0"), Outcome(MET)),
        ('="Apache 2.0"', Fact(attribute=LICENCE, words="Apache-2.0"), Outcome(MET)),
        ("=MIT", Fact(attribute=LICENCE, words="Apache-2.0"), Outcome(FAILED, "“MIT” is not in: Apache-2.0")),
    ],
)
def test_words_are_compared_folded(text, fact, outcome):
    assert checked(text, fact) == outcome


@pytest.mark.parametrize(
    ("attribute", "text", "english", "chinese"),
    [
        (MEMORY, ">=1024", "at least 1,024 MB", "至少 1,024 MB"),
        (MEMORY, "1..2||!=5", "from 1 MB to 2 MB or not 5 MB", "1 MB 至 2 MB 或不等于 5 MB"),
        (MEMORY, "(1||2)&&!3", "(exactly 1 MB or exactly 2 MB) and not (exactly 3 MB)", None),
        (PRICE, "<0.2 USD", "less than 0.20 USD", "少于 0.20 USD"),
        (GPU, "!=true", "no", "否"),
        (RUNTIMES, "has(go)", "has “go”", "含“go”"),
    ],
)
def test_terms_say_themselves_in_words(attribute, text, english, chinese):
    assert term_words(parse(text, attribute), attribute) == english
    if chinese:
        with override("zh-hans"):
            assert term_words(parse(text, attribute), attribute) == chinese
