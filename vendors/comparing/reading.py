"""Values in expressions, by the type of the attribute: what may stand there, and what an error says was expected."""

import re
from abc import ABC, abstractmethod
from decimal import Decimal

from django.utils.translation import gettext as _

from vendors.comparing.alike import alike
from vendors.comparing.scanning import Scanner
from vendors.comparing.terms import Condition
from vendors.models import Attribute
from vendors.units import CURRENCY

NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,12})?", re.ASCII)
RUNS_ON = re.compile(r"[\d,_']")  # after a number: it has thousands marks, or too many digits
CURRENCY_CODE = re.compile(r"[A-Z]{3}(?![A-Za-z])")
TRUTH = re.compile(r"(true|false)(?![\w])")
QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”')
BARE = re.compile(r"(?:(?!&&|\|\|)[^()\"“”])+")
UNIT = re.compile(r"[A-Za-z%][\w%/ -]*")


def read_words(scanner: Scanner) -> str:
    """Words in quotes, or bare ones up to a parenthesis, && or ||."""
    scanner.skip()
    place = scanner.position
    quoted = scanner.take_pattern(QUOTED)
    bare = None if quoted else scanner.take_pattern(BARE)
    words = (quoted.group(1) or quoted.group(2)) if quoted else bare.group().strip() if bare else ""
    if not alike(words):  # nothing is left to look for: every text would have it
        raise scanner.error(_("expected words, such as python"), place)
    return words


class ValueReader(ABC):
    """Makes conditions of what stands at the scanner's place; `start` is where the condition begins."""

    def __init__(self, attribute: Attribute):
        self.attribute = attribute

    def bare(self, scanner: Scanner) -> Condition:
        """A value without an operator means the same as =."""
        return self.compared(scanner, scanner.position, "=")

    @abstractmethod
    def compared(self, scanner: Scanner, start: int, operator: str) -> Condition:
        """What stands after the operator."""

    def has(self, scanner: Scanner, start: int, words: str) -> Condition:
        raise scanner.error(_("has() is for text and lists; here expected %(example)s") % {"example": ">=100"}, start)


class NumberReader(ValueReader):
    def compared(self, scanner: Scanner, start: int, operator: str) -> Condition:
        return Condition(operator, self.number(scanner), currency=self.unit(scanner))

    def bare(self, scanner: Scanner) -> Condition:
        lower = self.number(scanner)
        if not scanner.take(".."):
            return Condition("=", lower, currency=self.unit(scanner))
        place = scanner.position
        upper = self.number(scanner)
        if upper < lower:
            raise scanner.error(_("expected a number not below the first one"), place)
        return Condition("between", lower, upper, currency=self.unit(scanner))

    def number(self, scanner: Scanner) -> Decimal:
        found = scanner.take_pattern(NUMBER)
        if found is None or RUNS_ON.match(scanner.text, scanner.position):
            raise scanner.error(_("expected a number without thousands marks, such as 1024 or 0.2"))
        return Decimal(found.group())

    def unit(self, scanner: Scanner) -> str:
        """Passes over the attribute's own unit; any other is an error."""
        scanner.skip()
        place = scanner.position
        found = scanner.take_pattern(UNIT)
        if found and found.group().strip() != self.attribute.unit:
            raise scanner.error(self._wanted(), place)
        return ""

    def _wanted(self) -> str:
        if not self.attribute.unit:
            return _("expected no unit here")
        return _("expected no unit, or %(unit)s") % {"unit": self.attribute.unit}


class MoneyReader(NumberReader):
    def unit(self, scanner: Scanner) -> str:
        """The currency, or nothing."""
        scanner.skip()
        if scanner.is_at_end or scanner.text[scanner.position] in "&|)":
            return ""
        found = scanner.take_pattern(CURRENCY_CODE)
        if found is None:
            raise scanner.error(_("expected a currency in three capital letters, such as USD, or nothing"))
        rest = self.attribute.unit.removeprefix(CURRENCY)
        if rest:
            scanner.take(rest)
        return found.group()


class TruthReader(ValueReader):
    def compared(self, scanner: Scanner, start: int, operator: str) -> Condition:
        if operator not in ("=", "!="):
            raise scanner.error(_("yes or no has no order; expected true, false or != before one of them"), start)
        found = scanner.take_pattern(TRUTH)
        if found is None:
            raise scanner.error(_("true or false is expected"))
        return Condition(operator, found.group(1) == "true")

    def has(self, scanner: Scanner, start: int, words: str) -> Condition:
        raise scanner.error(_("true or false is expected"), start)


class WordsReader(ValueReader):
    def compared(self, scanner: Scanner, start: int, operator: str) -> Condition:
        if operator not in ("=", "!="):
            raise scanner.error(_("words have no order; expected =, != or has(…)"), start)
        return Condition(operator, read_words(scanner))

    def has(self, scanner: Scanner, start: int, words: str) -> Condition:
        return Condition("has", words)


READERS: dict[str, type[ValueReader]] = {
    Attribute.ValueType.NUMBER: NumberReader,
    Attribute.ValueType.MONEY: MoneyReader,
    Attribute.ValueType.BOOLEAN: TruthReader,
    Attribute.ValueType.TEXT: WordsReader,
    Attribute.ValueType.LIST: WordsReader,
}


def value_reader(attribute: Attribute) -> ValueReader:
    return READERS[attribute.value_type](attribute)
