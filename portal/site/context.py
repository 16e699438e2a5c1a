"""What the frame of every page needs: its languages, its one address, its theme."""

from django.conf import settings
from django.http import HttpRequest

from portal.labels import LANGUAGES, language_now

NAMES = {"en": "English", "zh-hans": "中文"}
HTML_CODES = {"en": "en", "zh-hans": "zh-Hans"}


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
    return {
        "languages": languages,
        "language_code": HTML_CODES[language],
        "canonical_url": f"{root}{request.path}" if path is not None else "",
        "theme": request.GET.get("theme") if request.GET.get("theme") in ("light", "dark") else "",
        "section_now": (path or "").partition("/")[0],
    }
