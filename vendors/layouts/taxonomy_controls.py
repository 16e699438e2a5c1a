"""Links that turn a taxonomy, lead to its other editions and to other schemes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.coverage import MOST_COUNTED_ROWS
from vendors.filters.taxonomy import WAYS, CoverageForm, TaxonomyForm
from vendors.models import Scheme
from vendors.selections.taxonomy import MOST_CELLS, Placements, provider_of


@dataclass(frozen=True)
class Tab:
    """`href` is a query string, or an address without language; `is_now` where it is what is shown."""

    label: str
    href: str
    is_now: bool


@dataclass(frozen=True)
class Ways:
    """Both may be empty: one edition needs no choice."""

    ways: tuple[Tab, ...]
    editions: tuple[Tab, ...]
    edition: str


def ways_of(form: TaxonomyForm) -> Ways:
    """Rows are providers, layers or countries; editions with the newest first."""
    labels = {"provider": _("by provider"), "layer": _("by layer"), "country": _("by country")}
    newest = next(reversed(form.editions), "")
    return Ways(
        tuple(Tab(labels[way], form.view_with(by="" if way == WAYS[0] else way), way == form.by) for way in WAYS),
        tuple(
            Tab(each, form.view_with(edition="" if each == newest else each, as_of=""), each == form.edition)
            for each in form.editions
        )
        if len(form.editions) > 1
        else (),
        form.edition,
    )


def scheme_tabs(schemes: list[Scheme], now: Scheme) -> list[Tab]:
    """All schemes as matrices, taxonomies first; none where there is no other."""
    ordered = sorted(schemes, key=lambda each: (each.kind != Scheme.Kind.TAXONOMY, each.code))
    tabs = [Tab(each.label, f"taxonomy/{each.code}", each.pk == now.pk) for each in ordered]
    return tabs if len(tabs) > 1 else []


def more_of(exhibit: Exhibit, form: CoverageForm, chosen: Placements) -> list[Tab]:
    """Links to what a coverage leaves out: categories below the tops, and rows beyond the first."""
    counted, rows = exhibit.frame["category"].nunique(), len({provider_of(each) for each in chosen.listings})
    found = []
    if not form.values["depth"] and counted and counted < len(chosen.columns):
        words = _("all %(count)s categories") % {"count": len(chosen.columns)}
        found.append(Tab(words, form.all_categories, is_now=False))
    if not form.values["rows"] and form.by != "country" and MOST_COUNTED_ROWS < rows <= MOST_CELLS // (counted or 1):
        found.append(Tab(_("all %(count)s providers") % {"count": rows}, form.all_rows, is_now=False))
    return found
