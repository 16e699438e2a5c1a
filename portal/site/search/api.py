"""Search in the API: what the page of search finds, with facets."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Router

from portal.api.documents import refusals
from portal.api.envelope import json_response, meta
from portal.api.forms import lang_parameter, language_of, read_form
from portal.api.links import absolute, with_parameters
from portal.api.parameter_documents import ANY_TEXT, parameter
from portal.site.entries import KINDS, kind_labels
from portal.site.search.facets import FACETS
from portal.site.search.finding import LONGEST_QUERY, Found, Match, find
from portal.site.search.forms import DEFAULT_LIMIT, LARGEST_LIMIT, MOST_OF_KIND, SearchQuery
from portal.site.search.schemas import SearchAnswer
from portal.site.search.views import unless_stale

router = Router()
ANY_OF_KINDS = f"^({'|'.join(KINDS)})(,({'|'.join(KINDS)}))*$"
NOT_BLANK = r"^[^\u0000]*[^\s\u0000][^\u0000]*$"
CODE = {"type": "string", "minLength": 1, "pattern": ANY_TEXT}
CODES = {
    "survey": "cncf-annual",
    "vendor": "aws",
    "topic": "adoption",
    "year": "2020",
}


def search_parameters() -> list[dict[str, Any]]:
    return [
        parameter(
            "q",
            "Words; all must be found, in either language.",
            {
                "type": "string",
                "minLength": 1,
                "maxLength": LONGEST_QUERY,
                "pattern": NOT_BLANK,
            },
            "lambda memory",
        )
        | {"required": True},
        parameter(
            "kind", "Kinds to keep, separated by commas.", {"type": "string", "pattern": ANY_OF_KINDS}, "product"
        ),
        *[
            parameter(facet, f"Only what belongs to this {facet}; several separated by commas.", CODE, CODES[facet])
            for facet in FACETS[1:]
        ],
        parameter(
            "limit", "Most matches to send.", {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT}, DEFAULT_LIMIT
        ),
        parameter(
            "each",
            "Most matches of each kind; kinds then stand one after the other, in the order of `kinds`.",
            {"type": "integer", "minimum": 1, "maximum": MOST_OF_KIND},
            4,
        ),
        lang_parameter(),
    ]


@router.get(
    "/search",
    response=SearchAnswer,
    operation_id="search",
    tags=["reading"],
    summary="Find anything by English or Chinese words",
    openapi_extra={"parameters": search_parameters(), "responses": refusals(without=(404,))},
)
def search(request: HttpRequest) -> HttpResponse:
    """All that is published: chapters, terms, products, vendors, questions, numbers, facts, listings, sources."""
    language = language_of(request.GET)
    form = read_form(request, SearchQuery.read)
    limit, each = form.values["limit"] or DEFAULT_LIMIT, form.values["each"] or 0
    found = find(form.values["q"], language, form.chosen, limit=limit, each=each)
    with override(language):
        body = {
            "data": [found_thing(request, match, language) for match in found.matches],
            **counted(found),
            "suggestion": found.suggestion,
            "offers": [{"query": offer.query, "count": offer.count} for offer in found.offers],
            "links": {"self": with_parameters(request)},
            "meta": meta(language),
        }
    return unless_stale(json_response(body, language), found)


def found_thing(request: HttpRequest, match: Match, language: str) -> dict[str, Any]:
    return {
        "kind": match.kind,
        "title": match.title,
        "preview": match.preview,
        "title_parts": [{"text": part.text, "is_match": part.is_match} for part in match.title_parts],
        "preview_parts": [{"text": part.text, "is_match": part.is_match} for part in match.preview_parts],
        "href": absolute(request, f"/{language}/{match.address}"),
    }


def counted(found: Found) -> dict[str, Any]:
    """How many there are in all, of each kind and of each value of the other facets."""
    labels = kind_labels()
    return {
        "total": found.total,
        "kinds": [{"kind": kind, "label": labels.get(kind, kind), "count": count} for kind, count in found.counts],
        "facets": {
            facet: [{"code": value.code, "label": value.label, "count": value.count} for value in values]
            for facet, values in found.facets.items()
        },
    }
