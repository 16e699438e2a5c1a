"""A crosstab in the API: the parameters and numbers of the page."""

from django.http import HttpRequest
from django.utils.translation import override
from ninja import Router

from portal.api.documents import TABLE_REFUSALS, references_to, refusals
from surveys.api.asking import read_asked, tables_of
from surveys.api.table_entries import asked_entry, table_answer, table_entry
from surveys.api.table_parameters import crosstab_parameters
from surveys.api.table_schemas import CrosstabAnswer
from surveys.crosstabs.forms import CrosstabForm

router = Router()
LOOKS = ("sort", "chart", CrosstabForm.CELL)  # of the page


class CrosstabQuery(CrosstabForm):
    """The form of the page without what only pages and files need; rows must be said."""

    def __init__(self, data, **options):
        super().__init__(data, **options)
        for name in (*self.FILE_FIELDS, *LOOKS):
            del self.fields[name]
            self.defaults.pop(name, None)
        self.fields["rows"].required = True


@router.get(
    "/crosstab",
    response=CrosstabAnswer,
    operation_id="crosstab",
    url_name="crosstab",
    tags=["answers"],
    summary="Two questions of a wave asked of each other",
    openapi_extra={
        "parameters": crosstab_parameters(),
        "responses": refusals(without=(404,)) | references_to(TABLE_REFUSALS),
    },
)
def crosstab(request: HttpRequest):
    """Shares with bases, intervals and letters of significance, by up to three other questions; small groups hidden."""
    asked = read_asked(request, CrosstabQuery)
    (table,) = tables_of(asked, [asked.form.spec])
    with override(asked.language):
        data = {**asked_entry(asked, asked.form.spec), "table": table_entry(table, asked)}
        return table_answer(request, asked, data, page="crosstab")
