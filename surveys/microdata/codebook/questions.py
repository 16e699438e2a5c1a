"""Questions of a codebook. Codes are the names of things everywhere: in files, tables, addresses and the API."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from portal.labels import choose

CODE = re.compile(r"[A-Za-z0-9]+(_+[A-Za-z0-9]+)*")
LONGEST_CODE = 60  # letters
EVERYBODY = "all"  # the base of a question that was put to everybody


class CodebookError(ValueError):
    """A codebook that contradicts itself; the message names the question."""


class Kind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    NUMERIC = "numeric"
    WEIGHT = "weight"
    ID = "id"
    OPEN = "open"  # own words: never stored
    IGNORE = "ignore"

    @property
    def has_options(self) -> bool:
        return self in (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE)

    @property
    def is_tabulated(self) -> bool:
        """Whether it can be the rows of a table."""
        return self.has_options or self is Kind.NUMERIC

    @property
    def is_stored(self) -> bool:
        return self.is_tabulated or self is Kind.WEIGHT


class Break(StrEnum):
    """Who may use a question as a break or a filter."""

    PUBLIC = "public"
    RESEARCH = "research"
    NO = "no"


class Unanswered(StrEnum):
    """What it says when no option of a multiple-response question is ticked."""

    MISSING = "missing"  # the question was not answered
    NONE = "none"  # it was answered: none of these


@dataclass(frozen=True)
class Option:
    """An answer. `source` are the texts of cells that mean it (by default its code, then its labels).

    column     the column of its own, where a question spreads over one column an option
    value      its number on a scale, from which means are computed
    """

    code: str
    label_en: str
    label_zh: str = ""
    source: tuple[str, ...] = ()
    column: str = ""
    value: float | None = None
    is_exclusive: bool = False

    @property
    def label(self) -> str:
        return choose(self.label_en, self.label_zh)


@dataclass(frozen=True)
class Net:
    """Options counted as one: whoever gave any of them."""

    code: str
    label_en: str
    label_zh: str
    options: tuple[str, ...]

    @property
    def label(self) -> str:
        return choose(self.label_en, self.label_zh)


@dataclass(frozen=True)
class Question:
    """A question, or a column that is none (weight, id, open, ignore).

    columns     names of the file's columns, "#17" for the seventeenth
    base        who was asked: "all", or a filter such as "serverless_use in production,evaluating"
    asked       the same in words
    missing     texts of cells that mean no answer, beside the empty cell
    separator   what stands between several answers in one cell
    """

    code: str
    kind: Kind
    columns: tuple[str, ...]
    text_en: str = ""
    text_zh: str = ""
    base: str = EVERYBODY
    asked_en: str = ""
    asked_zh: str = ""
    break_for: Break = Break.NO
    missing: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    nets: tuple[Net, ...] = ()
    separator: str = ""
    unanswered: Unanswered = Unanswered.MISSING
    is_sensitive: bool = False
    topic: str = ""
    note: str = ""

    def __post_init__(self):
        for each in (self, *self.options, *self.nets):
            if not CODE.fullmatch(each.code) or len(each.code) > LONGEST_CODE:
                raise CodebookError(
                    f"{self.code}: code {each.code!r}: expected at most {LONGEST_CODE} letters, digits and underscores"
                )
        counted = Counter(each.code for each in (*self.options, *self.nets))
        twice = sorted(code for code, count in counted.items() if count > 1)
        if twice:
            raise CodebookError(f"{self.code}: option codes occur twice: {', '.join(twice)}")
        for net in self.nets:
            unknown = [code for code in net.options if code not in self.option_places]
            if unknown or not net.options:
                raise CodebookError(f"{self.code}: net {net.code} names no options of the question: {unknown}")
        if self.kind.has_options and not self.options:
            raise CodebookError(f"{self.code}: a question of kind {self.kind} needs options")

    @property
    def text(self) -> str:
        return choose(self.text_en or self.code, self.text_zh)

    @property
    def asked(self) -> str:
        return choose(self.asked_en, self.asked_zh)

    @cached_property
    def option_places(self) -> dict[str, int]:
        """Code of each option → its place from 0, which is its code in the store."""
        return {option.code: place for place, option in enumerate(self.options)}

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the options, then of the nets: in this order they stand in cells."""
        return tuple(option.code for option in self.options) + tuple(net.code for net in self.nets)

    @property
    def has_values(self) -> bool:
        """Whether means can be computed: a number, or a scale with a number for each option that counts."""
        return self.kind is Kind.NUMERIC or any(option.value is not None for option in self.options)

    def may_break(self, *, is_public: bool) -> bool:
        """Whether it may be a break or a filter."""
        if not self.kind.has_options:
            return False
        return self.break_for is Break.PUBLIC or (not is_public and self.break_for is not Break.NO)

    def members(self, code: str) -> tuple[int, ...]:
        """Places of the options that a code of an option or a net stands for."""
        if code in self.option_places:
            return (self.option_places[code],)
        net = next(net for net in self.nets if net.code == code)
        return tuple(self.option_places[option] for option in net.options)

    def find(self, code: str) -> Option | Net:
        if code in self.option_places:
            return self.options[self.option_places[code]]
        return next(net for net in self.nets if net.code == code)
