"""Sources and terms as frames."""

from collections.abc import Iterable

from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from portal.models import Source, Term

RESTING = ("figures", "facts", "listings", "others")
SOURCE_TYPES = {
    **text_types("source", "title", "publisher", "published", "accessed", "licence", "url"),
    **labelled_types("kind", "standing"),
    **dict.fromkeys(RESTING, "int64"),
}
TERM_TYPES = {**labelled_types("term"), **text_types("aliases", "definition_en", "definition_zh", "source")}


def source_table(sources: Iterable[Source]) -> DataFrame:
    """One row a source with what rests on it; `sources` come with_counts."""
    kinds, standings = both_labels(Source.Kind.choices), both_labels(Source.Standing.choices)
    return frame_of((source_row(source, kinds, standings) for source in sources), SOURCE_TYPES)


def source_row(source: Source, kinds: dict, standings: dict) -> dict:
    counts = {name.removesuffix("_count"): count for name, count in vars(source).items() if name.endswith("_count")}
    told_apart = {name: counts.pop(name, 0) for name in RESTING[:-1]}
    return {
        "source": source.code,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "accessed": source.accessed,
        "licence": source.licence,
        "url": source.link,
        **labelled("kind", source.kind, kinds[source.kind]),
        **labelled("standing", source.standing, standings[source.standing]),
        **told_apart,
        "others": sum(counts.values()),
    }


def term_table(terms: Iterable[Term]) -> DataFrame:
    """One row a term; `terms` come with_sources."""
    rows = (
        {
            **named("term", term.code, term),
            "aliases": "; ".join(term.aliases),
            "definition_en": term.definition_en,
            "definition_zh": term.definition_zh or term.definition_en,
            "source": term.source.code if term.source else "",
        }
        for term in terms
    )
    return frame_of(rows, TERM_TYPES)
