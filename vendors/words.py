"""Words in both languages: labels of choices, of yes, no and unknown, of countries."""

from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from portal.labels import LANGUAGES, choose, language_now

UNKNOWN = "unknown"  # in addresses and code columns; never the same as "no"
STATES = {"yes": _("yes"), "no": _("no"), UNKNOWN: _("unknown")}
LOCALES = {"en": Locale("en"), "zh-hans": Locale("zh", script="Hans")}


def state_of(value: bool | None) -> str:
    """ "yes", "no" or "unknown"."""
    return UNKNOWN if value is None else "yes" if value else "no"


def in_both(text) -> tuple[str, str]:
    """A lazy text in English and Chinese."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found.append(str(text))
    return found[0], found[1]


def both_labels(choices: Mapping) -> dict[str, tuple[str, str]]:
    """Code → label in English and Chinese."""
    return {code: in_both(label) for code, label in choices.items()}


@cache
def country_labels(code: str) -> tuple[str, str]:
    """Name of the country in English and Chinese; "unknown" for an empty code, the code where it names no country."""
    if not code:
        return in_both(STATES[UNKNOWN])
    english, chinese = (LOCALES[language].territories.get(code, code) for language in LANGUAGES)
    return english, chinese


def country_name(code: str) -> str:
    return choose(*country_labels(code))


def listed(texts: Iterable[str]) -> str:
    """ "A, B, C", with the marks of the language."""
    return pgettext("list", ", ").join(map(str, texts))


def labelled(key: str, code: str, labels: tuple[str, str]) -> dict[str, str]:
    """The three cells of a labelled column."""
    return {key: code, f"{key}_label_en": labels[0], f"{key}_label_zh": labels[1] or labels[0]}


def named(key: str, code: str, row) -> dict[str, str]:
    """The three cells for a row of the database with names in two languages."""
    return labelled(key, code, (row.name_en, row.name_zh))


def label_column(key: str) -> str:
    """Name of a frame's column that holds the labels of `key` in the active language."""
    return f"{key}_label_{'zh' if language_now() == 'zh-hans' else 'en'}"
