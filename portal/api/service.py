"""The API itself: the routers that settings name, under /api/v1/, with its OpenAPI document and its docs page."""

from functools import cached_property
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from ninja import NinjaAPI, Schema
from ninja.openapi.docs import DocsBase
from ninja.openapi.schema import OpenAPISchema
from pydantic import Field

from portal.api.documents import FILE_REFUSALS, REFUSALS, TABLE_REFUSALS
from portal.api.operations import published
from portal.api.parameter_documents import filter_parameters
from portal.api.problems import KINDS, NOT_FOUND, ProblemError, Wrong, problem_response
from portal.api.public import View, public
from portal.nearest import nearest_names

PROMISE = (
    "Published survey figures about serverless, what vendors offer, and how the field is ordered; every number "
    "dated and sourced. Read only, no key. Within v1 documented paths, parameters and keys stay; keys may be added."
)


class WrongEntry(Schema):
    parameter: str = Field(description="The parameter, or the part of the path.", examples=["serverless_modle"])
    detail: str = Field(description="What is wrong with it.")
    nearest: list[str] = Field(description="Known names that come near, best first.")
    href: str | None = Field(description="The address with the nearest name put right, where there is one.")
    position: int | None = Field(
        default=None, description="Character, from 0, at which an expression goes wrong; only where there is one."
    )


class Problem(Schema):
    """An error, RFC 9457."""

    type: str = Field(description="Page that explains this kind of problem.")
    title: str = Field(description="The kind in words.", examples=["Invalid parameters"])
    status: int = Field(description="The HTTP status.", examples=[400])
    detail: str = Field(description="What is wrong here.")
    instance: str = Field(description="The address asked for.")
    errors: list[WrongEntry] = Field(description="One entry for each parameter that is wrong.")
    request_id: str = Field(description="Name this when you report the problem.")


class DocsPage(DocsBase):
    """Swagger UI from ninja's own files, without inline script."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **names: Any) -> HttpResponse:
        return render(request, "portal/api/docs.html", {"document": self.get_openapi_url(api, names), "api": api})


class PortalAPI(NinjaAPI):
    """Every address is public in the sense of portal/api/public.py, also the document and the page."""

    @cached_property
    def urls(self) -> tuple:
        patterns, application, namespace = super().urls
        for pattern in patterns:
            pattern.callback = public(cast(View, pattern.callback), self.media_type_of(str(pattern.pattern)))
        return patterns, application, namespace

    def media_type_of(self, path: str) -> str:
        if path == "docs":
            return "text/html"
        return "text/csv" if path.endswith(".csv") else "application/json"

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        components = document["components"]
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        components["schemas"] |= problem.pop("$defs") | {"Problem": problem}
        components["responses"] = {
            name: refusal_document(status) for status, name in (REFUSALS | FILE_REFUSALS | TABLE_REFUSALS).items()
        }
        components["parameters"] = {
            f"{resource.name}.{name}": parameter
            for resource in published.values()
            for name, parameter in filter_parameters(resource).items()
        }
        return document


def refusal_document(status: int) -> dict[str, Any]:
    kind = next(kind for kind in KINDS if kind.status == status)
    example = {
        "type": f"https://example.org/api/v1/problems/{kind.code}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.explanation,
        "instance": "/api/v1/surveys",
        "errors": [],
        "request_id": "0b7e5b2d9c0c4a4c8f0f5a8f4f1c1d2e",
    }
    document = {
        "description": kind.explanation,
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
        },
    }
    if status == 405:
        document["headers"] = {"Allow": {"description": "The methods.", "schema": {"type": "string"}}}
    if status == 503:
        document["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    return document


def answer_problem(request: HttpRequest, error: Any) -> HttpResponse:
    return problem_response(request, error.kind, error.detail, error.errors)


def answer_not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return problem_response(request, NOT_FOUND)


@public
def unknown_address(request: HttpRequest, path: str | None = None) -> HttpResponse:
    """The 404 for every address under /api/ that nothing else answers."""
    root, _, rest = (path or "").removeprefix("v1/").partition("/")
    near = nearest_names(root.removesuffix(".csv"), [*published, "config"])
    suffix = ".csv" if root.endswith(".csv") else ""
    tail = f"{suffix}/{rest}" if rest else suffix
    errors = [Wrong("path", f"There is {name}.", [name], f"/api/v1/{name}{tail}") for name in near if name != root]
    detail = "There is no such address. /api/v1/config lists the resources, /api/v1/docs describes them."
    return problem_response(request, NOT_FOUND, detail, errors)


def build() -> PortalAPI:
    made = PortalAPI(
        title="Serverless Market Watch", version="1", description=PROMISE, docs=DocsPage(), urls_namespace="api"
    )
    made.add_exception_handler(ProblemError, answer_problem)
    made.add_exception_handler(Http404, answer_not_found)
    for name in settings.PORTAL_API_ROUTERS:
        made.add_router("", import_string(name))
    return made


api = build()
