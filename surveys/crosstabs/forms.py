"""The parameters of a crosstab: a strict form. What a filter gets wrong is said with its place and what was meant."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.exhibits.options import ExhibitForm
from portal.parameters import ChoiceField, ManyField
from surveys.crosstabs.asking import Asking
from surveys.look_forms import SORTS
from surveys.looks import CHARTS
from surveys.microdata.codebook.conditions import Condition, FilterError, filter_text, parse_filter
from surveys.microdata.tables.table import Adjust, TableSpec
from surveys.weights import UNWEIGHTED, weight_choices

MOST_BREAKS = 3
LONGEST_FILTER = 2000  # characters
EXCERPT = 24  # characters shown from where a filter goes wrong
WORD = re.compile(r"[^\s,=]+")
ADJUSTMENTS = [
    (Adjust.HOLM, _("Holm")),
    (Adjust.BONFERRONI, _("Bonferroni")),
    (Adjust.BH, _("Benjamini–Hochberg")),
    (Adjust.NONE, _("None")),
]


class FilterField(forms.CharField):
    """A text such as "region in asia,europe and size = large", read to conditions."""

    def __init__(self, *, codebook, **options):
        self.codebook = codebook
        super().__init__(required=False, max_length=LONGEST_FILTER, **options)

    def clean(self, value) -> tuple[Condition, ...]:
        text = super().clean(value)
        try:
            return parse_filter(text, self.codebook)
        except FilterError as error:
            raise wrong_filter(text, error) from error


class CrosstabForm(ExhibitForm):
    """Reads a TableSpec. Without rows it is the default table of the wave; rows without columns are a topline.

    `cell` is the number whose making the page spells out, as "answer.break.part"; it is no part of the view.
    """

    CELL = "cell"

    rows = ChoiceField(choices=(), required=False, label=_("In rows"))
    weight = ChoiceField(choices=(), required=False, label=_("Weight"))
    adjust = ChoiceField(choices=ADJUSTMENTS, required=False, label=_("Adjustment"))
    sort = ChoiceField(choices=SORTS, required=False, label=_("Order"))
    chart = ChoiceField(choices=CHARTS, required=False, label=_("Chart"))
    cell = forms.CharField(required=False, max_length=200)

    def __init__(self, data, *, asking: Asking, **options):
        super().__init__(data, **options)
        self.asking = asking
        self.fields["rows"].choices = list(asking.rows.items())
        self.fields["weight"].choices = list(weight_choices(asking.codebook).items())
        self.fields["columns"] = ManyField(allowed=asking.breaks, limit=MOST_BREAKS, label=_("In columns"))
        self.fields["filter"] = FilterField(codebook=asking.codebook, label=_("Only those who"))
        names = ["rows", "columns", "filter", "weight", "adjust", "sort", "chart", self.CELL]
        self.order_fields([*names, *self.FILE_FIELDS])
        self.defaults = {
            "weight": asking.codebook.weight or UNWEIGHTED,
            "adjust": str(Adjust.HOLM),
            "sort": "order",
            "chart": "",
        }

    def clean(self):
        values = super().clean()
        if self.errors:
            return values
        rows, columns = self.asking.default
        if values["rows"] or values["columns"]:
            rows, columns = values["rows"] or rows, values["columns"]
        if rows in columns:
            raise forms.ValidationError(
                {"columns": _("A question cannot be broken down by itself; choose another for rows or columns.")}
            )
        weight = values["weight"] or self.defaults["weight"]
        values["spec"] = TableSpec(
            rows=rows,
            breaks=columns,
            filter=values["filter"],
            weight="" if weight == UNWEIGHTED else weight,
            adjust=Adjust(values["adjust"] or Adjust.HOLM),
        )
        return values

    @property
    def spec(self) -> TableSpec:
        return self.values["spec"]

    @property
    def order(self) -> str:
        return self.values["sort"] or self.defaults["sort"]

    @property
    def view_query(self) -> str:
        return self.query(self.CELL, *self.FILE_FIELDS)

    def view_with(self, **changes: str) -> str:
        leave_out = () if self.CELL in changes else (self.CELL,)
        return f"?{self.query(*leave_out, *self.FILE_FIELDS, **changes)}"

    def query(self, *leave_out: str, **changes: str) -> str:
        """Filters in their one way to be written; what says the default table or a default is left out."""
        said = {name: changes.get(name, self.data.get(name, "")) for name in self.fields}
        if "filter" not in changes and said["filter"] and "spec" in self.values:
            said["filter"] = filter_text(self.spec.filter)
        for name, default in self.defaults.items():
            said[name] = "" if said[name] == default else said[name]
        rows, columns = self.asking.default
        if (said["rows"] or rows, said["columns"]) == (rows, "~".join(columns)):
            said |= {"rows": "", "columns": ""}
        return super().query(*leave_out, **said)


def wrong_filter(text: str, error: FilterError) -> forms.ValidationError:
    """What is wrong with a filter, where, and the filters that were perhaps meant."""
    place = min(error.position, len(text))
    word = WORD.match(text, place)
    end = word.end() if word else place
    corrected = tuple(text[:place] + name + text[end:] for name in error.nearest)
    message = str(error)
    if place:
        message += " " + _where(place)
    return forms.ValidationError(
        "%(message)s",
        params={
            "message": message,
            "position": place,
            "excerpt": text[place : place + EXCERPT],
            "nearest": corrected,
            "given": text,
        },
    )


def _where(place: int) -> str:
    return ngettext("It goes wrong after %(count)s character.", "It goes wrong after %(count)s characters.", place) % {
        "count": place
    }
