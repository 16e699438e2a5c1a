"""Filters of tables: "region in europe,asia", at most a few of them joined by "and"."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.nearest import nearest_names
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Question

CONDITION = re.compile(
    r"\s*(?P<question>\w+)\s*(?P<operator>=|\bnot\s+in\b|\bin\b)\s*\(?(?P<options>[^=()]*?)\)?\s*", re.I
)
JOINT = re.compile(r"\s+and\s+", re.I)


class FilterError(ValueError):
    """What is wrong with a filter; `position` is the character, from 0; `nearest` are codes that are near."""

    def __init__(self, message: str, position: int = 0, nearest: tuple[str, ...] = ()):
        super().__init__(message)
        self.position, self.nearest = position, nearest


@dataclass(frozen=True)
class Condition:
    """Respondents who gave any of these options; `is_negated`: who answered and gave none of them."""

    question: str
    options: tuple[str, ...]
    is_negated: bool = False

    def __str__(self) -> str:
        return f"{self.question} {'not in' if self.is_negated else 'in'} {','.join(self.options)}"


def parse_filter(text: str, codebook: Codebook) -> tuple[Condition, ...]:
    """The conditions of "Q3 in 1,2 and Q4 = yes"; none for an empty text. Codes of nets are options too.

    Raises FilterError with the character at which the text goes wrong.
    """
    if not text.strip():
        return ()
    found, start = [], 0
    for part in JOINT.split(text):
        place = text.index(part, start)
        found.append(_condition(part, place, codebook))
        start = place + len(part)
    questions = [condition.question for condition in found]
    for number, code in enumerate(questions):
        if code in questions[:number]:
            raise FilterError(_("%(code)s stands in the filter twice.") % {"code": code}, text.rindex(code))
    return tuple(found)


def filter_text(conditions: tuple[Condition, ...]) -> str:
    """The one way to write them."""
    return " and ".join(map(str, conditions))


def _condition(part: str, place: int, codebook: Codebook) -> Condition:
    match = CONDITION.fullmatch(part)
    if match is None:
        raise FilterError(
            _("“%(part)s” is no condition; write one as “%(example)s”.") % {"part": part, "example": "Q3 in 1,2"}, place
        )
    question = codebook.by_code.get(match["question"])
    if question is None or not question.kind.has_options:
        known = [each.code for each in codebook.questions if each.kind.has_options]
        raise FilterError(
            _("There is no question “%(code)s” with options.") % {"code": match["question"]},
            place + match.start("question"),
            tuple(nearest_names(match["question"], known)),
        )
    options = _options(match["options"], place + match.start("options"), question)
    return Condition(question.code, options, is_negated=match["operator"].lower().startswith("not"))


def _options(text: str, place: int, question: Question) -> tuple[str, ...]:
    known = question.codes
    found = []
    for part in text.split(","):
        code = part.strip()
        if code not in known:
            raise FilterError(
                _("%(question)s has no option “%(code)s”.") % {"question": question.code, "code": code},
                place + text.index(part) if part else place,
                tuple(nearest_names(code, known)),
            )
        found.append(code)
    return tuple(sorted(set(found), key=known.index))
