"""What stands under every table: test, levels, adjustment, weight, smallest base tested, overlap yes or no."""

from django.utils.translation import gettext as _

from portal.words import sentences
from surveys.microdata.tables.table import Adjust, RowKind, Table


def footnote_of(table: Table) -> str:
    """In the active language."""
    return sentences([*_estimates(table), *(_tests(table) if table.columns else []), _weight(table.spec.weight)])


def chart_footnote_of(table: Table, *, has_intervals: bool) -> str:
    """What of it a chart needs, which shows no letters and maybe no intervals."""
    return sentences([*(_estimates(table) if has_intervals else []), _weight(table.spec.weight)])


def _estimates(table: Table) -> list[str]:
    found = []
    if any(row.kind is not RowKind.MEAN for row in table.rows):
        found.append(_("95% intervals: Wilson on the effective base."))
    if any(row.kind is RowKind.MEAN for row in table.rows):
        found.append(_("Standard errors of means are linearised."))
    return found


def _tests(table: Table) -> list[str]:
    least = table.spec.least_base
    return [
        _(
            "Letters: columns of one break in pairs, two-sided z-test, shares pooled on effective bases; "
            "A for p < 0.05, a for p < 0.10."
        ),
        _adjustment(table.spec.adjust),
        _("Smallest base tested: %(least)d.") % {"least": least},
        _overlap(table),
    ]


def _overlap(table: Table) -> str:
    if table.is_overlapping:
        return _("Columns overlap; respondents in both are allowed for.")
    if any(column.is_net for column in table.columns):
        return _("Tested columns do not overlap: a net is not tested against what it holds.")
    return _("Columns do not overlap.")


def _adjustment(adjust: Adjust) -> str:
    """Over the tested pairs of one row in one break."""
    return {
        Adjust.NONE: _("p-values are not adjusted for the number of pairs."),
        Adjust.HOLM: _("p-values adjusted over the pairs of a row in a break: Holm."),
        Adjust.BONFERRONI: _("p-values adjusted over the pairs of a row in a break: Bonferroni."),
        Adjust.BH: _("p-values adjusted over the pairs of a row in a break: Benjamini-Hochberg."),
    }[adjust]


def _weight(code: str) -> str:
    return _("Weighted by %(weight)s.") % {"weight": code} if code else _("Not weighted.")
