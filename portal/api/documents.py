"""The OpenAPI document of a resource: its answers and problems, made from its description."""

from functools import cache
from typing import Any

from ninja import Schema
from pydantic import Field, create_model

from portal.api.columns import Words
from portal.api.envelope import Links, ListLinks, Meta, Page
from portal.api.parameter_documents import filter_parameters, own_parameters
from portal.api.resources import Resource

REFUSALS = {
    400: "BadRequest",
    404: "NotFound",
    405: "MethodNotAllowed",
    406: "NotAcceptable",
    414: "AddressTooLong",
}
FILE_REFUSALS = {503: "Busy"}  # files are streamed
TABLE_REFUSALS = {422: "ImpossibleSelection"}  # tables are made of answers that not everybody may see


@cache
def complete_row(row: type[Schema], words: tuple[str, ...]) -> type[Schema]:
    """The schema with the keys that labels=both adds."""
    added: dict[str, Any] = {}
    for key in words:
        described = row.model_fields[key].description or ""
        for suffix, language in (("en", "English"), ("zh", "Chinese")):
            text = f"{described.removesuffix('.')}, in {language}; with labels=both."
            added[f"{key}_{suffix}"] = (str | None, Field(None, description=text))
    return create_model(row.__name__, __base__=row, __doc__=row.__doc__, **added)


def row_schema(resource: Resource) -> type[Schema]:
    words = tuple(column.key for column in resource.columns if isinstance(column, Words))
    return complete_row(resource.row, words)


def schema_of_list(resource: Resource) -> type[Schema]:
    row: Any = row_schema(resource)
    parts: dict[str, Any] = {
        "data": (list[row], ...),
        "page": (Page, ...),
        "links": (ListLinks, ...),
        "meta": (Meta, ...),
    }
    return create_model(f"{row.__name__}List", __base__=Schema, **parts)


def schema_of_row(resource: Resource) -> type[Schema]:
    row = row_schema(resource)
    return create_model(f"{row.__name__}Answer", __base__=Schema, data=(row, ...), links=(Links, ...), meta=(Meta, ...))


def list_document(resource: Resource, parameters: tuple[str, ...], *, is_file: bool = False) -> dict[str, Any]:
    parameters = (*parameters, "as_of") if resource.as_of else parameters
    document = document_of(resource, parameters, without=(404, 406) if is_file else (404,))
    references = [{"$ref": f"#/components/parameters/{resource.name}.{name}"} for name in filter_parameters(resource)]
    document["parameters"] += references
    if is_file:
        content = {"text/csv": {"schema": {"type": "string", "description": "RFC 4180, UTF-8, with a header line."}}}
        document["responses"][200] = {"description": "OK", "content": content}
        document["responses"] |= references_to(FILE_REFUSALS)
    return document


def document_of(resource: Resource, parameters: tuple[str, ...], *, without: tuple[int, ...] = ()) -> dict[str, Any]:
    own = own_parameters(resource)
    return {
        "parameters": [own[name] for name in parameters],
        "responses": refusals(without=without),
    }


def refusals(*, without: tuple[int, ...] = ()) -> dict[int, dict[str, str]]:
    return references_to({status: name for status, name in REFUSALS.items() if status not in without})


def references_to(names: dict[int, str]) -> dict[int, dict[str, str]]:
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in names.items()}
