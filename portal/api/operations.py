"""Publishes a resource on a router: its list, its file, its rows by natural key."""

from inspect import Parameter, Signature

from django.http import HttpRequest
from ninja import Path, Router

from portal.api.csv_files import csv_answer
from portal.api.detail import row_answer
from portal.api.documents import document_of, list_document, schema_of_list, schema_of_row
from portal.api.envelope import list_answer
from portal.api.resources import Address, Resource
from portal.api.selection import FILE_PARAMETERS, LIST_PARAMETERS, ROW_PARAMETERS, read_selection

published: dict[str, Resource] = {}  # by name, in the order of publishing; config and docs/api.md list them


def publish(router: Router, *resources: Resource) -> None:
    """Adds the operations of each resource."""
    for resource in resources:
        published[resource.name] = resource
        add_list(router, resource)
        add_file(router, resource)
        for address in resource.addresses:
            add_row(router, resource, address)


def add_list(router: Router, resource: Resource) -> None:
    def list_rows(request: HttpRequest):
        return list_answer(request, resource, read_selection(resource, request.GET, LIST_PARAMETERS))

    router.get(
        f"/{resource.name}",
        response=schema_of_list(resource),
        operation_id=f"list_{resource.name}",
        url_name=f"list_{resource.name}",
        summary=f"List {resource.name}",
        description=resource.purpose,
        tags=[resource.name],
        openapi_extra=list_document(resource, LIST_PARAMETERS),
    )(list_rows)


def add_file(router: Router, resource: Resource) -> None:
    def download_rows(request: HttpRequest):
        return csv_answer(resource, read_selection(resource, request.GET, FILE_PARAMETERS))

    router.get(
        f"/{resource.name}.csv",
        operation_id=f"download_{resource.name}",
        url_name=f"download_{resource.name}",
        summary=f"Download {resource.name} as CSV",
        description=f"{resource.purpose} All rows of the list, streamed, one line each.",
        tags=[resource.name],
        openapi_extra=list_document(resource, FILE_PARAMETERS, is_file=True),
    )(download_rows)


def add_row(router: Router, resource: Resource, address: Address) -> None:
    def get_row(request: HttpRequest, **names: str):
        selection = read_selection(resource, request.GET, ROW_PARAMETERS, takes_filters=False)
        return row_answer(request, resource, address, names, selection)

    # The path names its columns; ninja reads them from the signature.
    request = Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)
    signature = Signature([request, *[path_parameter(resource, key) for key in address.keys]])
    setattr(get_row, "__signature__", signature)  # noqa: B010  (a function has no such attribute for mypy)
    router.get(
        f"/{resource.name}/" + "/".join(f"{{{key}}}" for key in address.keys),
        response=schema_of_row(resource),
        operation_id=address.operation,
        url_name=address.operation,
        summary=f"Get one of {resource.name} by {', '.join(address.keys)}",
        description=resource.purpose,
        tags=[resource.name],
        openapi_extra=document_of(resource, ROW_PARAMETERS),
    )(get_row)


def path_parameter(resource: Resource, key: str) -> Parameter:
    described = Path(..., description=resource.description(key), example=resource.example(key))
    return Parameter(key, Parameter.KEYWORD_ONLY, annotation=str, default=described)
