"""Who covers which layers: how many products each provider, or each country, has in each category."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.shapes import Heatmap
from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from vendors.category_tree import Branch
from vendors.descriptions.taxonomy import coverage_description
from vendors.exhibits.taxonomy import certainty_notes, cited_placements, placement_subtitle
from vendors.findings.taxonomy import coverage_finding
from vendors.frames.taxonomy import coverage_table, gathered, largest, placement_table
from vendors.models import Listing, Scheme

MOST_ROWS = 30  # of the picture
MOST_COUNTED_ROWS = 60  # of the table, unless all are asked for


def coverage_exhibit(
    scheme: Scheme,
    listings: Sequence[Listing],
    tree: Sequence[Branch],
    columns: Sequence[Branch],
    *,
    edition: str = "",
    by: str = "provider",
    has_all: bool = False,
    filters: str = "",
    query: str = "",
) -> Exhibit:
    """`columns` are the categories to count in, also those that hold nothing; each counts what stands below it too.

    Of very many rows only the first are counted, unless `has_all`.
    """
    placed = gathered(placement_table(listings, tree, by=by, elsewhere={}), tree, columns)
    rows = "country" if by == "country" else "provider"
    count = placed[rows].nunique()
    told = placed if has_all else placed[placed[rows].isin(largest(placed, rows, MOST_COUNTED_ROWS, by=by))]
    frame = coverage_table(told, columns, rows)
    drawn = frame[frame["row"].isin(largest(frame, "row", MOST_ROWS))]
    title = _("%(scheme)s: who covers which layers") % {"scheme": scheme.label}
    down, across = ("category", "row") if by == "layer" else ("row", "category")
    return make_exhibit(
        f"taxonomy/{scheme.code}/coverage",
        frame,
        coverage_columns(rows),
        cited_placements(scheme, listings, placed["source"]),
        query=query,
        title=title,
        subtitle=placement_subtitle(placed, edition, filters),
        finding=coverage_finding(placed, [branch.label for branch in columns], rows),
        description=coverage_description(title, frame),
        shape=Heatmap(row=label_column(down), column=label_column(across), value="placements", unit=""),
        chart_frame=None if len(drawn) == len(frame) else drawn,
        grid=Grid(down, across, "placements"),
        notes=(
            Note(_("The number of placements in each cell; the darker, the more.")),
            *certainty_notes(scheme, is_counted=True),
            *_counted_notes(frame["row"].nunique(), count, rows),
            *_drawn_notes(frame, rows),
        ),
    )


def coverage_columns(rows: str) -> list[Column]:
    name = _("Country of headquarters") if rows == "country" else _("Provider")
    return [
        Column("row", name, "code", is_labelled=True, linked_by="row_address"),
        Column("category", _("Category"), "code", is_labelled=True),
        Column("placements", _("Placements"), "value", decimals=0, written_by="placements_text"),
        Column("stated", _("Stated by the source"), "value", decimals=0),
        Column("inferred", _("Inferred from documentation"), "value", decimals=0),
        Column("state", _("State"), "code", is_labelled=True, on_page=False),
        Column("items", _("Items")),
    ]


def _counted_notes(told: int, count: int, rows: str) -> tuple[Note, ...]:
    if told == count:
        return ()
    words = (
        _("Counted are the first %(told)s of %(all)s countries.")
        if rows == "country"
        else _("Counted are the %(told)s providers in most layers of %(all)s; the matrix has all.")
    )
    return (Note(words % {"told": told, "all": count}, is_mandatory=True),)


def _drawn_notes(frame, rows: str) -> tuple[Note, ...]:
    count = frame["row"].nunique()
    if count <= MOST_ROWS:
        return ()
    words = (
        _("The picture shows the first %(drawn)s of %(all)s countries.")
        if rows == "country"
        else _("The picture shows the %(drawn)s providers in most layers of %(all)s.")
    )
    return (Note(words % {"drawn": MOST_ROWS, "all": count}, is_mandatory=True),)
