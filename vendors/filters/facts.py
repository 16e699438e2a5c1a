"""The parameters of one fact: the day, and on its page a correction that a reader writes."""

from typing import Self

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ParameterProblem, WrongParameters
from vendors.history.corrections import Correction, wrong_in
from vendors.history.dates import as_of_field
from vendors.models import Attribute, Product

MOST_VALUE, MOST_SOURCE, MOST_REMARK = 300, 600, 500  # characters, as in the tables
WRITTEN = ("value", "source", "observed_on", "remark")


class FactForm(FilterForm):
    def __init__(self, data):
        super().__init__(data)
        self.add_fields(as_of=as_of_field())


class CorrectionForm(FactForm):
    """With what a reader holds to be right, checked by the rules of loading. Nothing is stored."""

    def __init__(self, data, *, product: Product, attribute: Attribute):
        super().__init__(data)
        self.product, self.attribute = product, attribute
        address = URLValidator(schemes=["http", "https"])
        self.add_fields(
            value=forms.CharField(label=_("Right value"), required=False, max_length=MOST_VALUE),
            source=forms.CharField(
                label=_("Address of the source"), required=False, max_length=MOST_SOURCE, validators=[address]
            ),
            observed_on=forms.CharField(label=_("Date that the source shows"), required=False, max_length=10),
            remark=forms.CharField(label=_("Remark"), required=False, max_length=MOST_REMARK),
            **self.fields,
        )

    def clean(self):
        values = super().clean()
        if self.errors or not self.is_written:
            return values
        for name in ("value", "source"):
            if not values.get(name):
                self.add_error(name, _("A correction needs the right value and the address of its source."))
        if not self.errors:
            for column, reason in wrong_in(self.correction(values)).items():
                self.add_error(column if column in WRITTEN else "value", reason)
        return values

    @classmethod
    def read_written(cls, data, **options) -> Self:
        """As `read`; WrongParameters too where nothing is written."""
        form = cls.read(data, **options)
        if not form.is_written:
            wanted = _("A correction needs the right value and the address of its source.")
            raise WrongParameters([ParameterProblem("value", wanted)])
        return form

    @property
    def is_written(self) -> bool:
        """Whether the reader wrote anything."""
        return any(self.data.get(name) for name in WRITTEN)

    def correction(self, values: dict | None = None) -> Correction:
        values = values or self.values
        return Correction(self.product, self.attribute, **{name: values.get(name) or "" for name in WRITTEN})

    @property
    def fact_query(self) -> str:
        """The query of the fact itself, without what the reader wrote."""
        return self.query(*self.FILE_FIELDS, *WRITTEN)

    @property
    def written_query(self) -> str:
        """What the reader wrote, for the files of the correction."""
        return self.query(*self.FILE_FIELDS, "as_of")
