"""Expressions of readers → terms, by recursive descent.

    expression  both { "||" both }
    both        single { "&&" single }
    single      "!" single | "(" expression ")" | condition
    condition   [ "=" | "!=" | ">=" | "<=" | ">" | "<" ] value | number ".." number | "has" "(" words ")"

What a value is depends on the type of the attribute: vendors.comparing.reading.
"""

from django.utils.translation import gettext as _

from vendors.comparing.reading import ValueReader, read_words, value_reader
from vendors.comparing.scanning import Scanner
from vendors.comparing.terms import All, Any, Condition, Not, Term
from vendors.models import Attribute

LONGEST = 300  # characters
DEEPEST = 20  # parts within parts


def parse(text: str, attribute: Attribute) -> Term:
    """The term, or ExpressionError that points at the character."""
    scanner = Scanner(text)
    if len(text) > LONGEST:
        raise scanner.error(_("expected at most %(longest)s characters") % {"longest": LONGEST}, LONGEST)
    term = Parser(scanner, value_reader(attribute)).expression()
    scanner.skip()
    if not scanner.is_at_end:
        raise scanner.error(_("expected &&, || or the end"))
    return term


class Parser:
    def __init__(self, scanner: Scanner, reader: ValueReader):
        self.scanner, self.reader, self.depth = scanner, reader, 0

    def expression(self) -> Term:
        parts = [self.both()]
        while self.scanner.take("||"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def both(self) -> Term:
        parts = [self.single()]
        while self.scanner.take("&&"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def single(self) -> Term:
        self.scanner.skip()
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.scanner.error(_("expected at most %(deepest)s parts within parts") % {"deepest": DEEPEST})
        term = self._single()
        self.depth -= 1
        return term

    def _single(self) -> Term:
        if not self.scanner.sees("!=") and self.scanner.take("!"):
            return Not(self.single())
        if self.scanner.take("("):
            term = self.expression()
            self._close()
            return term
        return self.condition()

    def condition(self) -> Condition:
        start = self.scanner.position
        if self.scanner.take_call("has"):
            words = read_words(self.scanner)
            self._close()
            return self.reader.has(self.scanner, start, words)
        for operator in ("!=", ">=", "<=", "=", ">", "<"):
            if self.scanner.take(operator):
                return self.reader.compared(self.scanner, start, operator)
        return self.reader.bare(self.scanner)

    def _close(self) -> None:
        if not self.scanner.take(")"):
            raise self.scanner.error(_("expected )"))
