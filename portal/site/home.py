"""The front page: what is known today, what is new, where to go."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from portal.charts.shapes import CardMap, CardMatrix
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import shown
from portal.exhibits.tables import table_of
from portal.models import Chapter, Term
from portal.site.news import all_news
from portal.site.sections import News, sections

NEWEST, NEWEST_LOADS = 3, 1  # of what happened, and of loads here
MOST_PARTS = 8  # names of rows on the card of a map

WAYS = {  # address → title
    "report": _("Read the report"),
    "glossary": _("Look up a term"),
    "surveys": _("Read the surveys"),
    "topics": _("See a topic across surveys"),
    "compare": _("Compare products"),
    "vendors": _("Find a vendor"),
    "taxonomy": _("See how the field is ordered"),
    "data": _("Take the data"),
    "sources": _("Check the sources"),
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
        "events": newest(),
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


def newest() -> list[News]:
    """The newest load, and the newest of what happened elsewhere."""
    news = all_news()
    loads = [each for each in news if each.kind == "load"][:NEWEST_LOADS]
    return [*loads, *[each for each in news if each.kind != "load"][:NEWEST]]


def ways() -> list[tuple[str, str]]:
    """Addresses and titles of where readers go on; report and glossary once there is something to read."""
    missing = {
        address
        for address, rows in (("report", Chapter.objects.published()), ("glossary", Term.objects))
        if not rows.exists()
    }
    return [(address, title) for address, title in WAYS.items() if address not in missing]
