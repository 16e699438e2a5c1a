"""Words in both languages: yes, no and unknown, and the names of countries and cities."""

from functools import cache

from babel import Locale
from django.utils.translation import gettext_lazy as _

from portal.labels import LANGUAGES, choose, in_both

UNKNOWN = "unknown"  # in addresses and code columns; never the same as "no"
STATES = {"yes": _("yes"), "no": _("no"), UNKNOWN: _("unknown")}
# Cities of headquarters; a new one shows as written until it has a line here.
CITIES = {
    "Armonk": _("Armonk"),
    "Austin": _("Austin"),
    "Beijing": _("Beijing"),
    "Chennai": _("Chennai"),
    "Espoo": _("Espoo"),
    "Hangzhou": _("Hangzhou"),
    "Mountain View": _("Mountain View"),
    "Palo Alto": _("Palo Alto"),
    "Redmond": _("Redmond"),
    "San Francisco": _("San Francisco"),
    "Santa Clara": _("Santa Clara"),
    "Seattle": _("Seattle"),
    "Shenzhen": _("Shenzhen"),
    "Walldorf": _("Walldorf"),
}
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


def city_name(city: str) -> str:
    """In the active language where this portal knows the city, else as the source writes it."""
    return str(CITIES.get(city, city))


def country_name(code: str) -> str:
    return choose(*country_labels(code))
