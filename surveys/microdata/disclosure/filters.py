"""Which questions and filters public readers may use. A refusal never says how many people it is about."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.words import listed
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.disclosure.atoms import is_few
from surveys.microdata.disclosure.counting import EVERY_ROW
from surveys.microdata.disclosure.partitions import Literal, condition_literal
from surveys.microdata.disclosure.refusal import RefusedTable
from surveys.microdata.disclosure.telling_apart import People, is_told_apart
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.table import TableSpec

MOST_CONDITIONS = 2
LEAST_KEPT = 30  # people that a filter leaves


def check_question(codebook: Codebook, spec: TableSpec) -> None:
    """Raises RefusedTable for breaks and filters that are not public, and for too many conditions."""
    asked = [("columns", code) for code in spec.breaks] + [("filter", each.question) for each in spec.filter]
    for parameter, code in asked:
        if not codebook.by_code[code].may_break(is_public=True):
            raise RefusedTable(parameter, _not_public(codebook, code))
    if len(spec.filter) > MOST_CONDITIONS:
        raise RefusedTable(
            "filter",
            _("A filter has at most %(most)d conditions, so that groups stay large.") % {"most": MOST_CONDITIONS},
        )


def check_filter(answers: Answers, spec: TableSpec) -> None:
    """Raises RefusedTable where the filter would tell of few people.

    Each condition, alone and on top of the other, leaves out nobody or at least ten people and keeps at least 30, of
    everybody and of those who answered the row question; and the group can be told apart.
    """
    questions = answers.codebook.by_code
    conditions = [condition_literal(questions[each.question], each) for each in spec.filter]
    steps: list[tuple[tuple[Literal, ...], tuple[Literal, ...]]] = [((), (each,)) for each in conditions]
    if len(conditions) == MOST_CONDITIONS:
        steps += [((each,), tuple(conditions)) for each in conditions]
    for people in (People(answers, EVERY_ROW, spec.weight), People(answers, spec.rows, spec.weight)):
        if not all(_is_large(people, before, after) for before, after in steps):
            raise RefusedTable("filter", _too_few())
    if conditions and not is_told_apart(people, conditions):
        raise RefusedTable("filter", _too_few())


def _is_large(people: People, before: Sequence[Literal], after: Sequence[Literal]) -> bool:
    kept = people.size(after)
    return kept >= LEAST_KEPT and not is_few(people.size(before) - kept)


def _too_few() -> str:
    return _(
        "This filter is refused, because too few people would stand behind it or behind what it leaves out. "
        "Choose broader conditions, or fewer."
    )


def _not_public(codebook: Codebook, code: str) -> str:
    allowed = [question.code for question in codebook.breaks(is_public=True)]
    if not allowed:
        return _("Answers cannot be broken down or filtered by “%(code)s”, nor by any other question.") % {"code": code}
    return _("Answers cannot be broken down or filtered by “%(code)s”; they can by %(allowed)s.") % {
        "code": code,
        "allowed": listed(allowed),
    }
