"""The OpenAPI document of a resource: its parameters, answers and problems, made from its description."""

from functools import cache
from typing import Any

from ninja import Schema
from pydantic import Field, create_model

from portal.api.columns import Words
from portal.api.envelope import Links, ListLinks, Meta, Page
from portal.api.kinds import LARGEST_INTEGER, LARGEST_NUMBER, LONGEST_TEXT, Kind, Place
from portal.api.resources import Resource
from portal.api.selection import DEFAULT_LIMIT, LARGEST_LIMIT, LONGEST_SEARCH
from portal.labels import LANGUAGES

MEANINGS = {
    "eq": "Only rows where this is the value.",
    "in": "Only rows where this is one of the values, separated by commas.",
    "gt": "Only rows where this is greater.",
    "gte": "Only rows where this is greater or equal.",
    "lt": "Only rows where this is less.",
    "lte": "Only rows where this is less or equal.",
    "contains": "Only rows where this contains the text, in whatever case; a list contains it as an item.",
    "isnull": "true: only rows where this is missing; false: only the others.",
}
ANY_TEXT = r"^[^\u0000]*$"  # NUL cannot be stored, so it cannot be asked for
NO_COMMA = r"^[^,\u0000]*$"
DATE = r"^(19[0-9]{2}|20[0-9]{2}|2100)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
REFUSALS = {400: "BadRequest", 404: "NotFound", 405: "MethodNotAllowed", 406: "NotAcceptable", 414: "AddressTooLong"}


@cache
def complete_row(row: type[Schema], words: tuple[str, ...]) -> type[Schema]:
    """The schema with the keys that labels=both adds."""
    added: dict[str, Any] = {}
    for key in words:
        described = row.model_fields[key].description
        for suffix, language in (("en", "English"), ("zh", "Chinese")):
            text = f"{described.removesuffix('.')}, in {language}; with labels=both."
            added[f"{key}_{suffix}"] = (str | None, Field(None, description=text))
    return create_model(row.__name__, __base__=row, __doc__=row.__doc__, **added)


def row_schema(resource: Resource) -> type[Schema]:
    words = tuple(column.key for column in resource.columns if isinstance(column, Words))
    return complete_row(resource.row, words)


def schema_of_list(resource: Resource) -> type[Schema]:
    row = row_schema(resource)
    return create_model(
        f"{row.__name__}List", __base__=Schema, data=(list[row], ...), page=(Page, ...), links=(ListLinks, ...),
        meta=(Meta, ...),
    )


def schema_of_row(resource: Resource) -> type[Schema]:
    row = row_schema(resource)
    return create_model(f"{row.__name__}Answer", __base__=Schema, data=(row, ...), links=(Links, ...), meta=(Meta, ...))


def list_document(resource: Resource, parameters: tuple[str, ...], *, is_file: bool = False) -> dict[str, Any]:
    document = document_of(resource, parameters, without=(404, 406) if is_file else (404,))
    references = [
        {"$ref": f"#/components/parameters/{resource.name}.{name}"} for name in filter_parameters(resource)
    ]
    document["parameters"] += references
    if is_file:
        content = {"text/csv": {"schema": {"type": "string", "description": "RFC 4180, UTF-8, with a header line."}}}
        document["responses"][200] = {"description": "OK", "content": content}
    return document


def document_of(resource: Resource, parameters: tuple[str, ...], *, without: tuple[int, ...] = ()) -> dict[str, Any]:
    own = own_parameters(resource)
    return {
        "parameters": [own[name] for name in parameters],
        "responses": refusals(without=without),
    }


def refusals(*, without: tuple[int, ...] = ()) -> dict[int, dict[str, str]]:
    return {
        status: {"$ref": f"#/components/responses/{name}"} for status, name in REFUSALS.items() if status not in without
    }


def own_parameters(resource: Resource) -> dict[str, dict[str, Any]]:
    """The parameters that are no filters."""
    sortable = [sign + key for key in resource.sortable for sign in ("", "-")]
    first = resource.columns[0].key
    order = ", ".join(resource.order) or "the order in which rows were loaded"
    return {
        "q": parameter("q", "Only rows that hold all these words, in English or Chinese.",
                       {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH, "pattern": ANY_TEXT},
                       "serverless"),
        "sort": parameter("sort", f"Columns to sort by, separated by commas; - before one reverses it. "
                          f"Missing values come last. Without it: {order}.",
                          {"type": "array", "minItems": 1, "uniqueItems": True,
                           "items": {"type": "string", "enum": sortable}}, [f"-{resource.sortable[0]}"]),
        "limit": parameter("limit", "Rows on a page.",
                           {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT}, 100),
        "cursor": parameter("cursor", "The page to continue with: page.next_cursor of the one before. It goes with "
                            "the filters, sort and language that made it.", {"type": "string", "minLength": 1}, None),
        "fields": parameter("fields", "Only these columns, separated by commas, in this order.",
                            {"type": "array", "minItems": 1,
                             "items": {"type": "string", "enum": list(resource.by_key)}}, [first]),
        "lang": parameter("lang", "Language of names and texts; English stands in where Chinese is missing.",
                          {"type": "string", "enum": list(LANGUAGES), "default": "en"}, "zh-hans"),
        "labels": parameter("labels", "code: no names beside the codes; both: every text also in English and "
                            "Chinese, as …_en and …_zh.", {"type": "string", "enum": ["code", "both"]}, "both"),
        "count": parameter("count", "1: count the rows of the whole list, in page.count.",
                           {"type": "integer", "enum": [0, 1], "default": 0}, 1),
        "excel": parameter("excel", "1: with a byte order mark and harmless formula cells, for spreadsheets.",
                           {"type": "integer", "enum": [0, 1], "default": 0}, 1),
    }


def parameter(name: str, description: str, schema: dict[str, Any], example: Any) -> dict[str, Any]:
    written = {"in": "query", "name": name, "description": description, "required": False, "schema": schema}
    if schema["type"] == "array":
        written |= {"style": "form", "explode": False}
    return written if example is None else written | {"example": example}


def filter_parameters(resource: Resource) -> dict[str, dict[str, Any]]:
    """Every filter by its name: `survey`, `survey__in`, `survey__isnull`."""
    found = {}
    for key, (place, *_) in resource.places.items():
        for operator in place.operators:
            name = key if operator == "eq" else f"{key}__{operator}"
            description = f"{resource.description(key)} {MEANINGS[operator]}"
            found[name] = parameter(name, description, value_schema(place, operator),
                                    value_example(resource.example(key), operator))
    return found


def value_example(example: Any, operator: str) -> Any:
    if operator == "isnull":
        return True
    value = example["code"] if isinstance(example, dict) else example[0] if isinstance(example, list) else example
    return [value] if operator == "in" else value


def value_schema(place: Place, operator: str) -> dict[str, Any]:
    if operator == "isnull":
        return {"type": "boolean"}
    schema = {
        Kind.CHOICE: {"type": "string", "enum": list(place.choices)},
        Kind.DATE: {"type": "string", "pattern": DATE},
        Kind.INTEGER: {"type": "integer", "minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER},
        Kind.NUMBER: {"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
        Kind.BOOLEAN: {"type": "boolean"},
    }.get(place.kind, {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": ANY_TEXT})
    if operator != "in":
        return schema
    if schema.get("pattern") == ANY_TEXT:
        schema["pattern"] = NO_COMMA
    return {"type": "array", "minItems": 1, "items": schema}
