"""The parameters of toplines and books: which questions, by which columns, of whom, with which weight."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.exhibits.options import ExhibitForm
from portal.parameters import ChoiceField, ManyField
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.forms import ADJUSTMENTS, MOST_BREAKS, FilterField
from surveys.microdata.codebook.conditions import filter_text
from surveys.microdata.tables.table import Adjust, TableSpec
from surveys.weights import UNWEIGHTED, weight_choices


class ToplinesForm(ExhibitForm):
    """Reads the specs of all tables of a banner. Without columns there is the whole sample only."""

    weight = ChoiceField(choices=(), required=False, label=_("Weight"))
    adjust = ChoiceField(choices=ADJUSTMENTS, required=False, label=_("Adjustment"))

    def __init__(self, data, *, asking: Asking, **options):
        super().__init__(data, **options)
        self.asking = asking
        self.fields["question"] = ManyField(allowed=asking.rows, label=_("Questions"))
        self.fields["columns"] = ManyField(allowed=asking.breaks, limit=MOST_BREAKS, label=_("Columns"))
        self.fields["filter"] = FilterField(codebook=asking.codebook, label=_("Only those who"))
        self.fields["weight"].choices = list(weight_choices(asking.codebook).items())
        self.order_fields(["question", "columns", "filter", "weight", "adjust", *self.FILE_FIELDS])
        self.defaults = {"weight": asking.codebook.weight or UNWEIGHTED, "adjust": str(Adjust.HOLM)}

    @property
    def specs(self) -> list[TableSpec]:
        return self.specs_of(self.values)

    @property
    def spec(self) -> TableSpec:
        """Of the first table; all others differ in their rows only."""
        return self.specs[0]

    def specs_of(self, values) -> list[TableSpec]:
        """One a question, in the order of the codebook; a break has no table of itself by itself."""
        weight = values["weight"] or self.defaults["weight"]
        chosen, columns = values["question"] or self.asking.rows, values["columns"]
        return [
            TableSpec(
                rows=code,
                breaks=columns,
                filter=values["filter"],
                weight="" if weight == UNWEIGHTED else weight,
                adjust=Adjust(values["adjust"] or Adjust.HOLM),
            )
            for code in self.asking.rows
            if code in chosen and code not in columns
        ]

    def clean(self):
        values = super().clean()
        if not self.errors and not self.specs_of(values):
            raise forms.ValidationError(
                {"columns": _("A question cannot be broken down by itself; choose another for rows or columns.")}
            )
        return values

    def query(self, *leave_out: str, **changes: str) -> str:
        """Filters in their one way to be written; defaults are left out."""
        said = {name: changes.get(name, self.data.get(name, "")) for name in self.fields}
        if "filter" not in changes and said["filter"] and not self.errors:
            said["filter"] = filter_text(self.values["filter"])
        for name, default in self.defaults.items():
            said[name] = "" if said[name] == default else said[name]
        return super().query(*leave_out, **said)

    def crosstab_query(self, code: str) -> str:
        """The query of one of the tables as a crosstab, with its "?"."""
        banner = self.query("question", *self.FILE_FIELDS)
        return f"?rows={code}" + (f"&{banner}" if banner else "")


class BookForm(ToplinesForm):
    """A book is one file: it has none of the parameters of other files."""

    def __init__(self, data, **options):
        super().__init__(data, **options)
        for name in self.FILE_FIELDS:
            del self.fields[name]
