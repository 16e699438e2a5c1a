"""Codebook: everything that the columns of a file of answers mean, and how the file is read."""

from dataclasses import dataclass, field
from functools import cached_property

from surveys.microdata.codebook.questions import CodebookError, Kind, Question


@dataclass(frozen=True)
class Weighting:
    """Targets to which answers are raked: question → option → share, the shares of a question adding to 1."""

    code: str
    targets: dict[str, dict[str, float]]
    label_en: str = ""
    label_zh: str = ""


@dataclass(frozen=True)
class Repair:
    """A rule that mends damage of the file before it is read, and why.

    rule   "shift", "replace", "clear", "drop": answers/repairs.py says what each does with its `settings`
    """

    rule: str
    why: str
    settings: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class FileForm:
    """How the file of answers is written. Empty: found out by reading it."""

    layout: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    heading_rows: int = 0


@dataclass(frozen=True)
class Codebook:
    """What a file of answers holds; questions in the order in which tables show them.

    weight      the weight that tables use where nothing else is asked; empty for none
    is_confirmed  whether a person has read it: a draft is never loaded
    """

    questions: tuple[Question, ...]
    survey: str = ""
    wave: str = ""
    weight: str = ""
    weighting: Weighting | None = None
    file: FileForm = field(default_factory=FileForm)
    repairs: tuple[Repair, ...] = ()
    source: str = ""
    is_confirmed: bool = True

    def __post_init__(self):
        codes = [question.code for question in self.questions]
        codes += [self.weighting.code] if self.weighting else []
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise CodebookError(f"question codes occur twice: {', '.join(twice)}")
        if self.weight and self.weight not in self.weights:
            raise CodebookError(f"weight {self.weight!r}: expected one of {', '.join(self.weights) or 'none'}")

    @cached_property
    def by_code(self) -> dict[str, Question]:
        return {question.code: question for question in self.questions}

    @property
    def tabulated(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.kind.is_tabulated)

    @property
    def weights(self) -> tuple[str, ...]:
        """Codes of the weights, the raked one last."""
        codes = [question.code for question in self.questions if question.kind is Kind.WEIGHT]
        return tuple(codes + ([self.weighting.code] if self.weighting else []))

    def breaks(self, *, is_public: bool) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.may_break(is_public=is_public))
