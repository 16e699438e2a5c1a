"""Parameters of the portal's own pages."""

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.models import Source
from portal.parameters import ManyField
from portal.site import catalogue
from portal.site.news import KINDS
from portal.site.search.finding import LONGEST_QUERY


class SourcesForm(FilterForm):
    """q: words of title and publisher; kind and standing: codes separated by "~"."""

    def __init__(self, data):
        super().__init__(data)
        self.add_fields(
            q=forms.CharField(required=False, max_length=LONGEST_QUERY),
            kind=ManyField(allowed=dict(Source.Kind.choices), label=_("Kind")),
            standing=ManyField(allowed=dict(Source.Standing.choices), label=_("Standing")),
        )


class NewsForm(FilterForm):
    """kind: kinds of news, separated by "~"."""

    def __init__(self, data):
        super().__init__(data)
        self.add_fields(kind=ManyField(allowed={code: str(text) for code, text in KINDS.items()}, label=_("Kind")))


class DataForm(FilterForm):
    """q: words of the title; kind: kinds of downloads, separated by "~"."""

    def __init__(self, data):
        super().__init__(data)
        kinds = {code: str(text) for code, text in catalogue.KINDS.items()}
        self.add_fields(
            q=forms.CharField(required=False, max_length=LONGEST_QUERY),
            kind=ManyField(allowed=kinds, label=_("Kind")),
        )
