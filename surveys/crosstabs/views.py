"""The crosstab page: form, public table, exhibit, response."""

from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.one_query import with_one_query
from surveys.crosstabs import pages
from surveys.crosstabs.forms import CrosstabForm
from surveys.crosstabs.ticks import with_ticks


@require_safe
@with_ticks
@with_one_query
def crosstab(request, survey, wave, suffix):
    asking = pages.asking_or_404(survey, wave)
    form = CrosstabForm.read(request.GET, asking=asking)
    shown = pages.crosstab_of(form)
    context = {} if suffix else pages.crosstab_context(shown, form)
    return exhibit_response(request, shown.exhibit, form, suffix, "surveys/crosstab.html", context)
