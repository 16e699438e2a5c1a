"""What the pages of sources, news and data show beside their form."""

from itertools import groupby

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.site import catalogue
from portal.site.catalogue import last_updates, updated
from portal.site.sections import Download

SHORT = 5  # downloads of each kind where all kinds are shown
NEWS_SHOWN = 100
OPEN_SOURCES = 40  # more than that and the sources of each publisher begin folded


def sources_context(exhibit: Exhibit) -> dict:
    """Rows for the page's own list, by publisher."""
    language = exhibit.language
    rows = [
        {
            **row,
            "kind_label": row[exhibit.column("kind").shown_column(language)],
            "standing_label": row[exhibit.column("standing").shown_column(language)],
        }
        for row in exhibit.frame.to_dict("records")
    ]
    publishers = [(name, list(group)) for name, group in groupby(rows, key=lambda row: row["publisher"])]
    return {"rows": rows, "publishers": publishers, "is_open": len(rows) <= OPEN_SOURCES}


def news_context(exhibit: Exhibit) -> dict:
    """The newest rows by date; files hold all."""
    kind = label_column("kind")
    rows = [{**row, "kind_label": row[kind]} for row in exhibit.rows[:NEWS_SHOWN]]
    days = [(date, list(group)) for date, group in groupby(rows, key=lambda row: row["date"])]
    return {"days": days, "left": len(exhibit.rows) - len(rows)}


def data_context(downloads: list[Download], *, is_whole: bool) -> dict:
    """Downloads by kind: the first of each, or all where the reader asked for some."""
    updates = last_updates()
    groups = []
    for kind, found in groupby(downloads, key=lambda each: each.kind):
        held = list(found)
        rows = [{"download": each, "updated": updated(each, updates)} for each in (held[:SHORT] if is_whole else held)]
        href = f"?kind={kind}" if len(rows) < len(held) else ""
        label = catalogue.KINDS[kind]
        groups.append({"code": kind, "label": label, "count": len(held), "rows": rows, "href": href})
    return {"groups": groups, "count": len(downloads), "files": sum(len(each.files) for each in downloads)}
