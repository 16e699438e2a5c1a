"""The pages that are measured: one of every kind, in each language, and the ways a page can refuse."""

import re
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import override

from tests.browser.server import fetch
from tests.portal.test_nothing_breaks import ADDRESSES

LANGUAGES = ("en", "zh-hans")
# Kinds that the sitemap leaves out, and pages as they look after something was asked.
MORE = (
    "style-guide",
    "search?q=lambda",
    "search?q=nothingislikethis",
    "compare?products=aws-lambda~azure-functions",
    "surveys/cncf-annual/2021-part2/serverless_use?chart=table",
)
REFUSED = ("compare?products=nope", "surveys/nothing-here")
EMBEDDED = ("surveys/cncf-annual/2021-part2/serverless_use", "compare")
FILE = re.compile(r"\.[a-z0-9.]+$")  # pages have no dot in their address


def page_kinds(site: str) -> list[str]:
    """Addresses without their language: for each view its address among the known ones, else the sitemap's first."""
    kinds: dict[str, str] = {}
    for address in (*ADDRESSES, *addresses_in_sitemap(site)):
        if not FILE.search(address) and (view := view_of(address)):
            kinds.setdefault(view, address)
    return [*kinds.values(), *MORE]


def addresses_in_sitemap(site: str) -> list[str]:
    _, _, body = fetch(f"{site}/sitemap.xml")
    places = re.findall(r"<loc>([^<]+)</loc>", body.decode())
    if "<sitemapindex" in body.decode():
        return [page for place in places for page in pages_in(place)]
    return pages_in(f"{site}/sitemap.xml")


def pages_in(place: str) -> list[str]:
    paths = (urlsplit(page).path for page in re.findall(r"<loc>([^<]+)</loc>", fetch(place)[2].decode()))
    return [path.removeprefix("/en/") for path in paths if path.startswith("/en/")]


def view_of(address: str) -> str | None:
    """The name of the view that answers; none for what this server's code does not know."""
    with override("en"):
        try:
            return resolve(f"/en/{address}").view_name
        except Resolver404:
            return None


def measured_pages(site: str) -> list[str]:
    """Every page that is measured, with its language."""
    kinds = page_kinds(site)
    pages = [f"{site}/{code}/{address}" for code in LANGUAGES for address in (*kinds, *REFUSED)]
    return pages + [f"{site}/embed/{code}/{address}" for code in LANGUAGES for address in EMBEDDED]
