"""A landscape over its editions: categories, what entered and left, open source, countries, CNCF projects."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.charts.line_shapes import TrendLines
from portal.charts.shapes import Shape, StackedShares
from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from portal.models import Source
from vendors.category_tree import branches
from vendors.descriptions.landscape_years import years_description
from vendors.exhibits.notes import open_source_note
from vendors.filters.landscape_years import USUAL, measures
from vendors.findings.landscape_years import years_finding
from vendors.frames.landscape_years import drawn_lines, years_table
from vendors.models import Scheme

if TYPE_CHECKING:
    from pandas import DataFrame

COUNTED = ("categories", "changes")  # the others are shares of a whole
TONES = {
    "open_source": ("cat-0", "muted", "none"),
    "country": ("cat-1", "cat-0", "none"),
    "maturity": ("seq-6", "seq-4", "seq-2", "none"),
}


def years_exhibit(
    scheme: Scheme, rows: Iterable[dict], sources: Iterable[Source], *, show: str = USUAL, query: str = ""
) -> Exhibit:
    """`rows` are of ListingQuerySet.for_years; `sources` those of the editions."""
    frame = years_table(rows, branches(scheme), show)
    title = _("%(scheme)s over time: %(measure)s") % {"scheme": scheme.label, "measure": measures()[show]}
    return make_exhibit(
        f"landscape/{scheme.code}/over-time",
        frame,
        _columns(),
        cited_once([*sources, scheme.source]),
        query=query,
        title=title,
        subtitle=_subtitle(frame),
        finding=years_finding(frame, show),
        description=years_description(title, frame),
        shape=_shape(frame, show),
        chart_frame=drawn_lines(frame) if show == "categories" else None,
        grid=Grid("edition", "part", "items"),
        notes=_notes(scheme),
    )


def _shape(frame: "DataFrame", show: str) -> Shape:
    if show in COUNTED:
        return TrendLines(x="edition", series=label_column("part"), value="items", unit="")
    order = tuple(dict.fromkeys(frame[label_column("part")]))
    return StackedShares(
        group="edition", part=label_column("part"), value="share", part_order=order, tones=TONES[show][: len(order)]
    )


def _subtitle(frame: "DataFrame") -> str:
    editions = list(dict.fromkeys(frame["edition"]))
    return _("Editions %(first)s to %(last)s") % {"first": editions[0], "last": editions[-1]} if editions else ""


def _columns() -> list[Column]:
    return [
        Column("edition", _("Edition"), "code"),
        Column("part", _("Part"), "code", is_labelled=True),
        Column("items", _("Items"), "value", decimals=0),
        Column("total", _("All items"), "value", decimals=0),
        Column("share", _("Share"), "value", unit="%", decimals=1),
    ]


def _notes(scheme: Scheme) -> tuple[Note, ...]:
    return (
        Note(scheme.text("description")),
        Note(
            _("Unknown is counted apart: where no source says the country or the licence, it is not taken as a no."),
            is_mandatory=True,
        ),
        open_source_note(),
        Note(_("An item that stands in two categories counts in both, and once among all.")),
    )
