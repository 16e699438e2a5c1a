"""Contents as frames: one row for each part, for each row of a table, for each exhibit of the report."""

from collections.abc import Iterable

from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, text_types
from portal.labels import in_both
from portal.report.diagrams.content import DiagramContent, TableContent
from portal.report.diagrams.places import Place
from portal.words import listed

PART_TYPES = {
    **labelled_types("part"),
    **text_types("kind", "label", "text", "within", "within_words", "leads_to", "leads_to_words"),
}
PLACE_TYPES = text_types("page", "exhibit", "original", "address")


def part_table(content: DiagramContent) -> DataFrame:
    """One row a part; `label` is in the active language, groups and aims stand as codes and in words."""
    labels = {part.code: str(part.label) for part in content.parts}
    rows = (
        {
            **labelled("part", part.code, in_both(part.label)),
            "kind": part.kind,
            "label": labels[part.code],
            "text": str(part.text),
            "within": part.within,
            "within_words": labels.get(part.within, ""),
            "leads_to": " ".join(part.leads_to),
            "leads_to_words": listed(labels[code] for code in part.leads_to),
        }
        for part in content.parts
    )
    return frame_of(rows, PART_TYPES)


def word_table(content: TableContent) -> DataFrame:
    """One row for each limit or scenario, one column of text for each heading."""
    keys = [key for key, _label in content.headings]
    rows = (
        {**labelled("row", code, in_both(label)), **dict(zip(keys, map(str, texts), strict=True))}
        for code, label, texts in content.rows
    )
    return frame_of(rows, {**labelled_types("row"), **text_types(*keys)})


def place_table(places: Iterable[Place]) -> DataFrame:
    """One row for each exhibit of the report, in the order of its pages."""
    rows = (
        {
            "page": str(place.page),
            "exhibit": str(place.title),
            "original": str(place.original),
            "address": place.address,
        }
        for place in places
    )
    return frame_of(rows, PLACE_TYPES)
