"""The parameters of a taxonomy: which way it is turned, which edition, and what of it."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import Control, FilterForm
from portal.parameters import ChoiceField, ManyField
from vendors.editions import edition_on
from vendors.filters.tables import country_field, words_field
from vendors.history.dates import as_of_field
from vendors.models import Listing

WAYS = ("provider", "layer", "country")  # the usual one first
MOST_CHOICES = 60  # that a filter shows; more are found by name


class TaxonomyForm(FilterForm):
    """`editions` gives the newest date of the sources of each, oldest edition first."""

    def __init__(
        self,
        data,
        *,
        editions: Mapping[str, str],
        categories: Mapping[str, str],
        providers: Mapping[str, str],
        countries: Sequence[str],
        is_judged: bool = True,
    ):
        super().__init__(data)
        self.is_judged = is_judged
        self.editions = dict(editions)
        self.add_fields(
            by=ChoiceField(choices=[(way, way) for way in WAYS], required=False),
            edition=ChoiceField(choices=[(edition, edition) for edition in editions], required=False),
            as_of=as_of_field(),
            category=ManyField(label=_("Layer or category"), allowed=dict(categories)),
            provider=ManyField(label=_("Provider"), allowed=dict(providers)),
            country=country_field(countries),
            certainty=ManyField(label=_("Certainty"), allowed=dict(Listing.Certainty.choices)),
            q=words_field(),
            rows=ChoiceField(choices=[("all", "all")], required=False),
        )

    def clean(self):
        values = super().clean()
        if values.get("edition") and values.get("as_of"):
            self.add_error("as_of", forms.ValidationError(_("Give either an edition or a day, not both.")))
        return values

    @property
    def by(self) -> str:
        """What stands in the rows."""
        return self.values["by"] or WAYS[0]

    @property
    def edition(self) -> str:
        """The one asked for, the one that stood on the day asked for, else the newest; empty where there is none."""
        if self.values["as_of"]:
            return edition_on(self.editions, self.values["as_of"])
        return self.values["edition"] or next(reversed(self.editions), "")

    @property
    def controls(self) -> list[Control]:
        """Without those that would list hundreds, and certainty only where someone judged."""
        return [
            control
            for control in super().controls
            if 1 < len(control.choices) <= MOST_CHOICES and (self.is_judged or control.name != "certainty")
        ]

    def words(self) -> str:
        """The filters in force, and the day where one is given."""
        words = super().words()
        if not self.values["as_of"]:
            return words
        return " · ".join(part for part in (_("as of %(day)s") % {"day": self.values["as_of"]}, words) if part)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a form of filters keeps as it is."""
        return [(name, self.values[name]) for name in ("by", "edition", "depth") if self.values.get(name)]

    @property
    def whole_query(self) -> str:
        """That of this view for the other pages of the scheme, with its "?"; empty where nothing is chosen."""
        query = self.query(*self.FILE_FIELDS, "depth", "rows")
        return f"?{query}" if query else ""

    @property
    def all_rows(self) -> str:
        return self.view_with(rows="all")


class CoverageForm(TaxonomyForm):
    """Of very many categories those at the top are counted, unless all are asked for."""

    def __init__(self, data, **choices):
        super().__init__(data, **choices)
        self.add_fields(depth=ChoiceField(choices=[("all", "all")], required=False))

    @property
    def all_categories(self) -> str:
        return self.view_with(depth="all")
