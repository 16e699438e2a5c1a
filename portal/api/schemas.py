"""What the schemas of all resources share: described keys, rows without required keys, the nested source."""

from typing import Any

from django.db.models import TextChoices
from ninja import Schema
from pydantic import Field, JsonValue


class Row(Schema):
    """Base of all rows. `fields=` leaves keys out, so none is required."""

    model_config = {"json_schema_extra": lambda schema: schema.pop("required", None)}


def described(description: str, example: Any, **details: Any) -> Any:
    """A key with its description and an example; `unit` where it has one."""
    extra = {"unit": details["unit"]} if "unit" in details else None
    return Field(description=description, examples=[example], json_schema_extra=extra)


def chosen(choices: type[TextChoices], description: str, example: str) -> Any:
    """A key that holds one of a few words."""
    return Field(
        description=description, examples=[example], json_schema_extra={"enum": list[JsonValue](choices.values)}
    )


SOURCE = {
    "code": "github-cncf-surveys-cloud-native-survey-2021-part-2-tables",
    "title": "Cloud Native Survey 2021 - Part 2 (tables)",
    "url": "https://github.com/cncf/surveys/blob/main/cloudnative/Cloud_Native_Survey_2021-Part_2.xlsx",
    "publisher": "Cloud Native Computing Foundation",
    "published": "2021-12",
}


class CitedSource(Schema):
    """Where a number or a fact comes from."""

    code: str = described("Code of the source.", SOURCE["code"])
    title: str = described("Title as published.", SOURCE["title"])
    url: str | None = described("Address; null where there is none to link to.", SOURCE["url"])
    publisher: str | None = described("Who published it.", SOURCE["publisher"])
    published: str | None = described("When, as exact as known: YYYY, YYYY-MM or YYYY-MM-DD.", SOURCE["published"])


def source_key(what: str) -> Any:
    """The key `source` of a row."""
    return described(f"Source of {what}, with code, title, url, publisher and date; filters name its code.", SOURCE)
