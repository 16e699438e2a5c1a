"""The parameters of the pages of a landscape."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ChoiceField, ManyField
from vendors.filters.tables import country_field, words_field
from vendors.history.dates import as_of_field
from vendors.models import Listing
from vendors.words import STATES

GROUPS, CLASSES, VIEWS = "group", "classify", "view"
MOST_CARDS = 150  # more items are shown as tiles unless cards are asked for


class LatestForm(FilterForm):
    """A landscape without edition: the newest, or the one of a day."""

    def __init__(self, data):
        super().__init__(data)
        self.fields = {"as_of": as_of_field()}


class LandscapeForm(FilterForm):
    """Filters, then how what is left is grouped, marked and laid out."""

    def __init__(
        self, data, *, categories: Mapping[str, str], countries: Iterable[str], has_subcategories: bool = False
    ):
        super().__init__(data)
        self.add_fields(
            category=ManyField(label=_("Category"), allowed=dict(categories)),
            country=country_field(countries),
            maturity=ManyField(label=_("Maturity"), allowed=dict(Listing.Maturity.choices)),
            open_source=ManyField(label=_("Open source"), allowed=STATES),
            q=words_field(),
            group=_choice(_("Group by"), groups(has_subcategories)),
            classify=_choice(_("Mark by"), classes()),
            view=_choice(_("Shown as"), views()),
        )

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a form of filters keeps as it is."""
        return [(name, self.values[name]) for name in (GROUPS, CLASSES, VIEWS) if self.values[name]]

    @property
    def group(self) -> str:
        return self.values[GROUPS] or "category"

    @property
    def classify(self) -> str:
        return self.values[CLASSES] or ""

    def view(self, items: int) -> str:
        """ "grid" or "cards": as asked, else by the number of items."""
        return self.values[VIEWS] or ("cards" if items <= MOST_CARDS else "grid")


def groups(has_subcategories: bool) -> dict[str, str]:
    below = {"subcategory": _("Subcategory")} if has_subcategories else {}
    rest = {
        "country": _("Country of headquarters"),
        "organisation": _("Organisation"),
        "maturity": _("Maturity"),
    }
    return {"category": _("Category"), **below, **rest}


def classes() -> dict[str, str]:
    return {
        "country": _("Country of headquarters"),
        "maturity": _("Maturity"),
        "open_source": _("Open source"),
    }


def views() -> dict[str, str]:
    return {"grid": _("Tiles"), "cards": _("Cards")}


def _choice(label: str, allowed: dict[str, str]) -> forms.ChoiceField:
    return ChoiceField(label=label, choices=list(allowed.items()), required=False)
