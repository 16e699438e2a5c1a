"""The API of what readers see: search, and every exhibit by its address."""

from django.http import HttpRequest, HttpResponse, QueryDict
from ninja import Path, Router, Schema
from pydantic import Field

from portal.api.documents import refusals
from portal.api.envelope import Links, Meta, json_response, meta
from portal.api.links import absolute, with_parameters
from portal.api.problems import Wrong, clean, refuse
from portal.exhibits.lookup import view_response
from portal.labels import LANGUAGES
from portal.nearest import nearest_names
from portal.parameters import WrongParameters
from portal.site.search import LONGEST_QUERY, find

router = Router()
SEARCH_PARAMETERS = ("q", "kind", "limit", "lang")
DEFAULT_LIMIT, LARGEST_LIMIT = 20, 200


class FoundThing(Schema):
    kind: str = Field(
        description="What it is: product, question, option, fact, listing, source …", examples=["product"]
    )
    title: str = Field(description="Its name in the language asked for.", examples=["AWS Lambda"])
    preview: str = Field(description="A value or a remark, such as a share.", examples=["5%"])
    href: str = Field(description="Its page.", examples=["https://example.org/en/products/aws-lambda"])


class KindCount(Schema):
    kind: str = Field(description="What they are.", examples=["product"])
    count: int = Field(description="How many match.", examples=[3])


class SearchAnswer(Schema):
    data: list[FoundThing] = Field(description="The best matches first.")
    total: int = Field(description="How many match in all.", examples=[12])
    kinds: list[KindCount] = Field(description="How many of each kind.")
    suggestion: str = Field(description="Words that were searched instead, because the given ones are nowhere.")
    links: Links
    meta: Meta


def single(query: QueryDict, name: str, errors: list[Wrong]) -> str:
    """The value of a parameter, or "" where it is absent or unusable."""
    if len(set(query.getlist(name))) > 1:
        errors.append(Wrong(name, "is given more than once."))
    text = query.get(name, "")
    if "\x00" in text:
        errors.append(Wrong(name, "holds a NUL character."))
        return ""
    return text


def read_language(query: QueryDict, errors: list[Wrong]) -> str:
    text = single(query, "lang", errors)
    if "lang" in query and text not in LANGUAGES:
        errors.append(
            Wrong("lang", f"“{clean(text)}” must be one of {', '.join(LANGUAGES)}.", nearest_names(text, LANGUAGES))
        )
        return "en"
    return text or "en"


def read_search(query: QueryDict) -> tuple[str, tuple[str, ...], int, str]:
    """(words, kinds, limit, language), or a 400 that names everything that is wrong."""
    errors = [
        Wrong(clean(name), "is no parameter here.", nearest_names(name, SEARCH_PARAMETERS))
        for name in query
        if name not in SEARCH_PARAMETERS
    ]
    words, kind, limit = (single(query, name, errors) for name in ("q", "kind", "limit"))
    if not words.strip() or len(words) > LONGEST_QUERY:
        errors.append(Wrong("q", f"must have 1 to {LONGEST_QUERY} characters."))
    if "limit" in query and not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:9]) <= LARGEST_LIMIT):
        errors.append(Wrong("limit", f"must be a whole number from 1 to {LARGEST_LIMIT}."))
    language = read_language(query, errors)
    if errors:
        raise refuse(errors)
    return words, tuple(part for part in kind.split(",") if part), int(limit or DEFAULT_LIMIT), language


def described(name: str, schema: dict, text: str, example, *, required: bool = False) -> dict:
    return {
        "in": "query",
        "name": name,
        "required": required,
        "schema": schema,
        "description": text,
        "example": example,
    }


LANGUAGE = described("lang", {"type": "string", "enum": list(LANGUAGES)}, "Language of names and texts.", "en")


@router.get(
    "/search",
    response=SearchAnswer,
    operation_id="search",
    tags=["reading"],
    summary="Find anything by English or Chinese words",
    openapi_extra={
        "parameters": [
            described(
                "q",
                {"type": "string", "minLength": 1, "maxLength": LONGEST_QUERY, "pattern": r"\S"},
                "Words; all must be found, in either language.",
                "lambda memory",
                required=True,
            ),
            described("kind", {"type": "string"}, "Kinds to keep, separated by commas.", "product,fact"),
            described(
                "limit", {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT}, "Most matches to send.", 10
            ),
            LANGUAGE,
        ],
        "responses": refusals(without=(404,)),
    },
)
def search(request: HttpRequest) -> HttpResponse:
    """Products, vendors, questions, options with their shares, facts, landscape entries, terms and sources."""
    words, kinds, limit, language = read_search(request.GET)
    found = find(words, language, kinds, limit=limit)
    body = {
        "data": [
            {
                "kind": match.kind,
                "title": match.title,
                "preview": match.preview,
                "href": absolute(request, f"/{language}/{match.address}"),
            }
            for match in found.matches
        ],
        "total": found.total,
        "kinds": [{"kind": kind, "count": count} for kind, count in found.counts],
        "suggestion": found.suggestion,
        "links": {"self": with_parameters(request)},
        "meta": meta(language),
    }
    return json_response(body, language)


@router.get(
    "/exhibits/{path:address}",
    operation_id="get_exhibit",
    tags=["reading"],
    summary="An exhibit by the address of its page",
    response=dict,
    openapi_extra={"parameters": [LANGUAGE], "responses": refusals()},
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
    errors: list[Wrong] = []
    language = read_language(request.GET, errors)
    if errors:
        raise refuse(errors)
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
