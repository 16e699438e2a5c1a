"""The parameters of the difference between two editions of a landscape."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ChoiceField, ManyField
from vendors.changes import Kind


class DifferenceForm(FilterForm):
    """`from` and `to` are editions; without them the newest and the one before."""

    def __init__(self, data, *, editions: Sequence[str]):
        super().__init__(data)
        self.editions = list(editions)
        choices = [(edition, edition) for edition in editions]
        self.add_fields(
            **{
                "from": ChoiceField(label=_("Earlier edition"), choices=choices, required=False),
                "to": ChoiceField(label=_("Later edition"), choices=choices, required=False),
                "kind": ManyField(label=_("Kind of change"), allowed={kind.value: str(kind.label) for kind in Kind}),
            }
        )

    def clean(self):
        values = super().clean()
        if not {"from", "to"} & set(self.errors):
            values["to"] = values["to"] or self.editions[-1]
            earlier = [edition for edition in self.editions if edition < values["to"]]
            values["from"] = values["from"] or (earlier or [values["to"]])[-1]
            if values["from"] >= values["to"]:
                said = _("The first edition must be older than the second: %(first)s is not before %(second)s.")
                places = {"first": values["from"], "second": values["to"]}
                self.add_error("from", forms.ValidationError(said, params=places))
        return values
