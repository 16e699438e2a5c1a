"""What the crosstab page shows beside its exhibit, and what it says where a wave has no answers of respondents."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.parameters import ParameterProblem, WrongParameters
from surveys.answers import published_answers
from surveys.crosstabs.asking import Asking, asking_of
from surveys.crosstabs.builder import builder_of
from surveys.crosstabs.exhibit import crosstab_exhibit, suiting_charts, table_frame
from surveys.crosstabs.forms import CrosstabForm
from surveys.crosstabs.layout import layout_of
from surveys.crosstabs.recipe import cell_named, recipe_of
from surveys.looks import CHARTS
from surveys.method import answers_lines, method_lines
from surveys.microdata.publishing import RefusedTable, table_for
from surveys.microdata.tables.making import SpecError
from surveys.microdata.tables.table import Audience, Table
from surveys.models import Question
from surveys.pages import crumbs_of


def asking_or_404(survey: str, wave: str) -> Asking:
    published = published_answers(survey, wave)
    if published is None:
        raise Http404(
            _(
                "The answers of single respondents are not published for this wave, so its questions cannot be "
                "crossed. Its published figures stand on the page of the wave."
            )
        )
    return asking_of(published, Question.objects.in_survey(published.dataset.wave.survey_id))


def public_table(asking: Asking, form: CrosstabForm) -> Table:
    """As every reader may see it; a table that would show single people is refused as a wrong parameter."""
    try:
        return table_for(asking.published.answers, form.spec, Audience.PUBLIC)
    except (RefusedTable, SpecError) as error:
        nearest = tuple(getattr(error, "nearest", ()))
        is_refused = isinstance(error, RefusedTable)
        problem = ParameterProblem(error.parameter, str(error), nearest, is_refused=is_refused)
        raise WrongParameters([problem]) from error


@dataclass(frozen=True)
class Crosstab:
    """A public table as it is shown; `charts` suit it, `chart` is the one drawn."""

    table: Table
    exhibit: Exhibit
    charts: tuple[str, ...]
    chart: str


def crosstab_of(form: CrosstabForm) -> Crosstab:
    """Raises WrongParameters for a chart that does not suit the table, or a cell that it does not show."""
    asking = form.asking
    table = public_table(asking, form)
    frame = table_frame(table, asking)
    charts = suiting_charts(frame, asking, table)
    chart = form.values["chart"] or charts[0]
    if chart not in charts:
        allowed = tuple((code, str(label)) for code, label in CHARTS if code in charts)
        raise _wrong("chart", _("“%(value)s” does not suit these figures."), chart, allowed=allowed)
    cell = form.values[form.CELL]
    if cell and cell_named(table, cell) is None:
        raise _wrong(form.CELL, _("“%(value)s” is not a number of this table."), cell)
    exhibit = crosstab_exhibit(table, frame, asking, sort=form.order, chart=chart, query=form.view_query)
    return Crosstab(table, exhibit, charts, chart)


def crosstab_context(shown: Crosstab, form: CrosstabForm) -> dict:
    asking = form.asking
    wave = asking.published.dataset.wave
    return {
        "wave": wave,
        "layout": layout_of(shown.table, asking, dict.fromkeys(shown.exhibit.frame["option"])),
        "builder": builder_of(form, shown.charts, shown.chart),
        "recipe": recipe_of(shown.table, asking, form.values[form.CELL]),
        "cell_query": f"?{form.view_query}&cell=" if form.view_query else "?cell=",
        "method": (*method_lines(wave), *answers_lines(asking.published)),
        "crumbs": crumbs_of(wave.survey, wave),
    }


def _wrong(parameter: str, words: str, value: str, **said) -> WrongParameters:
    return WrongParameters([ParameterProblem(parameter, words % {"value": value}, value=value, **said)])
