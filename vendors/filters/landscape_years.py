"""The parameters of a landscape over its editions."""

from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ChoiceField

USUAL = "categories"


class YearsForm(FilterForm):
    """`show` is what is counted."""

    def __init__(self, data):
        super().__init__(data)
        self.add_fields(show=ChoiceField(label=_("What is counted"), choices=list(measures().items()), required=False))

    @property
    def show(self) -> str:
        return self.values["show"] or USUAL


def measures() -> dict[str, str]:
    return {
        "categories": _("Items by category"),
        "changes": _("Entered and left"),
        "open_source": _("Open source"),
        "country": _("Country of headquarters"),
        "maturity": _("CNCF projects"),
    }
