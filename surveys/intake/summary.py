"""What was read, in a few numbers for the person who loads it: what each question holds, what the weights cost."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.words import listed
from surveys.microdata.cells.cube import EVERYBODY
from surveys.microdata.cells.tabulating import tabulate_all
from surveys.microdata.codebook.questions import Question
from surveys.microdata.statistics.designs import Design, design_of
from surveys.microdata.store.answers import Answers

MOST_SHOWN = 12  # options of a question


@dataclass(frozen=True)
class QuestionLine:
    """A question, how many answered it (of multiple response: were asked), unweighted, and what they said."""

    question: Question
    answered: int
    said: str


@dataclass(frozen=True)
class WeightLine:
    code: str
    label: str
    design: Design


def question_lines(answers: Answers) -> list[QuestionLine]:
    """Every question that tables can have, in the order of the codebook."""
    questions = answers.codebook.tabulated
    cubes = tabulate_all(answers, [question.code for question in questions])
    lines = []
    for question in questions:
        cube = cubes[question.code, ""]
        answered = int(cube.bases.n[EVERYBODY])
        if question.kind.has_options:
            counts = [int(count) for count in cube.cells.n[: len(question.options), EVERYBODY]]
            said = _options(question, counts)
        else:
            moments = cube.moments
            mean = float(moments.centre + moments.wx[EVERYBODY] / answered) if moments and answered else None
            said = "" if mean is None else _("mean %(mean)s") % {"mean": f"{mean:,.4g}"}
        lines.append(QuestionLine(question, answered, said))
    return lines


def weight_lines(answers: Answers) -> list[WeightLine]:
    return [
        WeightLine(code, _label(answers, code), design_of(answers.columns[code])) for code in answers.codebook.weights
    ]


def _label(answers: Answers, code: str) -> str:
    question = answers.codebook.by_code.get(code)
    return question.text if question else _("raked to the targets of the codebook")


def _options(question: Question, counts: list[int]) -> str:
    found = [f"{option.label} {count:,}" for option, count in zip(question.options, counts, strict=True)]
    more = len(found) - MOST_SHOWN
    return listed(found if more <= 0 else [*found[:MOST_SHOWN], f"… (+{more})"])
