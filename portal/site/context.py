"""What the frame of every page needs: its languages, its one address, its theme, its navigation."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.labels import LANGUAGES, language_now
from portal.site.search.examples import EXAMPLES
from portal.versions import current_version

NAMES = {"en": "English", "zh-hans": "中文"}
HTML_CODES = {"en": "en", "zh-hans": "zh-Hans"}
LOCALES = {"en": "en_GB", "zh-hans": "zh_CN"}


def page_frame(request: HttpRequest) -> dict:
    language = language_now()
    root = settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}"
    path = request.path.removeprefix(f"/{language}/") if request.path.startswith(f"/{language}/") else None
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    languages = [
        {
            "code": code,
            "html_code": HTML_CODES[code],
            "name": NAMES[code],
            "is_active": code == language,
            "href": f"/{code}/{path or ''}{query}",
            "url": f"{root}/{code}/{path or ''}",
        }
        for code in LANGUAGES
    ]
    section = (path or "").partition("/")[0]
    return {
        "languages": languages,
        "language_code": HTML_CODES[language],
        "locale": LOCALES[language],
        "public_root": root,
        "canonical_url": f"{root}{request.path}" if path is not None else "",
        # Without a language the reader's browser decides at the root; other pages have no such address.
        "default_url": f"{root}/" if path == "" else languages[0]["url"],
        "theme": request.GET.get("theme") if request.GET.get("theme") in ("light", "dark") else "",
        "section_now": section,
        "navigation": navigation(language, section),
        "search_examples": EXAMPLES,
        "version": current_version,  # called where a page shows it
    }


def navigation(language: str, section: str) -> list[dict]:
    """The main sections; apps answer them by these addresses."""
    labels = {
        "report": _("Report"),
        "surveys": _("Surveys"),
        "topics": _("Topics"),
        "products": _("Products"),
        "compare": _("Compare"),
        "cost": _("Cost"),
        "vendors": _("Vendors"),
        "taxonomy": _("Taxonomy"),
        "landscape": _("Landscape"),
        "news": _("News"),
        "data": _("Data"),
    }
    return [
        {"label": label, "href": f"/{language}/{address}", "is_active": address == section}
        for address, label in labels.items()
    ]
