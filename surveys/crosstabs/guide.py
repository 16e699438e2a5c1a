"""The parts of the crosstab page in the style guide, filled from published answers."""

from django.http import QueryDict

from surveys.answers import published_answers
from surveys.crosstabs.asking import asking_of
from surveys.crosstabs.forms import CrosstabForm
from surveys.crosstabs.pages import crosstab_context, crosstab_of
from surveys.models import Dataset, Question
from surveys.toplines.forms import ToplinesForm
from surveys.toplines.pages import toplines_context


def crosstab_guide() -> dict:
    """The default table of the first published wave; empty where none is published."""
    dataset = Dataset.objects.published().with_context().in_order().first()
    published = dataset and published_answers(dataset.wave.survey.slug, dataset.wave.slug)
    if not published:
        return {}
    asking = asking_of(published, Question.objects.in_survey(dataset.wave.survey))
    form = CrosstabForm.read(QueryDict(""), asking=asking)
    shown = crosstab_of(form)
    among_many = toplines_context([shown.table], ToplinesForm.read(QueryDict(""), asking=asking))
    among = {"topics": among_many["topics"], "page": among_many["crosstab"]}
    return {**crosstab_context(shown, form), **among, "address": shown.exhibit.address}
