"""Rows of sources, terms and chapters as the API sends them."""

from portal.api.schemas import SOURCE, CitedSource, Row, chosen, described, source_key
from portal.models import Source as SourceModel


class Source(Row):
    """A page, file or report that was read; every figure and fact names one."""

    code: str = described("Code of the source.", SOURCE["code"])
    title: str = described("Title as published.", SOURCE["title"])
    publisher: str | None = described("Who published it.", SOURCE["publisher"])
    url: str | None = described("Address; null where there is none to link to.", SOURCE["url"])
    kind: str = chosen(SourceModel.Kind, "Kind of source.", "dataset")
    standing: str = chosen(
        SourceModel.Standing, "Who speaks: the first party, a third one, or a copy site.", "first_party"
    )
    published: str | None = described("Date of publication, as exact as known.", SOURCE["published"])
    accessed: str | None = described("Date it was read.", "2026-05-28")
    licence: str | None = described("Licence of the source, where it names one.", "Apache-2.0")
    address: str = described(
        "Path of its page, without language: /en/ or /zh-hans/ goes before it.", f"sources/{SOURCE['code']}"
    )


class Term(Row):
    """A word of the field, defined in both languages."""

    code: str = described("Code of the term.", "cold-start")
    name: str = described("The term.", "Cold start")
    aliases: list[str] = described("Other words for the same, in both languages.", ["cold boot"])
    definition: str = described("What it means.", "The wait while a new instance starts.")
    source: CitedSource | None = source_key("the definition")
    address: str = described(
        "Path of its page, without language: /en/ or /zh-hans/ goes before it.", "glossary/cold-start"
    )


class Chapter(Row):
    """A published part of the research report, in Markdown."""

    slug: str = described("Slug of the chapter.", "adoption")
    number: str | None = described("Its number as printed; null for a chapter without one.", "2.1")
    order: int = described("Its place in the report.", 1)
    title: str = described("Its title.", "Adoption")
    summary: str | None = described("What it says, in a sentence or two.", "One survey, three questions.")
    body: str = described("Its text in Markdown; exhibits are named by address.", "Serverless is used by …")
    address: str = described("Path of its page, without language: /en/ or /zh-hans/ goes before it.", "report/adoption")
