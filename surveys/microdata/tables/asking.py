"""What can be asked for: a table of something that the codebook does not hold is refused before anything is counted."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.nearest import nearest_names
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.tables.table import TableSpec

MOST_BREAKS = 3


class SpecError(ValueError):
    """A table that cannot be made: `parameter` is the part of the request, `nearest` are codes that are near."""

    def __init__(self, message: str, parameter: str, nearest: Iterable[str] = ()):
        super().__init__(message)
        self.parameter, self.nearest = parameter, tuple(nearest)


def check_spec(codebook: Codebook, spec: TableSpec) -> None:
    """Raises SpecError for the first part that does not fit the codebook."""
    tabulated = [question.code for question in codebook.tabulated]
    if spec.rows not in tabulated:
        raise _unknown(spec.rows, tabulated, "rows", _("There is no question “%(code)s” that can be tabulated."))
    breaking = [question.code for question in codebook.questions if question.kind.has_options]
    for code in spec.breaks:
        if code not in breaking:
            raise _unknown(code, breaking, "columns", _("There is no question “%(code)s” with options."))
    if len(spec.breaks) > MOST_BREAKS:
        raise SpecError(_("At most %(most)d questions can stand in the columns.") % {"most": MOST_BREAKS}, "columns")
    twice = [code for code in spec.breaks if spec.breaks.count(code) > 1]
    if twice:
        raise SpecError(_("%(code)s stands in the columns twice.") % {"code": twice[0]}, "columns")
    if spec.weight and spec.weight not in codebook.weights:
        raise _unknown(spec.weight, codebook.weights, "weight", _("There is no weight “%(code)s”."))
    if spec.least_base < 0:
        raise SpecError(_("The smallest base tested is a number of people, 0 or more."), "min_base")
    _check_filter(codebook, spec, breaking)


def _check_filter(codebook: Codebook, spec: TableSpec, breaking: list[str]) -> None:
    for condition in spec.filter:
        if condition.question not in breaking:
            raise _unknown(condition.question, breaking, "filter", _("There is no question “%(code)s” with options."))
        question = codebook.by_code[condition.question]
        known = [option.code for option in question.options] + [net.code for net in question.nets]
        for code in condition.options:
            if code not in known:
                words = _("%(question)s has no option “%(code)s”.") % {"question": question.code, "code": code}
                raise SpecError(words, "filter", nearest_names(code, known))


def _unknown(code: str, known: Iterable[str], parameter: str, words: str) -> SpecError:
    return SpecError(words % {"code": code}, parameter, nearest_names(code, known))
