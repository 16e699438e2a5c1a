"""Sources, news and downloads as frames."""

from collections.abc import Iterable

from pandas import DataFrame

from portal.exhibits.citations import CC_BY_4
from portal.exhibits.frames import frame_of, labelled, labelled_types, text_types
from portal.labels import both_labels
from portal.models import Source
from portal.site import catalogue
from portal.site.catalogue import last_updates, updated
from portal.site.news import KINDS
from portal.site.resting import KINDS as RESTING_KINDS
from portal.site.sections import Download, News, Resting

RESTING = ("figures", "facts", "listings", "others")
SOURCE_TYPES = {
    **text_types("source", "title", "publisher", "published", "accessed", "licence", "url"),
    **labelled_types("kind", "standing"),
    **dict.fromkeys(RESTING, "int64"),
}

DOWNLOAD_TYPES = {
    **labelled_types("kind"),
    **text_types("title", "address", "forms"),
    "rows": "float64",
    **text_types("licence", "updated"),
}
RESTING_TYPES = {**labelled_types("kind"), **text_types("title", "address"), "count": "int64"}
NEWS_TYPES = {**text_types("date"), **labelled_types("kind"), **text_types("what", "address", "source", "key", "day")}


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


def news_table(news: Iterable[News]) -> DataFrame:
    """One row each, in the order given."""
    kinds = both_labels(KINDS.items())
    rows = (
        {
            "date": each.date,
            **labelled("kind", each.kind, kinds[each.kind]),
            "what": each.text,
            "address": each.address,
            "source": each.source,
            "key": each.key,
            "day": each.known_by,
        }
        for each in news
    )
    return frame_of(rows, NEWS_TYPES)


def download_table(downloads: Iterable[Download]) -> DataFrame:
    """One row each, in the order given."""
    kinds, updates = both_labels(catalogue.KINDS.items()), last_updates()
    rows = (
        {
            **labelled("kind", each.kind, kinds[each.kind]),
            "title": each.title,
            "address": each.address,
            "forms": "; ".join(address for _name, address in each.files),
            "rows": float("nan") if each.rows is None else each.rows,
            "licence": CC_BY_4.code,
            "updated": updated(each, updates).isoformat(),
        }
        for each in downloads
    )
    return frame_of(rows, DOWNLOAD_TYPES)


def resting_table(resting: Iterable[Resting]) -> DataFrame:
    """One row each, in the order given."""
    kinds = both_labels(RESTING_KINDS.items())
    rows = (
        {
            **labelled("kind", each.kind, kinds[each.kind]),
            "title": each.title,
            "address": each.address,
            "count": each.count,
        }
        for each in resting
    )
    return frame_of(rows, RESTING_TYPES)
