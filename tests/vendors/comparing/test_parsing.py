"""The language of requirements: what it says, and where it goes wrong."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendors.comparing.parsing import DEEPEST, LONGEST, parse
from vendors.comparing.terms import All, Any, Condition, ExpressionError, Not
from vendors.models import Attribute

ATTRIBUTES = {
    "number": Attribute(code="memory", value_type="number", unit="MB"),
    "money": Attribute(code="price", value_type="money", unit="currency/GB-s"),
    "boolean": Attribute(code="gpu", value_type="boolean"),
    "text": Attribute(code="licence", value_type="text"),
    "list": Attribute(code="runtimes", value_type="list"),
}


def number(operator, value, upper=None, currency=""):
    return Condition(operator, Decimal(value), None if upper is None else Decimal(upper), currency)


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        ("number", ">=900", number(">=", 900)),
        ("number", " > 0.5 MB ", number(">", "0.5")),
        ("number", "900", number("=", 900)),
        ("number", "=-1", number("=", -1)),
        ("number", "!=900", number("!=", 900)),
        ("number", "1..2", number("between", 1, 2)),
        ("number", "1.5 .. 2.5 MB", number("between", "1.5", "2.5")),
        ("number", ">1&&<=5", All((number(">", 1), number("<=", 5)))),
        ("number", "1||2&&3", Any((number("=", 1), All((number("=", 2), number("=", 3)))))),
        ("number", "(1||2)&&!3", All((Any((number("=", 1), number("=", 2))), Not(number("=", 3))))),
        ("number", "!!1", Not(Not(number("=", 1)))),
        ("money", "<=0.2 USD", number("<=", "0.2", currency="USD")),
        ("money", "<=0.2USD/GB-s && >0", All((number("<=", "0.2", currency="USD"), number(">", 0)))),
        ("money", "0.1..0.2 CNY", number("between", "0.1", "0.2", currency="CNY")),
        ("boolean", "true", Condition("=", True)),
        ("boolean", "!= true", Condition("!=", True)),
        ("boolean", "!false", Not(Condition("=", False))),
        ("text", "has(Apache 2.0)", Condition("has", "Apache 2.0")),
        ("text", '="a && (b)"', Condition("=", "a && (b)")),
        ("text", "!=MIT || has ( gpl )", Any((Condition("!=", "MIT"), Condition("has", "gpl")))),
        ("list", "has(python) && !has(php)", All((Condition("has", "python"), Not(Condition("has", "php"))))),
        ("list", "函数", Condition("=", "函数")),
    ],
)
def test_expressions_say_what_they_mean(kind, text, term):
    assert parse(text, ATTRIBUTES[kind]) == term


@pytest.mark.parametrize(
    ("kind", "text", "position", "expected"),
    [
        ("number", "", 0, "a number"),
        ("number", ">=", 2, "a number"),
        ("number", ">=abc", 2, "a number"),
        ("number", ">=10,240", 4, "without thousands marks"),
        ("number", ">=1 s", 4, "no unit, or MB"),
        ("number", "5..3", 3, "not below the first"),
        ("number", ">=5..9", 3, "&&, || or the end"),
        ("number", ">1 && ", 6, "a number"),
        ("number", "(1", 2, "expected )"),
        ("number", "1)", 1, "&&, || or the end"),
        ("number", "1 & 2", 2, "&&, || or the end"),
        ("number", "has(5)", 0, "has() is for text and lists"),
        ("number", "true", 0, "a number"),
        ("number", "٣", 0, "a number"),
        ("money", "<=0.2 dollars", 6, "three capital letters"),
        ("money", "<=0.2 USD/month", 9, "&&, || or the end"),
        ("boolean", ">true", 0, "no order"),
        ("boolean", "yes", 0, "true or false"),
        ("boolean", "truely", 0, "true or false"),
        ("boolean", "has(true)", 0, "true or false"),
        ("text", ">=a", 0, "no order"),
        ("list", "has()", 4, "expected words"),
        ("list", "has(python", 10, "expected )"),
        ("list", "", 0, "expected words"),
        ("list", "has(-)", 4, "expected words"),
        ("list", "has( “…” )", 5, "expected words"),
        ("text", "!= --", 3, "expected words"),
    ],
)
def test_what_is_wrong_is_pointed_at(kind, text, position, expected):
    with pytest.raises(ExpressionError) as error:
        parse(text, ATTRIBUTES[kind])

    assert error.value.position == position
    assert expected in error.value.message


def test_length_and_depth_have_an_end():
    with pytest.raises(ExpressionError, match="at most 300 characters"):
        parse("1||" * LONGEST + "1", ATTRIBUTES["number"])
    with pytest.raises(ExpressionError, match="at most 20 parts within parts"):
        parse("(" * (DEEPEST + 1) + "1", ATTRIBUTES["number"])
    with pytest.raises(ExpressionError, match="at most 20 parts within parts"):
        parse("!" * 250 + "1", ATTRIBUTES["number"])

    assert parse("(" * (DEEPEST - 1) + "1" + ")" * (DEEPEST - 1), ATTRIBUTES["number"]) == number("=", 1)


@given(
    kind=st.sampled_from(sorted(ATTRIBUTES)),
    text=st.text(alphabet='<>=!&|().0129 aUSDtruefhs"~:,-云', max_size=40) | st.text(max_size=40),
)
def test_any_text_is_read_or_refused_at_a_place_in_it(kind, text):
    position = 0
    try:
        parse(text, ATTRIBUTES[kind])
    except ExpressionError as error:
        position = error.position

    assert 0 <= position <= len(text)
