"""The front page: what is known today, what is new, where to go."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.charts.shapes import CardMap, CardMatrix
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import shown
from portal.exhibits.tables import table_of
from portal.models import ImportRun
from portal.site.sections import sections
from portal.versions import current_version
from portal.words import joined, write_count

NEWEST = 3  # loads
MOST_PARTS = 8  # names of rows on the card of a map


@dataclass(frozen=True)
class MapCard:
    """An exhibit too large to draw on the front page: its words and the names of its rows."""

    exhibit: Exhibit
    parts: tuple[str, ...]
    is_cut: bool


def home_context() -> dict:
    """Headlines as figures, as maps, and those whose numbers were never published."""
    exhibits = [exhibit for section in sections() for exhibit in section.headlines()]
    filled = [exhibit for exhibit in exhibits if not exhibit.is_empty]
    return {
        "known": [exhibit for exhibit in sorted(filled, key=is_map) if exhibit.finding],
        "figures": [shown(exhibit) for exhibit in filled if not is_map(exhibit)],
        "maps": [map_card(exhibit) for exhibit in filled if is_map(exhibit)],
        "silent": [exhibit for exhibit in exhibits if exhibit.is_empty],
        "counts": [count for section in sections() for count in section.counts()],
        "loads": [(run.finished, changes_of(run)) for run in ImportRun.objects.newest_loads(NEWEST)],
        "data_version": current_version(),
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


def changes_of(run: ImportRun) -> str:
    """How many rows a load added and changed."""
    added, changed = (sum(count.get(name, 0) for count in run.counts.values()) for name in ("added", "changed"))
    parts = []
    if added:
        parts.append(_("%(count)s records added") % {"count": write_count(added)})
    if changed:
        parts.append(_("%(count)s records changed") % {"count": write_count(changed)})
    return joined(parts)


def ways() -> list[dict]:
    """Where readers go on."""
    return [
        {
            "title": _("Read the surveys"),
            "address": "surveys",
            "text": _("Every wave with who was asked, when and how; every published figure with base and source."),
        },
        {
            "title": _("See a topic across surveys"),
            "address": "topics",
            "text": _("Adoption, concerns, challenges, providers: the method stands before the number."),
        },
        {
            "title": _("Compare products"),
            "address": "compare",
            "text": _("Limits, runtimes and prices side by side; each cell with its source and the day it was read."),
        },
        {
            "title": _("Find a vendor"),
            "address": "vendors",
            "text": _("Who offers what, where they have their headquarters, and where they are listed."),
        },
        {
            "title": _("See how the field is ordered"),
            "address": "taxonomy",
            "text": _("Products by layer of the stack, with what is stated and what is inferred told apart."),
        },
        {
            "title": _("Check the sources"),
            "address": "sources",
            "text": _("Every page, file and report that a number rests on, and when it was read."),
        },
    ]
