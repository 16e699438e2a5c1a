"""What the page of all tables shows beside its exhibit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from portal.parameters import ParameterProblem, WrongParameters
from surveys.crosstabs.findings import finding
from surveys.crosstabs.layout import Layout, layout_of
from surveys.microdata.publishing import RefusedTable, tables_for
from surveys.microdata.tables.making import SpecError
from surveys.microdata.tables.table import Table
from surveys.pages import crumbs_of
from surveys.toplines.builder import builder_of
from surveys.toplines.forms import ToplinesForm


@dataclass(frozen=True)
class Part:
    """One table of the page; `crosstab` is the query of its own page."""

    code: str
    heading: str
    text: str
    layout: Layout
    finding: str
    crosstab: str


def tables_or_refuse(form: ToplinesForm) -> list[Table]:
    """As every reader may see them; what would show single people is refused as a wrong parameter."""
    try:
        return tables_for(form.asking.published.answers, form.specs)
    except (RefusedTable, SpecError) as error:
        is_refused = isinstance(error, RefusedTable)
        raise WrongParameters([ParameterProblem(error.parameter, str(error), is_refused=is_refused)]) from error


def toplines_context(tables: Sequence[Table], form: ToplinesForm) -> dict:
    wave = form.asking.published.dataset.wave
    parts = {table.spec.rows: _part(table, form, f"t{number}") for number, table in enumerate(tables)}
    topics = [
        (topic, [parts[code] for code, _label in questions if code in parts]) for topic, questions in form.asking.topics
    ]
    return {
        "wave": wave,
        "topics": [(topic, held) for topic, held in topics if held],
        "builder": builder_of(form),
        "crosstab": reverse("surveys:crosstab", args=[wave.survey.slug, wave.slug]),
        "book_query": form.view_query,
        "crumbs": crumbs_of(wave.survey, wave),
    }


def _part(table: Table, form: ToplinesForm, name: str) -> Part:
    asking, question = form.asking, form.asking.codebook.by_code[table.spec.rows]
    label = asking.label(question.code)
    return Part(
        code=question.code,
        heading=label,
        text=question.text if question.text != label else "",
        layout=layout_of(table, asking, [row.code for row in table.rows], name),
        finding=finding(table, asking),
        crosstab=form.crosstab_query(question.code),
    )
