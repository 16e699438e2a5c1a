"""The reference part of docs/api.md: every resource, address, column and filter, as Markdown.

`python manage.py describe_api` prints it; a test holds docs/api.md against it.
"""

import json
from collections.abc import Iterator

from portal.api.operations import published
from portal.api.resources import Resource

BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"


def reference() -> str:
    """All resources, in the order in which they were published."""
    return "\n".join(line for resource in published.values() for line in resource_lines(resource))


def resource_lines(resource: Resource) -> Iterator[str]:
    yield f"### {resource.name}"
    yield ""
    yield resource.purpose
    yield ""
    yield f"- `GET /api/v1/{resource.name}`, `GET /api/v1/{resource.name}.csv`"
    for address in resource.addresses:
        yield f"- `GET /api/v1/{resource.name}/{'/'.join(f'{{{key}}}' for key in address.keys)}`"
    order = ", ".join(f"`{key}`" for key in resource.order) or "as loaded"
    yield f"- Order without `sort`: {order}"
    yield ""
    yield "| column | what it is | example | operators |"
    yield "| --- | --- | --- | --- |"
    for key in resource.by_key:
        yield column_line(resource, key)
    yield ""


def column_line(resource: Resource, key: str) -> str:
    places = resource.places.get(key)
    operators = " ".join(places[0].operators) if places else "–"
    description = resource.description(key).replace("|", "\\|")
    if places and places[0].choices:
        description += " " + ", ".join(f"`{choice}`" for choice in places[0].choices) + "."
    example = json.dumps(resource.example(key), ensure_ascii=False)
    return f"| `{key}` | {description} | `{example}` | {operators} |"
