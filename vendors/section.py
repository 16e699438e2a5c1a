"""What this app shows on the front page, in search and on other rooms' pages."""

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.site.sections import Section
from vendors.downloads import downloads
from vendors.guide import guide
from vendors.models import Fact, Listing, Product, Scheme, Tariff, Vendor
from vendors.news import news
from vendors.resting import resting
from vendors.search import entries
from vendors.selections.landscape import mapped
from vendors.selections.taxonomy import placed

COSTS = ("cost", "cost/over-requests", "cost/break-even")
MOST_IN_HEADLINES = 300  # listings of a map on the front page
REPORT_YEAR = "2021"  # of the research report, which shows the landscape of its time


def headlines() -> list[Exhibit]:
    """Taxonomies, then the newest edition of each landscape and that of the report's year, unless they are huge."""
    found = [placed(scheme) for scheme in Scheme.objects.taxonomies().with_categories()]
    for scheme in Scheme.objects.landscapes().with_categories():
        editions = Listing.objects.in_scheme(scheme).editions()
        wanted = dict.fromkeys([*editions[-1:], *[year for year in editions if year == REPORT_YEAR]])
        found += [mapped(scheme, edition) for edition in wanted if _is_readable(scheme, edition)]
    return found


def _is_readable(scheme: Scheme, edition: str) -> bool:
    return Listing.objects.in_edition(scheme, edition).count() <= MOST_IN_HEADLINES


def counts() -> list[tuple[str, int, str]]:
    return [
        (_("Products"), Product.objects.count(), "products"),
        (_("Facts, each with its source"), Fact.objects.current().count(), "compare"),
        (_("Vendors and projects"), Vendor.objects.count(), "vendors"),
        (_("Landscape entries, year by year"), Listing.objects.in_landscapes().count(), "landscape"),
    ]


def addresses() -> list[str]:
    """The cost of a workload, and of each landscape its editions, what changed, its statistics and its items."""
    return [
        *(COSTS if Tariff.objects.exists() else ()),
        *_landscapes(),
    ]


def _landscapes() -> list[str]:
    found: list[str] = []
    for scheme in Scheme.objects.landscapes():
        listings = Listing.objects.in_scheme(scheme)
        editions = listings.editions()
        pages = (["over-time"] if editions else []) + (["changes"] if len(editions) > 1 else [])
        items = [f"items/{key}" for _scheme, key in listings.items()]
        found += [f"landscape/{scheme.code}/{page}" for page in (*editions, *pages, *items)]
    return found


SECTION = Section(
    name="vendors",
    headlines=headlines,
    entries=entries,
    addresses=addresses,
    guide=guide,
    counts=counts,
    downloads=downloads,
    news=news,
    resting=resting,
)
