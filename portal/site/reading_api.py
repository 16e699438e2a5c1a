"""The API of what readers see: every exhibit by its address."""

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from portal.api.documents import refusals
from portal.api.forms import lang_parameter, language_of
from portal.api.problems import Wrong, clean, refuse
from portal.exhibits.lookup import view_response
from portal.parameters import WrongParameters

router = Router()


@router.get(
    "/exhibits/{path:address}",
    operation_id="get_exhibit",
    tags=["reading"],
    summary="An exhibit by the address of its page",
    response=dict,
    openapi_extra={"parameters": [lang_parameter()], "responses": refusals()},
)
def get_exhibit(
    request: HttpRequest,
    address: str = Path(
        ...,
        description="The page's path without language and suffix.",
        example="surveys/china-cloud-native-user/2020/serverless_stage",
    ),
) -> HttpResponse:
    """The same as the page's `.json`: columns, rows, notes and citations; the page's own parameters go along."""
    language = language_of(request.GET)
    query = request.GET.copy()
    query.pop("lang", None)
    try:
        response = view_response(address, query, language=language, suffix=".json")
    except WrongParameters as error:
        raise refuse(
            [Wrong(clean(each.parameter), each.detail, list(each.nearest)) for each in error.problems]
        ) from error
    response["Content-Language"] = language
    return response
