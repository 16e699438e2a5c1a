"""The parameters of each page as a strict form that can say itself in words."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ChoiceField, ManyField
from vendors.frames.products import KEY_ATTRIBUTES
from vendors.models import Attribute, Listing, Product, Vendor
from vendors.words import STATES, UNKNOWN, country_name

MAX_WORDS = 100  # characters of q
MAX_COMPARED = 12  # products side by side


class TableForm(FilterForm):
    """SORTS names the columns that the table can be sorted by, the usual one first."""

    SORTS: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """The order asked for, or the page's own."""
        return self.values["sort"] or self.SORTS[0]


class VendorsForm(TableForm):
    SORTS = ("vendor", "kind", "country", "products", "items", "first_year")

    def __init__(self, data, *, countries: Iterable[str]):
        super().__init__(data)
        self.add_fields(
            kind=ManyField(label=_("Kind"), allowed=dict(Vendor.Kind.choices)),
            country=country_field(countries),
            q=words_field(),
            sort=sort_field(self.SORTS),
        )


class ProductsForm(TableForm):
    SORTS = ("product", "vendor", "service_model", "deployment", "status", "launched")

    def __init__(self, data, *, vendors: Mapping[str, str], countries: Iterable[str], attributes: Iterable[str]):
        super().__init__(data)
        self.add_fields(
            service_model=ManyField(label=_("Service model"), allowed=dict(Product.ServiceModel.choices)),
            deployment=ManyField(label=_("Deployment"), allowed=dict(Product.Deployment.choices)),
            status=ManyField(label=_("Status"), allowed=dict(Product.Status.choices)),
            vendor=ManyField(label=_("Vendor"), allowed=dict(vendors)),
            country=country_field(countries),
            q=words_field(),
            sort=sort_field([*self.SORTS, *[code for code in KEY_ATTRIBUTES if code in attributes]]),
        )

    def conditions(self) -> dict[str, list[str]]:
        """Field of the model → codes wanted."""
        fields = {"vendor": "vendor__slug", "country": "vendor__country"}
        names = ("service_model", "deployment", "status", "vendor", "country")
        return {fields.get(name, name): stored(self.chosen(name)) for name in names}


class CompareForm(FilterForm):
    """Which products and attributes; without any, the main function services and the limits."""

    def __init__(self, data, *, products: Mapping[str, str], attributes: Mapping[str, str]):
        super().__init__(data)
        self.add_fields(
            products=ManyField(label=_("Products"), allowed=dict(products), limit=MAX_COMPARED),
            group=ManyField(label=_("Groups"), allowed=dict(Attribute.Group.choices)),
            attributes=ManyField(label=_("Attributes"), allowed=dict(attributes)),
        )


class TaxonomyForm(FilterForm):
    def __init__(self, data):
        super().__init__(data)
        self.add_fields(certainty=ManyField(label=_("Certainty"), allowed=dict(Listing.Certainty.choices)))


class LandscapeForm(FilterForm):
    def __init__(self, data, *, categories: Mapping[str, str], countries: Iterable[str]):
        super().__init__(data)
        self.add_fields(
            category=ManyField(label=_("Category"), allowed=dict(categories)),
            country=country_field(countries),
            maturity=ManyField(label=_("Maturity"), allowed=dict(Listing.Maturity.choices)),
            open_source=ManyField(label=_("Open source"), allowed=STATES),
            q=words_field(),
        )


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
