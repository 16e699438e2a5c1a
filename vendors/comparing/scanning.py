"""The text of an expression, read from left to right."""

import re

from vendors.comparing.terms import ExpressionError

SPACE = re.compile(r"\s*")


class Scanner:
    """Keeps the place; `position` counts characters from 0."""

    def __init__(self, text: str):
        self.text, self.position = text, 0

    @property
    def is_at_end(self) -> bool:
        return self.position >= len(self.text)

    def skip(self) -> None:
        """Past white space."""
        if found := SPACE.match(self.text, self.position):
            self.position = found.end()

    def sees(self, symbol: str) -> bool:
        self.skip()
        return self.text.startswith(symbol, self.position)

    def take(self, symbol: str) -> bool:
        """Whether the symbol stands here; then the place is after it."""
        found = self.sees(symbol)
        self.position += len(symbol) if found else 0
        return found

    def take_call(self, name: str) -> bool:
        """Whether `name (` stands here; then the place is after the parenthesis."""
        match = self.take_pattern(re.compile(rf"{name}\s*\("))
        return match is not None

    def take_pattern(self, pattern: re.Pattern) -> re.Match | None:
        self.skip()
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return match

    def error(self, message: str, position: int | None = None) -> ExpressionError:
        """To be raised: what was expected here, or at another place."""
        return ExpressionError(message, self.text, self.position if position is None else position)
