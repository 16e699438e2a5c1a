"""The sitemap: every page that search knows or a section names, in both languages, each naming its translation.

Where there are more than one file holds, /sitemap.xml is the index of the files.
"""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from portal.labels import page_path
from portal.site.sections import sections
from portal.versions import current_version

FIXED_PAGES = (
    "",
    "report",
    "search",
    "sources",
    "glossary",
    "surveys",
    "topics",
    "vendors",
    "products",
    "compare",
    "attributes",
    "changes",
    "data",
    "news",
    "method",
    "licence",
    "cite",
)


class PagesSitemap(Sitemap):
    """Addresses come from the sections' search entries; places within a page are left out."""

    i18n = True
    alternates = True
    x_default = True
    limit = 5000  # addresses in one file; robots take 50,000, each of ours comes with its translations

    def items(self) -> list[str]:
        return self.pages

    @cached_property
    def pages(self) -> list[str]:
        """Gathered once for each answer: Django asks for the items of an index four times."""
        shown = sections()
        found = {entry.address for section in shown for entry in section.entries() if "#" not in entry.address}
        more = {address for section in shown for address in section.addresses()}
        return sorted({*FIXED_PAGES, *found, *more})

    def location(self, address: str) -> str:
        return page_path(address)

    def lastmod(self, address: str):
        return current_version().changed


MAPS = {"pages": PagesSitemap}


def whole_map(request: HttpRequest) -> HttpResponse:
    maps = {"pages": PagesSitemap()}
    if maps["pages"].paginator.num_pages > 1:
        return index(request, maps, sitemap_url_name="sitemap_part")
    return sitemap(request, maps)
