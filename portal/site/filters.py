"""Parameters of the portal's own pages."""

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.models import Source
from portal.parameters import ChoiceField, ManyField, ParameterForm
from portal.site.entries import kind_labels
from portal.site.search import LONGEST_QUERY, PAGE

LAST_PAGE = 1000


class SearchForm(ParameterForm):
    """q: words; kind: kinds of things, separated by "~"; page: from 1, of one list of matches."""

    q = forms.CharField(required=False, max_length=LONGEST_QUERY)
    kind = forms.CharField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)
    theme = ChoiceField(choices=[("light", "light"), ("dark", "dark")], required=False)

    def __init__(self, data):
        super().__init__(data)
        self.fields["kind"] = ManyField(allowed=kind_labels())

    @property
    def offset(self) -> int:
        return ((self.values["page"] or 1) - 1) * PAGE


class SourcesForm(FilterForm):
    """q: words of title and publisher; kind and standing: codes separated by "~"."""

    def __init__(self, data):
        super().__init__(data)
        self.add_fields(
            q=forms.CharField(required=False, max_length=LONGEST_QUERY),
            kind=ManyField(allowed=dict(Source.Kind.choices), label=_("Kind")),
            standing=ManyField(allowed=dict(Source.Standing.choices), label=_("Standing")),
        )
