"""The parameters of the list of vendors."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from portal.parameters import ManyField
from vendors.filters.tables import TableForm, country_field, sort_field, words_field
from vendors.history.dates import as_of_field
from vendors.models import Vendor


class VendorsForm(TableForm):
    SORTS = ("vendor", "kind", "country", "products", "items", "first_year")

    def __init__(self, data, *, countries: Iterable[str], schemes: Mapping[str, str]):
        super().__init__(data)
        self.add_fields(
            kind=ManyField(label=_("Kind"), allowed=dict(Vendor.Kind.choices)),
            country=country_field(countries),
            scheme=ManyField(label=_("Stands in"), allowed=dict(schemes)),
            q=words_field(),
            as_of=as_of_field(),
            sort=sort_field(self.SORTS),
        )

    def words(self) -> str:
        """The filters in force, and the day where one is given."""
        day = _("as of %(day)s") % {"day": self.values["as_of"]} if self.values["as_of"] else ""
        return " · ".join(part for part in (day, super().words()) if part)
