"""The parameters of a comparison: rows and columns, requirements, order, and how the table is laid out."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import SEPARATOR, ChoiceField, ManyField, unknown_value
from portal.words import headed, listed, set_apart
from vendors.comparing.fields import ExpressionField, PreferencesField, RequirementsField
from vendors.comparing.requirements import Preference, Requirement
from vendors.history.dates import as_of_field
from vendors.models import Attribute
from vendors.rates import RateField

FILTER = "f."  # before the code of an attribute: a filter on its value
ALL = "all"  # every product, every group
ADDED = ("add", "is", "as")  # what the form of requirements sends
USES = ("must", "filter", "prefer")


def group_labels() -> dict[str, str]:
    return {code: str(label) for code, label in Attribute.Group.choices}


class SortField(forms.CharField):
    """The code of an attribute, with "-" before it for the largest first."""

    def __init__(self, attributes: Mapping[str, Attribute]):
        super().__init__(required=False)
        self.attributes = attributes

    def clean(self, value) -> str:
        text = super().clean(value)
        if text and text.removeprefix("-") not in self.attributes:
            sign = "-" if text.startswith("-") else ""
            raise unknown_value(text, {f"{sign}{code}": each.label for code, each in self.attributes.items()})
        return text


class CompareForm(FilterForm):
    """Without any of them: the main function services and their limits."""

    def __init__(self, data, *, products: Mapping[str, str], attributes: Iterable[Attribute]):
        super().__init__(data)
        self.attributes = {attribute.code: attribute for attribute in attributes}
        labels = {code: attribute.label for code, attribute in self.attributes.items()}
        switch = [("0", "0"), ("1", "1")]
        filters = {f"{FILTER}{code}": ExpressionField(each) for code, each in self.attributes.items()}
        self.add_fields(
            products=ManyField(label=_("Products"), allowed={ALL: _("All products"), **products}),
            group=ManyField(label=_("Groups"), allowed={ALL: _("All groups"), **group_labels()}),
            attributes=ManyField(label=_("Attributes"), allowed=labels),
            **filters,
            must=RequirementsField(self.attributes),
            prefer=PreferencesField(self.attributes),
            sort=SortField(self.attributes),
            rate=RateField(),
            diff=ChoiceField(choices=switch, required=False),
            transposed=ChoiceField(choices=switch, required=False),
            as_of=as_of_field(),
        )

    @cached_property
    def filters(self) -> tuple[Requirement, ...]:
        """In the order of attributes."""
        return tuple(value for name, value in self.values.items() if name.startswith(FILTER) and value)

    @property
    def must(self) -> tuple[Requirement, ...]:
        return self.values["must"]

    @property
    def preferences(self) -> tuple[Preference, ...]:
        return self.values["prefer"]

    @property
    def products(self) -> tuple[str, ...]:
        """The products chosen, in the reader's order; none where the main ones are to be shown."""
        chosen = self.chosen("products")
        return self._all_of("products") if ALL in chosen else chosen

    @property
    def groups(self) -> tuple[str, ...]:
        chosen = self.chosen("group")
        return self._all_of("group") if ALL in chosen else chosen

    def _all_of(self, name: str) -> tuple[str, ...]:
        return tuple(code for code in dict(self.many_fields())[name].allowed if code != ALL)

    @property
    def asked(self) -> set[str]:
        """Codes of the attributes that the reader's requirements, ranking and order name: they are shown too."""
        codes = {each.attribute.code for each in (*self.filters, *self.must)}
        codes |= {each.attribute.code for each in self.preferences}
        return codes | ({self.values["sort"].removeprefix("-")} - {""})

    @property
    def conditions(self) -> list[str]:
        """What narrows, ranks and orders the products, in words."""
        parts = [
            headed(_("Filters"), set_apart(each.words for each in self.filters)) if self.filters else "",
            headed(_("Required"), set_apart(each.words for each in self.must)) if self.must else "",
            headed(_("Ranked by"), listed(each.words for each in self.preferences)) if self.preferences else "",
            headed(_("Sorted by"), self.sort_words) if self.values["sort"] else "",
            _("only what differs") if self.is_on("diff") else "",
            _("as known on %(day)s") % {"day": self.values["as_of"]} if self.values["as_of"] else "",
        ]
        return [part for part in parts if part]

    @property
    def sort_words(self) -> str:
        sort = self.values["sort"]
        order = _("largest first") if sort.startswith("-") else _("smallest first")
        label = self.attributes[sort.removeprefix("-")].label
        return _("%(attribute)s (%(order)s)") % {"attribute": label, "order": order}

    def is_on(self, name: str) -> bool:
        return self.values.get(name) == "1"

    @property
    def is_reordered(self) -> bool:
        """Whether products stand in another order than that of the address."""
        return bool(self.must or self.preferences or self.values["sort"])

    def kept(self, *leave_out: str) -> list[tuple[str, str]]:
        """(name, value) of what a form on the page takes along, but for what it asks itself."""
        names = [name for name in self.fields if name not in (*leave_out, *self.FILE_FIELDS)]
        return [(name, self.data[name]) for name in names if self.data.get(name)]


class AddingForm(CompareForm):
    """What the form of requirements sends: an attribute, what it must be, and whether losers stay in view."""

    def __init__(self, data, **options):
        super().__init__(data, **options)
        codes = [(code, each.label) for code, each in self.attributes.items()]
        self.add_fields(
            add=ChoiceField(choices=codes, required=False),
            **{"is": forms.CharField(required=False), "as": ChoiceField(choices=[(use, use) for use in USES])},
        )

    @staticmethod
    def is_sent(data: Mapping[str, str]) -> bool:
        return any(name in data for name in ADDED)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        attribute = self.attributes.get(values.get("add") or "")
        if attribute is None and "add" not in self.errors:
            self.add_error("add", _("Choose an attribute."))
        if attribute is not None and "as" not in self.errors:
            self._clean_addition(attribute, values.get("is") or "", values["as"])
        return values

    def _clean_addition(self, attribute: Attribute, expression: str, use: str) -> None:
        """Reads what is added as its own parameter will, so that an error points at its character."""
        try:
            if use == "prefer":
                PreferencesField(self.attributes).clean(attribute.code)
            elif not expression:
                raise forms.ValidationError(_("Say what the value must be, such as >=100, true or has(python)."))
            else:
                ExpressionField(attribute).clean(expression)
                self._refuse_separator(expression)
        except forms.ValidationError as error:
            self.add_error("add" if use == "prefer" else "is", error)

    @staticmethod
    def _refuse_separator(expression: str) -> None:
        if SEPARATOR in expression:
            raise forms.ValidationError(_("“~” stands between requirements and cannot be in one."))

    @property
    def complete_query(self) -> str:
        """The query of the view with the addition in its place."""
        code, expression, use = (self.values[name] for name in ADDED)
        if use == "filter":
            name, before = f"{FILTER}{code}", self.data.get(f"{FILTER}{code}", "")
            value = f"({before})&&({expression})" if before else expression
        else:
            name, before = use, self.data.get(use, "")
            addition = code if use == "prefer" else f"{code}:{expression}"
            value = SEPARATOR.join(part for part in (before, addition) if part)
        return self.query(*ADDED, **{name: value})
