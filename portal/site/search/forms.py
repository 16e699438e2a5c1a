"""Parameters of the page of search and of its API."""

from django import forms

from portal.labels import language_now
from portal.parameters import SEPARATOR, ChoiceField, ManyField, ParameterForm, WholeNumberField
from portal.site.entries import kind_labels
from portal.site.search.facets import FACETS, Chosen
from portal.site.search.finding import LONGEST_QUERY, PAGE
from portal.site.search.keeping import current_index

LAST_PAGE = 1000
DEFAULT_LIMIT, LARGEST_LIMIT = 20, 200  # matches in an answer of the API
MOST_OF_KIND = 20


class SearchForm(ParameterForm):
    """q: words; kind, survey, vendor, topic, year: what to keep, codes separated by "~"; page: from 1, of a list."""

    q = forms.CharField(required=False, max_length=LONGEST_QUERY)
    page = WholeNumberField(required=False, min_value=1, max_value=LAST_PAGE)
    theme = ChoiceField(choices=[("light", "light"), ("dark", "dark")], required=False)

    def __init__(self, data):
        super().__init__(data)
        allowed = {facet: current_index().facets.allowed(facet, language_now()) for facet in FACETS[1:]}
        for facet, values in {"kind": kind_labels(), **allowed}.items():
            self.fields[facet] = self.make_many(values)

    def make_many(self, allowed: dict[str, str]) -> ManyField:
        return ManyField(allowed=allowed)

    @property
    def chosen(self) -> Chosen:
        return {facet: self.values[facet] for facet in FACETS}

    @property
    def offset(self) -> int:
        return ((self.values["page"] or 1) - 1) * PAGE


class CommaField(ManyField):
    """Several codes separated by commas, as the API writes lists."""

    def to_python(self, value):
        return super().to_python(value).replace(",", SEPARATOR)


class SearchQuery(SearchForm):
    """The same for the API, with limit: most matches, and each: most of a kind."""

    limit = WholeNumberField(required=False, min_value=1, max_value=LARGEST_LIMIT)
    each = WholeNumberField(required=False, min_value=1, max_value=MOST_OF_KIND)

    def __init__(self, data):
        super().__init__(data)
        self.fields["q"].required = True
        for name in ("page", "theme"):
            del self.fields[name]

    def make_many(self, allowed: dict[str, str]) -> ManyField:
        return CommaField(allowed=allowed)
