"""All questions of a wave in the API, each as a table: the parameters and numbers of the page."""

from django.http import HttpRequest
from django.utils.translation import override
from ninja import Router

from portal.api.documents import TABLE_REFUSALS, references_to, refusals
from surveys.api.asking import read_asked, tables_of
from surveys.api.table_entries import asked_entry, table_answer, table_entry
from surveys.api.table_parameters import toplines_parameters
from surveys.api.table_schemas import ToplinesAnswer
from surveys.toplines.forms import ToplinesForm

router = Router()


class ToplinesQuery(ToplinesForm):
    """The form of the page without what only files need."""

    def __init__(self, data, **options):
        super().__init__(data, **options)
        for name in self.FILE_FIELDS:
            del self.fields[name]


@router.get(
    "/toplines",
    response=ToplinesAnswer,
    operation_id="toplines",
    url_name="toplines",
    tags=["answers"],
    summary="All questions of a wave, each by the same columns",
    openapi_extra={
        "parameters": toplines_parameters(),
        "responses": refusals(without=(404,)) | references_to(TABLE_REFUSALS),
    },
)
def toplines(request: HttpRequest):
    """Shares with bases and intervals of every question, of the whole sample or by up to three questions."""
    asked = read_asked(request, ToplinesQuery)
    specs = asked.form.specs
    tables = tables_of(asked, specs)
    with override(asked.language):
        data = {**asked_entry(asked, specs[0]), "tables": [table_entry(table, asked) for table in tables]}
        return table_answer(request, asked, data, page="toplines")
