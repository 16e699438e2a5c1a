"""The envelope around rows: {"data", "page", "links", "meta"}, with Link and Content-Language headers."""

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from portal.api.filtering import select
from portal.api.links import with_parameters
from portal.api.paging import after, read_cursor, sort_keys, sorted_rows, write_cursor
from portal.api.resources import Resource
from portal.api.rows import plan_rows
from portal.api.selection import Selection
from portal.versions import current_version

LICENCE = "CC-BY-4.0"


class Page(Schema):
    """Where in the list this page stands."""

    limit: int = Field(description="Rows on a page at most.", examples=[50])
    next_cursor: str | None = Field(description="Cursor of the next page; null on the last.", examples=[None])
    count: int | None = Field(description="Rows in the whole list, with count=1; null otherwise.", examples=[184])


class Links(Schema):
    self: str = Field(description="This address.", examples=["https://example.org/api/v1/surveys"])


class ListLinks(Links):
    next: str | None = Field(description="The next page; null on the last.", examples=[None])
    csv: str = Field(description="The whole list as CSV.", examples=["https://example.org/api/v1/surveys.csv"])


class Meta(Schema):
    lang: str = Field(description="Language of names and texts: en or zh-hans.", examples=["en"])
    version: int = Field(description="Version of the data; it grows with every change.", examples=[42])
    licence: str = Field(description="Licence of the data.", examples=[LICENCE])


def list_answer(request: HttpRequest, resource: Resource, selection: Selection) -> HttpResponse:
    """One page of a list."""
    plan, keys = plan_rows(resource, selection), sort_keys(resource, selection)
    selected = select(resource, selection)
    rows = sorted_rows(selected, keys)
    if selection.cursor:
        rows = rows.filter(after(keys, read_cursor(resource, selection, keys)))
    names = [key.name for key in keys]
    raws = list(rows.values_list(*plan.paths, *names)[: selection.limit + 1])
    cursor = None
    if len(raws) > selection.limit:
        raws = raws[: selection.limit]
        cursor = write_cursor(resource, selection, list(raws[-1][len(plan.paths) :]))
    following = with_parameters(request, cursor=cursor) if cursor else None
    body = {
        "data": list(plan.rows(raws)),
        "page": {
            "limit": selection.limit,
            "next_cursor": cursor,
            "count": selected.count() if selection.wants_count else None,
        },
        "links": {
            "self": with_parameters(request),
            "next": following,
            "csv": with_parameters(request, path=f"{request.path}.csv", without=("limit", "cursor", "count")),
        },
        "meta": meta(selection.view.language),
    }
    response = json_response(body, selection.view.language)
    if following:
        response["Link"] = f'<{following}>; rel="next"'
    return response


def detail_answer(request: HttpRequest, data: dict[str, Any], language: str = "en") -> HttpResponse:
    """One thing in the envelope."""
    return json_response({"data": data, "links": {"self": with_parameters(request)}, "meta": meta(language)}, language)


def meta(language: str) -> dict[str, Any]:
    return {"lang": language, "version": current_version().number, "licence": LICENCE}


def json_response(body: dict[str, Any], language: str) -> HttpResponse:
    response = HttpResponse(orjson.dumps(body), content_type="application/json")
    response["Content-Language"] = language
    return response
