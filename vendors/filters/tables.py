"""Forms of sortable tables, and fields that several pages share."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ChoiceField, ManyField
from vendors.words import STATES, UNKNOWN, country_name

MAX_WORDS = 100  # characters of q


class TableForm(FilterForm):
    """SORTS names the columns that the table can be sorted by, the usual one first."""

    SORTS: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """The order asked for, or the page's own."""
        return self.values["sort"] or self.SORTS[0]


def country_field(countries: Iterable[str]) -> ManyField:
    allowed = {code: country_name(code) for code in countries} | {UNKNOWN: STATES[UNKNOWN]}
    return ManyField(label=_("Country of headquarters"), allowed=allowed)


def stored(codes: Iterable[str]) -> list[str]:
    """Codes as the database keeps them: an unknown country is empty there."""
    return ["" if code == UNKNOWN else code for code in codes]


def words_field() -> forms.CharField:
    return forms.CharField(label=_("Name contains"), required=False, max_length=MAX_WORDS)


def sort_field(names: Iterable[str]) -> ChoiceField:
    return ChoiceField(choices=[(f"{sign}{name}", name) for name in names for sign in ("", "-")], required=False)
