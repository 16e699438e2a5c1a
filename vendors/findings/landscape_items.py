"""What the history of an item of a landscape shows."""

from django.utils.translation import gettext as _

from portal.words import set_apart
from vendors.models import Listing


def item_finding(listings: list[Listing]) -> str:
    """ "Knative: 2018–2026 in Installable Platform; CNCF graduated"; the category is that of the last edition."""
    first, last = listings[0], _main(listings)
    span = first.edition if first.edition == last.edition else f"{first.edition}–{last.edition}"
    words = {"name": last.label, "years": span, "category": last.category.label}
    said = _("%(name)s: in the editions %(years)s, at last in %(category)s") % words
    maturity = "" if last.maturity == Listing.Maturity.NONE else str(last.get_maturity_display())
    return set_apart([said, maturity])


def _main(listings: list[Listing]) -> Listing:
    """Where it mainly stands in its last edition."""
    return next(each for each in listings if each.edition == listings[-1].edition)
