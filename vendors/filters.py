"""The parameters of each page as a strict form that can say itself in words."""

from collections.abc import Iterable, Mapping

from django import forms
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from portal.exhibits.options import ExhibitForm
from portal.parameters import SEPARATOR, ChoiceField, ManyField
from portal.words import listed
from vendors.frames.products import KEY_ATTRIBUTES
from vendors.models import Attribute, Listing, Product, Vendor
from vendors.words import STATES, UNKNOWN, country_name

MAX_WORDS = 100  # characters of q
MAX_COMPARED = 12  # products side by side


def one_address(request: HttpRequest) -> HttpResponseRedirect | None:
    """To the one address of this view, where a form was sent with empty fields or a name several times."""
    tidy = QueryDict(mutable=True)
    for name, values in request.GET.lists():
        given = list(dict.fromkeys(part for value in values for part in value.split(SEPARATOR) if part))
        if given:
            tidy[name] = SEPARATOR.join(given)
    is_tidy = all(len(values) == 1 and values[0] for name, values in request.GET.lists())
    if is_tidy:
        return None
    query = tidy.urlencode(safe=SEPARATOR)
    return HttpResponseRedirect(request.path + (f"?{query}" if query else ""))


class FilterForm(ExhibitForm):
    """Forms whose fields narrow a table; SORTS names the columns it can be sorted by, the usual one first."""

    SORTS: tuple[str, ...] = ()

    def chosen(self, name: str) -> tuple[str, ...]:
        return self.values.get(name) or ()

    def words(self) -> str:
        """The filters in force: "Country: China, unknown; “lambda”"."""
        parts = []
        for name, field in self.fields.items():
            if isinstance(field, ManyField) and self.chosen(name):
                labels = listed(field.allowed[code] for code in self.chosen(name))
                parts.append(_("%(name)s: %(values)s") % {"name": field.label, "values": labels})
        if self.values.get("q"):
            parts.append(_("“%(words)s”") % {"words": self.values["q"]})
        return _("; ").join(parts)

    def countries(self) -> list[str]:
        """The countries chosen, as the database keeps them."""
        return stored(self.chosen("country"))

    @property
    def sort(self) -> str:
        """The order asked for, or the page's own."""
        return self.values["sort"] or self.SORTS[0]

    @property
    def is_filtered(self) -> bool:
        return bool(self.words())

    @property
    def controls(self) -> list[dict]:
        """What the template shows for each filter of several values: its label and choices."""
        return [
            {"name": name, "label": field.label, "choices": choices_of(field, self.chosen(name))}
            for name, field in self.fields.items()
            if isinstance(field, ManyField)
        ]


class VendorsForm(FilterForm):
    SORTS = ("vendor", "kind", "country", "products", "items", "first_year")

    def __init__(self, data, *, countries: Iterable[str]):
        super().__init__(data)
        add_fields(
            self,
            kind=ManyField(label=_("Kind"), allowed=dict(Vendor.Kind.choices)),
            country=country_field(countries),
            q=words_field(),
            sort=sort_field(self.SORTS),
        )


class ProductsForm(FilterForm):
    SORTS = ("product", "vendor", "service_model", "deployment", "status", "launched")

    def __init__(self, data, *, vendors: Mapping[str, str], countries: Iterable[str], attributes: Iterable[str]):
        super().__init__(data)
        add_fields(
            self,
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


class CompareForm(ExhibitForm):
    """Which products and attributes; without any, the main function services and the limits."""

    def __init__(self, data, *, products: Mapping[str, str], attributes: Mapping[str, str]):
        super().__init__(data)
        add_fields(
            self,
            products=ManyField(label=_("Products"), allowed=dict(products), limit=MAX_COMPARED),
            group=ManyField(label=_("Groups"), allowed=dict(Attribute.Group.choices)),
            attributes=ManyField(label=_("Attributes"), allowed=dict(attributes)),
        )


class TaxonomyForm(FilterForm):
    def __init__(self, data):
        super().__init__(data)
        add_fields(self, certainty=ManyField(label=_("Certainty"), allowed=dict(Listing.Certainty.choices)))


class LandscapeForm(FilterForm):
    def __init__(self, data, *, categories: Mapping[str, str], countries: Iterable[str]):
        super().__init__(data)
        add_fields(
            self,
            category=ManyField(label=_("Category"), allowed=dict(categories)),
            country=country_field(countries),
            maturity=ManyField(label=_("Maturity"), allowed=dict(Listing.Maturity.choices)),
            open_source=ManyField(label=_("Open source"), allowed=STATES),
            q=words_field(),
        )


def choices_of(field: ManyField, chosen: Iterable[str]) -> list[dict]:
    """Each allowed value with its label and whether it is chosen."""
    return [{"code": code, "label": label, "is_chosen": code in chosen} for code, label in field.allowed.items()]


def add_fields(form: forms.Form, **fields: forms.Field) -> None:
    """Puts a page's own fields before those of files: that is their order in addresses."""
    form.fields = {**fields, **form.fields}


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
