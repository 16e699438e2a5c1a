"""What an expression says, as a tree: `>=900 && !=1000` is All(Condition(">=", 900), Condition("!=", 1000))."""

from dataclasses import dataclass
from decimal import Decimal

Value = Decimal | bool | str


@dataclass(frozen=True)
class Condition:
    """One comparison of the value. `operator` is one of OPERATORS; "between" has both ends, which count as inside.

    `currency` is empty where the reader names none: amounts are then meant in the currency of each price.
    """

    operator: str
    value: Value
    upper: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True)
class Not:
    part: "Term"


@dataclass(frozen=True)
class All:
    parts: tuple["Term", ...]


@dataclass(frozen=True)
class Any:
    parts: tuple["Term", ...]


Term = Condition | Not | All | Any
OPERATORS = ("=", "!=", ">=", "<=", ">", "<", "between", "has")


class ExpressionError(ValueError):
    """Says what was expected, and at which character (from 0) of the text."""

    def __init__(self, message: str, text: str, position: int):
        super().__init__(message)
        self.message, self.text, self.position = message, text, position
