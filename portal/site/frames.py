"""Sources and terms as frames."""

from collections.abc import Iterable

from django.utils.translation import override
from pandas import DataFrame

from portal.labels import LANGUAGES
from portal.models import Source, Term

SOURCE_TEXTS = ("source", "title", "publisher", "published", "accessed", "licence", "url")
RESTING = ("figures", "facts", "listings", "others")
TERM_TEXTS = ("term", "term_label_en", "term_label_zh", "aliases", "definition_en", "definition_zh", "source")


def source_table(sources: Iterable[Source]) -> DataFrame:
    """One row a source with what rests on it; `sources` come with_counts."""
    kinds, standings = both_labels(Source.Kind), both_labels(Source.Standing)
    rows = [source_row(source, kinds, standings) for source in sources]
    labelled = [f"{name}{ending}" for name in ("kind", "standing") for ending in ("", "_label_en", "_label_zh")]
    frame = DataFrame(rows, columns=[*SOURCE_TEXTS, *labelled, *RESTING])
    return frame.astype(dict.fromkeys([*SOURCE_TEXTS, *labelled], "str") | dict.fromkeys(RESTING, "int64"))


def source_row(source: Source, kinds: dict, standings: dict) -> dict:
    counts = {name.removesuffix("_count"): count for name, count in vars(source).items() if name.endswith("_count")}
    named = {name: counts.pop(name, 0) for name in RESTING[:-1]}
    return {
        "source": source.code,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "accessed": source.accessed,
        "licence": source.licence,
        "url": source.link,
        **labels("kind", source.kind, kinds),
        **labels("standing", source.standing, standings),
        **named,
        "others": sum(counts.values()),
    }


def term_table(terms: Iterable[Term]) -> DataFrame:
    """One row a term; `terms` come with_sources."""
    rows = [
        {
            "term": term.code,
            "term_label_en": term.name_en,
            "term_label_zh": term.name_zh or term.name_en,
            "aliases": "; ".join(term.aliases),
            "definition_en": term.definition_en,
            "definition_zh": term.definition_zh or term.definition_en,
            "source": term.source.code if term.source else "",
        }
        for term in terms
    ]
    return DataFrame(rows, columns=list(TERM_TEXTS)).astype("str")


def both_labels(choices) -> dict[str, dict[str, str]]:
    """{code: {language: label}} of a model's choices."""
    found: dict[str, dict[str, str]] = {code: {} for code in choices.values}
    for language in LANGUAGES:
        with override(language):
            for code, label in choices.choices:
                found[code][language] = str(label)
    return found


def labels(name: str, code: str, known: dict) -> dict[str, str]:
    return {name: code, f"{name}_label_en": known[code]["en"], f"{name}_label_zh": known[code]["zh-hans"]}
