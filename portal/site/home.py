"""The front page: what is known today, what is new, where to go."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from portal.charts.shapes import CardMap, CardMatrix
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import shown
from portal.exhibits.tables import table_of
from portal.models import Chapter, Term
from portal.site.news import KINDS, all_news
from portal.site.sections import sections

NEWEST, NEWEST_LOADS = 6, 1  # of what happened, and of loads here
MOST_PARTS = 8  # names of rows on the card of a map

WAYS = {  # address → title, text
    "report": (
        _("Read the report"),
        _("The research report of 2021 in our own words, its charts live, and what has changed since."),
    ),
    "glossary": (
        _("Look up a term"),
        _("The words of the field, explained in both languages."),
    ),
    "surveys": (
        _("Read the surveys"),
        _("Every wave with who was asked, when and how; every published figure with base and source."),
    ),
    "topics": (
        _("See a topic across surveys"),
        _("Adoption, concerns, challenges, providers: the method stands before the number."),
    ),
    "compare": (
        _("Compare products"),
        _("Limits, runtimes and prices side by side; each cell with its source and the day it was read."),
    ),
    "vendors": (
        _("Find a vendor"),
        _("Who offers what, where they have their headquarters, and where they are listed."),
    ),
    "taxonomy": (
        _("See how the field is ordered"),
        _("Products by layer of the stack, with what is stated and what is inferred told apart."),
    ),
    "data": (
        _("Take the data"),
        _("Every table and chart as a file, with its licence and last update; all of it over the API too."),
    ),
    "sources": (
        _("Check the sources"),
        _("Every page, file and report that a number rests on, and when it was read."),
    ),
}


@dataclass(frozen=True)
class MapCard:
    """An exhibit too large to draw on the front page: its words and the names of its rows."""

    exhibit: Exhibit
    parts: tuple[str, ...]
    is_cut: bool


def home_context() -> dict:
    """The answers that lead, other headlines as figures, as maps, and those whose numbers were never published."""
    answers = [answer for section in sections() for answer in section.answers()]
    exhibits = [exhibit for section in sections() for exhibit in section.headlines()]
    told = {answer.exhibit.address for answer in answers}
    filled = [exhibit for exhibit in exhibits if not exhibit.is_empty]
    figures = [exhibit for exhibit in filled if not is_map(exhibit) and exhibit.address not in told]
    return {
        "answers": [{"value": answer, "chart": shown(answer.chart)} for answer in answers],
        "figures": [shown(exhibit) for exhibit in figures],
        "maps": [map_card(exhibit) for exhibit in filled if is_map(exhibit)],
        "silent": [exhibit for exhibit in exhibits if exhibit.is_empty],
        "counts": [count for section in sections() for count in section.counts()],
        "events": newest_days(),
        "ways": ways(),
    }


def is_map(exhibit: Exhibit) -> bool:
    return isinstance(exhibit.shape, (CardMap, CardMatrix))


def map_card(exhibit: Exhibit) -> MapCard:
    names = tuple(dict.fromkeys(part_names(exhibit)))
    return MapCard(exhibit, names[:MOST_PARTS], is_cut=len(names) > MOST_PARTS)


def part_names(exhibit: Exhibit) -> list[str]:
    """Of the rows of a cross table, or of the groups of a map."""
    if exhibit.grid:
        return [row.head.text for row in table_of(exhibit).rows]
    group = exhibit.shape.group if isinstance(exhibit.shape, CardMap) else exhibit.shape.row
    return [str(name) for name in exhibit.drawn[group]]


def newest_days() -> list[tuple[str, list[dict]]]:
    """The newest load, and the newest of what happened elsewhere, by date."""
    news = all_news()
    loads = [each for each in news if each.kind == "load"][:NEWEST_LOADS]
    others = [each for each in news if each.kind != "load"][:NEWEST]
    rows = [
        {"date": each.date, "what": each.text, "address": each.address, "kind_label": KINDS[each.kind]}
        for each in [*loads, *others]
    ]
    return [(date, list(group)) for date, group in groupby(rows, key=lambda row: row["date"])]


def ways() -> list[dict]:
    """Where readers go on; report and glossary once there is something to read."""
    missing = {
        address
        for address, rows in (("report", Chapter.objects.published()), ("glossary", Term.objects))
        if not rows.exists()
    }
    return [
        {"address": address, "title": title, "text": text}
        for address, (title, text) in WAYS.items()
        if address not in missing
    ]
