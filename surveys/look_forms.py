"""The form behind the pages of figures: it reads a look, and refuses one that the figures do not allow."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.exhibits.options import ExhibitForm
from portal.parameters import SEPARATOR, ChoiceField, ManyField
from surveys import looks
from surveys.looks import CHARTS, JOINED, PEOPLE, SHARE, TABLE, VALUES, Look
from surveys.models import Figure

SORTS = [
    ("-value", _("largest first")),
    ("value", _("smallest first")),
    ("order", _("as in the questionnaire")),
]
INTERVALS = [("1", _("shown")), ("0", _("not shown"))]


class LookForm(ExhibitForm):
    """Base of forms whose parameters choose a look. Defaults are what an absent parameter means, and are left out.

    `allowed` maps the codes that `only` and `except` take to their labels. Subclasses say what suits the figures.
    """

    LOOK_FIELDS = ("by", "show", "only", "except", "sort", "chart", "value", "ci", "join")

    sort = ChoiceField(choices=SORTS, required=False, label=_("Order"))
    chart = ChoiceField(choices=CHARTS, required=False, label=_("Chart"))
    value = ChoiceField(choices=VALUES, required=False, label=_("Numbers"))
    ci = ChoiceField(choices=INTERVALS, required=False, label=_("95% intervals"))

    def __init__(self, data, *, allowed: dict[str, str], limit: int = 1000, **options):
        super().__init__(data, **options)
        self.fields["only"] = ManyField(allowed=allowed, limit=limit, label=_("Answers"))
        self.fields["except"] = ManyField(allowed=allowed, label=_("Without"))
        self.order_fields([*self.LOOK_FIELDS, *self.FILE_FIELDS])
        self.allowed = allowed
        self.defaults = {"value": SHARE}  # of each parameter: what its absence means

    def figures_of(self, look: Look) -> Sequence[Figure]:
        """The figures that a look shows."""
        return ()

    def charts_of(self, look: Look) -> tuple[str, ...]:
        """What suits them, the best first."""
        return (TABLE,)

    def steady_charts(self, look: Look) -> tuple[str, ...]:
        """Those that suit whatever answers are shown."""
        return (TABLE,)

    def clean(self):
        values = super().clean()
        if self.errors:
            return values
        look = Look(
            by=values.get("by", ""),
            options=self.options_of(values),
            sort=values.get("sort", ""),
            is_people=values.get("value") == PEOPLE,
            has_intervals=values["ci"] != "0",
            is_joined=values.get("join") == JOINED,
        )
        figures = self.figures_of(look)
        self._check_figures(values, figures)
        self.possible = self.charts_of(look)
        if values["chart"] and values["chart"] not in self.possible:
            refuse("chart", values["chart"], {code: label for code, label in CHARTS if code in self.possible})
        self.defaults |= {"chart": self.possible[0], "ci": "1" if looks.has_intervals(figures) else "0"}
        values["look"] = Look(**{**vars(look), "chart": values["chart"] or self.possible[0]})
        return values

    @property
    def look(self) -> Look:
        return self.values["look"]

    def options_of(self, values) -> tuple[str, ...]:
        """Codes in the order of the code list; empty for all of them."""
        only, without = values["only"], values["except"]
        if only and without:
            raise forms.ValidationError({"except": _("Give either only or except.")})
        shown = tuple(code for code in self.allowed if (code in only if only else code not in without))
        if self.allowed and not shown:
            raise forms.ValidationError({"except": _("Nothing would be left to show.")})
        return () if len(shown) == len(self.allowed) else shown

    def _check_figures(self, values, figures: Sequence[Figure]) -> None:
        if values["ci"] == "1" and not looks.has_intervals(figures):
            raise forms.ValidationError({"ci": _("No base was published, so there are no intervals.")})
        if values.get("value") == PEOPLE and not looks.can_count_people(figures):
            raise forms.ValidationError({"value": _("People can be estimated only where every base was published.")})

    def query(self, *leave_out: str, **changes: str) -> str:
        said = {name: changes.get(name, self.data.get(name, "")) for name in self.fields}
        return super().query(*leave_out, **{name: self._said_once(name, text) for name, text in said.items()})

    def _said_once(self, name: str, text: str) -> str:
        """Codes in the order of the code list; nothing for a default."""
        if name in ("only", "except") and text:
            given = text.split(SEPARATOR)
            codes = [code for code in self.allowed if code in given]
            return SEPARATOR.join(codes) if name == "except" or len(codes) < len(self.allowed) else ""
        return "" if text == self.defaults.get(name) else text


def refuse(name: str, value: str, possible: dict) -> None:
    """`possible` maps the codes that suit to their labels."""
    raise forms.ValidationError(
        {
            name: forms.ValidationError(
                _("“%(value)s” does not suit these figures."),
                params={"value": value, "allowed": possible},
            )
        }
    )
