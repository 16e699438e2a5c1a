"""What this app shows on the front page, in search and on other rooms' pages."""

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.site.sections import Section
from vendors.guide import guide
from vendors.models import Fact, Listing, Product, Scheme, Vendor
from vendors.search import entries
from vendors.selections import mapped, placed

REPORT_YEAR = "2021"  # of the research report, which shows the landscape of its time


def headlines() -> list[Exhibit]:
    """Taxonomies, then the newest edition of each landscape and that of the report's year."""
    found = [placed(scheme) for scheme in Scheme.objects.taxonomies().with_categories()]
    for scheme in Scheme.objects.landscapes().with_categories():
        editions = Listing.objects.in_scheme(scheme).editions()
        wanted = dict.fromkeys([*editions[-1:], *[year for year in editions if year == REPORT_YEAR]])
        found += [mapped(scheme, edition) for edition in wanted]
    return found


def counts() -> list[tuple[str, int, str]]:
    return [
        (_("Products"), Product.objects.count(), "products"),
        (_("Facts, each with its source"), Fact.objects.current().count(), "compare"),
        (_("Vendors and projects"), Vendor.objects.count(), "vendors"),
        (_("Landscape entries, year by year"), Listing.objects.in_landscapes().count(), "landscape"),
    ]


def addresses() -> list[str]:
    """Each edition of each landscape."""
    return [
        f"landscape/{scheme.code}/{edition}"
        for scheme in Scheme.objects.landscapes()
        for edition in Listing.objects.in_scheme(scheme).editions()
    ]


SECTION = Section(name="vendors", headlines=headlines, entries=entries, addresses=addresses, guide=guide, counts=counts)
