"""The columns of a table: options, then nets of each break, with letters over the whole banner."""

from collections.abc import Iterable

from surveys.microdata.cells.cube import BEFORE
from surveys.microdata.codebook.questions import Kind, Net, Option, Question
from surveys.microdata.tables.estimating import Bases
from surveys.microdata.tables.letters import letter_of
from surveys.microdata.tables.table import Column


def columns_of(by: Question, start: int, bases: Bases) -> list[Column]:
    """The columns of a break; `start` columns stand in the breaks before it, `bases` are those of its cube."""
    choices: tuple[Option | Net, ...] = (*by.options, *by.nets)
    return [
        Column(
            break_code=by.code,
            code=each.code,
            letter=letter_of(start + place),
            label_en=each.label_en,
            label_zh=each.label_zh,
            base=bases.at(BEFORE + place),
            is_net=isinstance(each, Net),
            members=by.members(each.code),
        )
        for place, each in enumerate(choices)
    ]


def is_overlapping(breaks: Iterable[Question]) -> bool:
    """Whether somebody may stand in two columns that are tested against each other."""
    return any(_overlaps(question) for question in breaks)


def _overlaps(question: Question) -> bool:
    """Of multiple response, or of nets that share some options; a net is not tested against what it holds."""
    if question.kind is Kind.MULTIPLE:
        return True
    nets = [set(net.options) for net in question.nets]
    return any(left & right and not (left <= right or right <= left) for left in nets for right in nets)
