"""Words of crosstabs in the active language: values, flags, letters read aloud, filters, why nothing was tested."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from portal.words import headed, listed, one_of, set_apart, write_number
from surveys.crosstabs.asking import Asking, answers_of
from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.disclosure.rounding import FINE_BASE
from surveys.microdata.tables.table import SUPPRESSED, UNRELIABLE, Cell, Column, Reason

SMALL, VERY_SMALL = 100, 30  # people: bases under these are flagged
FLAG, STRONG_FLAG = "*", "**"
MEAN_DECIMALS = 2


def write_cell(value: float, status: str, *, is_mean: bool, base: float | None = None) -> str:
    """A value as the table writes it; words where it is hidden, a dash where there is none.

    Shares of a `base` that is large enough for decimals have one, "50.0%", so that a column is written one way.
    """
    if status == SUPPRESSED:
        return _("hidden")
    if value != value:  # NaN: nothing can be computed
        return "–"
    if is_mean:
        return write_number(value, MEAN_DECIMALS)
    return f"{number_format(f'{value:.1f}')}%" if (base or 0) >= FINE_BASE else f"{write_number(value, 1)}%"


def flag_of(base: float | None, status: str | None = "") -> str:
    """Bases are rounded: whether one is too small to be tested, or its effective base is, says the status."""
    if status == UNRELIABLE:
        return STRONG_FLAG
    if base is None or base != base or base >= SMALL:
        return ""
    return STRONG_FLAG if base < VERY_SMALL else FLAG


def flag_words(flag: str) -> str:
    if not flag:
        return ""
    return _("base or effective base under 30") if flag == STRONG_FLAG else _("base under 100")


def reason_words(reason: Reason) -> str:
    return {
        Reason.SMALL_BASE: _("base too small"),
        Reason.ALL_OR_NONE: _("both 0% or both 100%"),
        Reason.NET: _("one counts the other’s people"),
        Reason.HIDDEN: _("hidden column"),
        Reason.UNDEFINED: _("no error can be computed"),
    }[reason]


def untested_words(cell: Cell, columns: Iterable[Column]) -> str:
    """Against which columns of its break a cell was not tested, and why."""
    letters = {each.code: each.letter for each in columns if each.break_code == cell.column.break_code}
    found: dict[Reason, list[str]] = {}
    for test in cell.tests:
        if test.reason is not None:
            found.setdefault(test.reason, []).append(letters.get(test.against, test.against))
    return set_apart(headed(reason_words(reason), listed(against)) for reason, against in found.items())


def condition_words(condition: Condition, asking: Asking) -> str:
    """ "Region: Asia or Europe"; "Region: not Asia"."""
    question = asking.codebook.by_code[condition.question]
    labels = {each.code: each.label for each in answers_of(question)}
    chosen = one_of([labels[code] for code in condition.options])
    if condition.is_negated:
        chosen = _("not %(answers)s") % {"answers": chosen}
    return headed(asking.label(condition.question), chosen)


def filter_words(conditions: Iterable[Condition], asking: Asking) -> str:
    return set_apart(condition_words(condition, asking) for condition in conditions)
