"""What a researcher asks of a dataset: any question by any others, with any filter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.crosstabs.forms import ADJUSTMENTS, FilterField
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import filter_text
from surveys.microdata.codebook.questions import Question
from surveys.microdata.tables.asking import MOST_BREAKS
from surveys.microdata.tables.table import Adjust, TableSpec
from surveys.weights import UNWEIGHTED, weight_choices

LONGEST_TEXT = 60  # letters of a question in a list


class ResearchForm(forms.Form):
    """Reads a TableSpec. What is left out has its usual meaning: the codebook's weight, Holm, 30 people."""

    use_required_attribute = False

    rows = forms.ChoiceField(label=_("In rows"))
    columns = forms.MultipleChoiceField(label=_("In columns"), required=False)
    weight = forms.ChoiceField(label=_("Weight"), required=False)
    adjust = forms.ChoiceField(choices=ADJUSTMENTS, label=_("Adjustment"), required=False)
    min_base = forms.IntegerField(min_value=0, label=_("Smallest base tested"), required=False)

    def __init__(self, data, *, codebook: Codebook):
        super().__init__(data, initial={"weight": codebook.weight or UNWEIGHTED, "min_base": TableSpec.least_base})
        self.codebook = codebook
        self.fields["rows"].choices = [(each.code, _named(each)) for each in codebook.tabulated]
        self.fields["columns"].choices = [
            (each.code, _named(each)) for each in codebook.questions if each.kind.has_options
        ]
        self.fields["weight"].choices = list(weight_choices(codebook).items())
        self.fields["filter"] = FilterField(
            codebook=codebook, label=_("Only those who"), widget=forms.TextInput(attrs={"class": "vTextField"})
        )
        self.order_fields(["rows", "columns", "filter", "weight", "adjust", "min_base"])

    def clean_columns(self) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(self.cleaned_data["columns"]))
        if len(codes) > MOST_BREAKS:
            raise forms.ValidationError(_("At most %(limit)s values."), params={"limit": MOST_BREAKS})
        return codes

    @property
    def spec(self) -> TableSpec:
        """Of a valid form."""
        values = self.cleaned_data
        weight, least = values["weight"] or self.initial["weight"], values["min_base"]
        return TableSpec(
            rows=values["rows"],
            breaks=values["columns"],
            filter=values["filter"],
            weight="" if weight == UNWEIGHTED else weight,
            adjust=Adjust(values["adjust"] or Adjust.HOLM),
            least_base=TableSpec.least_base if least is None else least,
        )


def asked_text(spec: TableSpec) -> str:
    """The question in one line, as the log keeps it."""
    parts = {
        "rows": spec.rows,
        "columns": ",".join(spec.breaks),
        "filter": filter_text(spec.filter),
        "weight": spec.weight or UNWEIGHTED,
        "adjust": str(spec.adjust),
        "min_base": str(spec.least_base),
    }
    return " · ".join(f"{name}: {value}" for name, value in parts.items() if value)


def _named(question: Question) -> str:
    text = question.text
    return f"{question.code}: {text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + '…'}"
