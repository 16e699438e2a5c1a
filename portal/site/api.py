"""The API of what both apps need: sources, terms, chapters, the configuration, the kinds of problem."""

from django.http import Http404, HttpRequest
from ninja import Path, Router, Schema
from pydantic import Field

from portal.api.columns import Column, Computed, SourceColumn, Words, link
from portal.api.documents import refusals
from portal.api.envelope import LICENCE, Links, Meta, detail_answer
from portal.api.links import absolute
from portal.api.operations import publish, published
from portal.api.problems import KINDS
from portal.api.resources import Address, Resource
from portal.api.selection import refuse_parameters
from portal.labels import LANGUAGES
from portal.models import Chapter, Source, Term
from portal.site import schemas

router = Router()

SOURCES = Resource(
    name="sources",
    row=schemas.Source,
    rows=Source.objects.all,
    columns=(
        Column("code", known=True),
        Column("title"),
        Column("publisher"),
        Computed("url", paths=("url", "standing"), make=link),
        Column("kind"),
        Column("standing"),
        Column("published"),
        Column("accessed"),
        Column("licence"),
        Computed("address", paths=("code",), make="sources/{}".format),
    ),
    addresses=(Address(("code",), "get_source"),),
    search=("code", "title", "publisher"),
    order=("code",),
)

TERMS = Resource(
    name="terms",
    row=schemas.Term,
    rows=Term.objects.all,
    columns=(
        Column("code", known=True),
        Words("name", is_label=True),
        Column("aliases"),
        Words("definition"),
        SourceColumn("source", known=True),
        Computed("address", paths=("code",), make="glossary/{}".format),
    ),
    addresses=(Address(("code",), "get_term"),),
    search=("code", "name_en", "name_zh", "definition_en", "definition_zh"),
    order=("code",),
)

CHAPTERS = Resource(
    name="chapters",
    row=schemas.Chapter,
    rows=Chapter.objects.published,
    columns=(
        Column("slug", known=True),
        Column("number"),
        Column("order"),
        Words("title", is_label=True),
        Words("summary"),
        Words("body"),
        Computed("address", paths=("slug",), make="report/{}".format),
    ),
    addresses=(Address(("slug",), "get_chapter"),),
    search=("slug", "title_en", "title_zh", "body_en", "body_zh"),
    order=("order", "slug"),
)

publish(router, SOURCES, TERMS, CHAPTERS)


class ResourceEntry(Schema):
    name: str = Field(description="Name of the resource.", examples=["figures"])
    purpose: str = Field(description="What a row is.")
    href: str = Field(description="Its list.")
    csv: str = Field(description="Its list as CSV.")
    columns: list[str] = Field(description="Keys of a row.")


class Configuration(Schema):
    languages: list[str] = Field(description="Values of lang.", examples=[list(LANGUAGES)])
    licence: str = Field(description="Licence of the data.", examples=[LICENCE])
    documentation: str = Field(description="Page that describes the API.")
    openapi: str = Field(description="OpenAPI document.")
    resources: list[ResourceEntry] = Field(description="All lists.")


class ConfigurationAnswer(Schema):
    data: Configuration
    links: Links
    meta: Meta


class ProblemKind(Schema):
    code: str = Field(description="Code of the kind.", examples=["not-found"])
    status: int = Field(description="HTTP status.", examples=[404])
    title: str = Field(description="The kind in words.", examples=["Not found"])
    explanation: str = Field(description="What it means and what to do.")


class ProblemKindAnswer(Schema):
    data: ProblemKind
    links: Links
    meta: Meta


@router.get(
    "/config",
    response=ConfigurationAnswer,
    operation_id="get_config",
    tags=["about"],
    summary="Languages, licence, version and resources",
    openapi_extra={"responses": refusals(without=(404,))},
)
def get_config(request: HttpRequest):
    """What the API offers: its languages, the licence, the version of the data, the list of resources."""
    refuse_parameters(request.GET)
    resources = [
        {
            "name": resource.name,
            "purpose": resource.purpose,
            "href": absolute(request, f"/api/v1/{resource.name}"),
            "csv": absolute(request, f"/api/v1/{resource.name}.csv"),
            "columns": list(resource.by_key),
        }
        for resource in published.values()
    ]
    data = {
        "languages": list(LANGUAGES),
        "licence": LICENCE,
        "documentation": absolute(request, "/api/v1/docs"),
        "openapi": absolute(request, "/api/v1/openapi.json"),
        "resources": resources,
    }
    return detail_answer(request, data)


@router.get(
    "/problems/{code}",
    response=ProblemKindAnswer,
    operation_id="get_problem",
    tags=["about"],
    summary="What a kind of problem means",
    openapi_extra={"responses": refusals()},
)
def get_problem(
    request: HttpRequest,
    code: str = Path(..., description="Code of the kind, the end of a problem's type.", example="not-found"),
):
    """The page that the `type` of a problem names."""
    refuse_parameters(request.GET)
    kind = next((kind for kind in KINDS if kind.code == code), None)
    if kind is None:
        raise Http404
    data = {"code": kind.code, "status": kind.status, "title": kind.title, "explanation": kind.explanation}
    return detail_answer(request, data)
