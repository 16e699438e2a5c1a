"""The query parameters of a resource in the OpenAPI document: filters, order, form; each with an example."""

from typing import Any

from portal.api.kinds import LARGEST_INTEGER, LARGEST_NUMBER, LONGEST_TEXT, Kind, Place
from portal.api.resources import Resource
from portal.api.selection import DEFAULT_LIMIT, LARGEST_LIMIT, LONGEST_CURSOR, LONGEST_SEARCH
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


WHOLE_DAY = r"^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


def own_parameters(resource: Resource) -> dict[str, dict[str, Any]]:
    """The parameters that are no filters, by name."""
    parts = (*choosing_parameters(resource), *form_parameters(resource), *([day_parameter()] if resource.as_of else []))
    return {each["name"]: each for each in parts}


def day_parameter() -> dict[str, Any]:
    return parameter(
        "as_of",
        "Only what was known on this day, the newest of each; is_current still speaks of today.",
        {"type": "string", "pattern": WHOLE_DAY},
        "2024-12-31",
    )


def choosing_parameters(resource: Resource) -> list[dict[str, Any]]:
    """Which rows, in which order."""
    sortable = [sign + key for key in resource.sortable for sign in ("", "-")]
    order = ", ".join(resource.order) or "the order in which rows were loaded"
    return [
        parameter(
            "q",
            "Only rows that hold all these words, in English or Chinese.",
            {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH, "pattern": ANY_TEXT},
            "serverless",
        ),
        parameter(
            "sort",
            f"Columns to sort by, separated by commas; - before one reverses it. "
            f"Missing values come last. Without it: {order}.",
            {"type": "array", "minItems": 1, "items": {"type": "string", "enum": sortable}},
            [f"-{resource.sortable[0]}"],
        ),
        parameter(
            "limit",
            "Rows on a page.",
            {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
            100,
        ),
        parameter(
            "cursor",
            "The page to continue with: page.next_cursor of the one before. It goes with "
            "the filters, sort and language that made it.",
            {"type": "string", "minLength": 1, "maxLength": LONGEST_CURSOR},
            None,
        ),
    ]


def form_parameters(resource: Resource) -> list[dict[str, Any]]:
    """Which columns, in which language and form."""
    return [
        parameter(
            "fields",
            "Only these columns, separated by commas, in this order.",
            {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(resource.by_key)}},
            [resource.columns[0].key],
        ),
        parameter(
            "lang",
            "Language of names and texts; English stands in where Chinese is missing.",
            {"type": "string", "enum": list(LANGUAGES), "default": "en"},
            "zh-hans",
        ),
        parameter(
            "labels",
            "code: no names beside the codes; both: every text also in English and Chinese, as …_en and …_zh.",
            {"type": "string", "enum": ["code", "both"]},
            "both",
        ),
        parameter(
            "count",
            "1: count the rows of the whole list, in page.count.",
            {"type": "integer", "enum": [0, 1], "default": 0},
            1,
        ),
        parameter(
            "excel",
            "1: with a byte order mark and harmless formula cells, for spreadsheets.",
            {"type": "integer", "enum": [0, 1], "default": 0},
            1,
        ),
    ]


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
            found[name] = parameter(
                name, description, value_schema(place, operator), value_example(resource.example(key), operator)
            )
    return found


def value_example(example: Any, operator: str) -> Any:
    if operator == "isnull":
        return True
    value = example["code"] if isinstance(example, dict) else example[0] if isinstance(example, list) else example
    return [value] if operator == "in" else value


def value_schema(place: Place, operator: str) -> dict[str, Any]:
    if operator == "isnull":
        return {"type": "boolean"}
    schemas: dict[Kind, dict[str, Any]] = {
        Kind.CHOICE: {"type": "string", "enum": list(place.choices)},
        Kind.DATE: {"type": "string", "pattern": DATE},
        Kind.INTEGER: {"type": "integer", "minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER},
        Kind.NUMBER: {"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
        Kind.BOOLEAN: {"type": "boolean"},
    }
    any_text = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": ANY_TEXT}
    schema = schemas.get(place.kind, any_text)
    if operator != "in":
        return schema
    if schema.get("pattern") == ANY_TEXT:
        schema["pattern"] = NO_COMMA
    return {"type": "array", "minItems": 1, "items": schema}
