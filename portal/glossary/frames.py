"""Terms as a frame."""

from collections.abc import Iterable

from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled_types, named, text_types
from portal.models import Term

TERM_TYPES = {**labelled_types("term"), **text_types("aliases", "definition_en", "definition_zh", "source")}


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
