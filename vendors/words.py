"""Words in both languages: yes, no and unknown, and the names of countries."""

from functools import cache

from babel import Locale
from django.utils.translation import gettext_lazy as _

from portal.labels import LANGUAGES, choose, in_both

UNKNOWN = "unknown"  # in addresses and code columns; never the same as "no"
STATES = {"yes": _("yes"), "no": _("no"), UNKNOWN: _("unknown")}
LOCALES = {"en": Locale("en"), "zh-hans": Locale("zh", script="Hans")}


def state_of(value: bool | None) -> str:
    """ "yes", "no" or "unknown"."""
    return UNKNOWN if value is None else "yes" if value else "no"


@cache
def country_labels(code: str) -> tuple[str, str]:
    """Name of the country in English and Chinese; "unknown" for an empty code, the code where it names no country."""
    if not code:
        return in_both(STATES[UNKNOWN])
    english, chinese = (LOCALES[language].territories.get(code, code) for language in LANGUAGES)
    return english, chinese


def country_name(code: str) -> str:
    return choose(*country_labels(code))
