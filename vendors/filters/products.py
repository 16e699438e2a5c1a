"""The parameters of the list of products."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ManyField
from vendors.filters.tables import TableForm, country_field, sort_field, stored, words_field
from vendors.frames.products import KEY_ATTRIBUTES
from vendors.history.dates import as_of_field
from vendors.models import Product


class ProductsForm(TableForm):
    SORTS = ("product", "vendor", "service_model", "deployment", "status", "launched")

    def __init__(
        self,
        data,
        *,
        vendors: Mapping[str, str],
        countries: Iterable[str],
        attributes: Iterable[str],
        schemes: Mapping[str, str] | None = None,
    ):
        super().__init__(data)
        self.add_fields(
            service_model=ManyField(label=_("Service model"), allowed=dict(Product.ServiceModel.choices)),
            deployment=ManyField(label=_("Deployment"), allowed=dict(Product.Deployment.choices)),
            status=ManyField(label=_("Status"), allowed=dict(Product.Status.choices)),
            vendor=ManyField(label=_("Vendor"), allowed=dict(vendors)),
            country=country_field(countries),
            scheme=ManyField(label=_("Stands in"), allowed=dict(schemes or {})),
            q=words_field(),
            as_of=as_of_field(),
            sort=sort_field([*self.SORTS, *[code for code in KEY_ATTRIBUTES if code in attributes]]),
        )

    def conditions(self) -> dict[str, list[str]]:
        """Field of the model → codes wanted; the status of another day stands in no field."""
        fields = {"vendor": "vendor__slug", "country": "vendor__country"}
        names = ("service_model", "deployment", "vendor", "country", *([] if self.values["as_of"] else ["status"]))
        return {fields.get(name, name): stored(self.chosen(name)) for name in names}

    @property
    def is_filtered(self) -> bool:
        return bool(super().is_filtered or self.values["as_of"])


class ProductForm(FilterForm):
    """Of the page of one product."""

    def __init__(self, data):
        super().__init__(data)
        self.add_fields(as_of=as_of_field())
