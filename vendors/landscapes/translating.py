"""Landscape files → rows of categories.csv and listings.csv, which then go the way of all loaded rows."""

from django.utils.translation import gettext_lazy as _

from portal.loading.draft import Draft
from portal.loading.formats import Format, Tables
from portal.loading.problems import Report
from portal.loading.reader import RawRow, RawTable
from vendors.landscapes.categories import Shelves, category_rows, shelve, shelves_of
from vendors.landscapes.editions import Edition, listing_rows
from vendors.landscapes.keys import Memory, known_from_listing
from vendors.landscapes.placing import EXAMPLE, SUFFIXES, Placing, placing_of
from vendors.landscapes.reading import LandscapeFile, read_landscape
from vendors.models import Listing, Scheme


def translate(files: list[LandscapeFile], draft: Draft, report: Report) -> Tables:
    """Older editions first, so that names and places of later ones are known as changes of theirs."""
    placed = [(placing_of(file.name, file.tally, draft, report), file) for file in files]
    known = sorted(
        ((placing, file) for placing, file in placed if placing is not None),
        key=lambda pair: (pair[0].scheme.code, pair[0].edition),
    )
    rooms: dict[str, Room] = {}
    tables: Tables = []
    for placing, file in known:
        room = rooms.setdefault(placing.scheme.code, Room(placing.scheme, draft))
        rows = room.take(placing, file, draft, report)
        tables.append(("listings", RawTable(file.name, rows, file.is_sound)))
    for room in rooms.values():
        tables += [
            ("categories", RawTable(name, rows, is_sound=True)) for name, rows in category_rows(room.shelves).items()
        ]
    for file in files:
        file.tally.report_to(report)
    return tables


class Room:
    """What is known of one scheme while its files are translated."""

    def __init__(self, scheme: Scheme, draft: Draft):
        listings = [each for each in draft.complete("listings") if isinstance(each, Listing)]
        main = [each for each in listings if not each.is_second_path]
        self.stored = {}
        for each in listings:
            if each.category.scheme is scheme:
                self.stored[each.edition, each.category.code, each.name_en] = each
        self.memory = Memory(
            own=[known_from_listing(each) for each in main if each.category.scheme is scheme],
            elsewhere=[known_from_listing(each) for each in main if maps_the_same(each.category.scheme, scheme)],
        )
        editions = [edition for edition, _code, _name in self.stored]
        self.shelves: Shelves = shelves_of(scheme, max(editions, default=""), draft)

    def take(self, placing: Placing, file: LandscapeFile, draft: Draft, report: Report) -> list[RawRow]:
        if not shelve(file, placing.edition, self.shelves, report):
            return []
        return listing_rows(Edition(placing, file, self.shelves, self.memory, self.stored), draft)


def maps_the_same(other: Scheme, scheme: Scheme) -> bool:
    """Whether another landscape rests on the same source, as a part does on which the whole rests."""
    return other is not scheme and other.kind == Scheme.Kind.LANDSCAPE and other.source is scheme.source


LANDSCAPES = Format(
    holds=_("A landscape in YAML, as CNCF and landscape2 write it"),
    suffixes=SUFFIXES,
    example=EXAMPLE,
    datasets=("categories", "listings"),
    read=read_landscape,
    translate=translate,
)
