"""The form of a text of the team: finds the exhibit by its address, and says what is wrong with it."""

import re

from django import forms
from django.http import Http404, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.lookup import exhibit_at
from portal.exhibits.texts import fingerprint_of, generated_texts
from portal.labels import LANGUAGES
from portal.models import ExhibitText
from portal.parameters import WrongParameters
from portal.versions import current_version

SITE = re.compile(r"^https?://[^/]*")
KEYS = ("address", "query", "is_for_all_views")


class ExhibitTextForm(forms.ModelForm):
    """Saving it says that the text is right for the numbers of now."""

    def clean(self):
        values = super().clean()
        kept = {name: values.get(name, getattr(self.instance, name)) for name in KEYS}
        address, query = taken_apart(kept["address"], kept["query"])
        if kept["is_for_all_views"]:
            query = ""
        exhibit = self._exhibit(address, query)
        if exhibit is not None:
            given = {"address": exhibit.address, "query": exhibit.query}
            values |= {name: text for name, text in given.items() if name in self.fields}
            self.instance.fingerprint = fingerprint_of(exhibit)
            self.instance.version = current_version().number
        return values

    def _exhibit(self, address: str, query: str) -> Exhibit | None:
        try:
            return generated(address, query, LANGUAGES[0])
        except Http404:
            self._refuse("address", _("No exhibit has the address “%(address)s”.") % {"address": address})
        except WrongParameters as error:
            self._refuse("query", str(error))
        return None

    def _refuse(self, name: str, words: str) -> None:
        self.add_error(name if name in self.fields else None, words)


def taken_apart(address: str, query: str) -> tuple[str, str]:
    """Address and view without site, language and “?”, however they were pasted."""
    path, _mark, view = address.strip().partition("#")[0].partition("?")
    path = SITE.sub("", path).strip("/")
    language, _slash, rest = path.partition("/")
    return rest if language in LANGUAGES else path, query.strip().removeprefix("?") or view


def generated(address: str, query: str, language: str) -> Exhibit:
    """The exhibit with its generated texts; raises as exhibit_at does."""
    with generated_texts():
        return exhibit_at(address, QueryDict(query), language=language).exhibit


def state_of(text: ExhibitText) -> str:
    """In a word for the list: whether the numbers are still those that it was written for."""
    if text.version == current_version().number:
        return _("in force")
    try:
        exhibit = generated(text.address, text.query, LANGUAGES[0])
    except (Http404, WrongParameters):
        return _("has no exhibit any more")
    return _("in force") if fingerprint_of(exhibit) == text.fingerprint else _("check again: its numbers have changed")


def preview(text: ExhibitText, language: str) -> str:
    """What the portal would say, with a link to the page; nothing before the text has an exhibit."""
    try:
        exhibit = generated(text.address, text.query, language)
    except (Http404, WrongParameters):
        return "–"
    return format_html(
        '{}<br>{}<br><a href="{}">{}</a>', exhibit.finding or "–", exhibit.description, exhibit.href(), exhibit.title
    )
