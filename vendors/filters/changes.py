"""The parameters of what changed: between which days, of what."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from portal.dates import last_today
from portal.exhibits.filters import FilterForm
from portal.parameters import ManyField, WholeNumberField
from vendors.history.change import KINDS, Span
from vendors.history.dates import DayField

MOST_PAGES = 1000


class ChangesForm(FilterForm):
    """Without days, everything that is known, step by step; with `from`, the difference between two days."""

    def __init__(self, data, *, products: Mapping[str, str], attributes: Mapping[str, str], schemes: Mapping[str, str]):
        super().__init__(data)
        days = {"from": DayField(label=_("From"), required=False), "to": DayField(label=_("To"), required=False)}
        self.add_fields(
            **days,
            kind=ManyField(label=_("Kind of change"), allowed={code.value: str(text) for code, text in KINDS.items()}),
            product=ManyField(label=_("Product"), allowed=dict(products)),
            attribute=ManyField(label=_("Attribute"), allowed=dict(attributes)),
            scheme=ManyField(label=_("Landscape"), allowed=dict(schemes)),
        )

    def clean(self):
        values = super().clean()
        if values.get("from") and values.get("to") and values["from"] >= values["to"]:
            self.add_error("from", _("Choose a day before the one in “to”."))
        return values

    @property
    def span(self) -> Span:
        return Span(until=self.values["to"] or last_today(), since=self.values["from"])

    def day_words(self) -> str:
        """ "From 2020-01-01 to 2024-12-31", or what of it is given."""
        since, until = self.values["from"], self.values["to"]
        if since and until:
            return _("From %(since)s to %(until)s") % {"since": since, "until": until}
        if since:
            return _("Since %(since)s") % {"since": since}
        return _("Until %(until)s") % {"until": until} if until else ""


class PagedChangesForm(ChangesForm):
    """The page shows a part of them; files hold all."""

    def __init__(self, data, **labels):
        super().__init__(data, **labels)
        self.add_fields(
            **self.fields, page=WholeNumberField(required=False, min_value=1, max_value=MOST_PAGES, label=_("Page"))
        )

    @property
    def number(self) -> int:
        return self.values["page"] or 1

    @property
    def whole_query(self) -> str:
        """The query of all the changes, whichever page is shown."""
        return self.query(*self.FILE_FIELDS, "page")
