"""The taxonomy: providers and the layers in which their products stand; a landscape is read the same way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.charts.shapes import CardMatrix
from portal.exhibits.citations import Citation, Note
from portal.exhibits.columns import Column, Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from vendors.category_tree import Branch
from vendors.descriptions.taxonomy import taxonomy_description
from vendors.exhibits.columns import listing_columns
from vendors.findings.taxonomy import taxonomy_finding
from vendors.frames.taxonomy import drawable, placement_table
from vendors.models import Listing, Scheme

COLUMNS = (
    *("scheme", "edition", "provider", "country", "in_china", "country_source", "category", "item", "product"),
    *("certainty", "elsewhere", "note", "source"),
)
ROWS = {"provider": "provider", "layer": "category", "country": "country"}  # by → the column that the rows show
MOST_CROSSED = 20  # columns of a cross table
MOST_DRAWN_ROWS, MOST_DRAWN_LAYERS = 30, 8  # of a picture; the page and the tables have all


def taxonomy_exhibit(
    scheme: Scheme,
    listings: Sequence[Listing],
    tree: Sequence[Branch],
    *,
    layers: int,
    edition: str = "",
    by: str = "provider",
    elsewhere: Mapping[int, str] | None = None,
    filters: str = "",
    query: str = "",
) -> Exhibit:
    """`listings` come with_everything; `layers` are those that could be filled, `filters` says what was left out."""
    frame = placement_table(listings, tree, by=by, elsewhere=elsewhere or {})
    drawn = drawable(frame, rows=MOST_DRAWN_ROWS, layers=MOST_DRAWN_LAYERS)
    return make_exhibit(
        f"taxonomy/{scheme.code}",
        frame,
        placement_columns(),
        cited_placements(scheme, listings, frame["source"]),
        query=query,
        title=scheme.label,
        subtitle=placement_subtitle(frame, edition, filters),
        finding=taxonomy_finding(frame, layers=layers, is_judged=is_judged(scheme)),
        description=taxonomy_description(scheme.label, frame),
        shape=CardMatrix(
            row=label_column(ROWS[by]),
            column=label_column("provider" if by == "layer" else "category"),
            title=label_column("item"),
            mark="certainty" if is_judged(scheme) else None,
        ),
        chart_frame=None if len(drawn) == len(frame) else drawn,
        grid=_grid(frame, tree, by),
        notes=(Note(scheme.text("description")), *certainty_notes(scheme), *_drawn_notes(frame, drawn)),
    )


def is_judged(scheme: Scheme) -> bool:
    """Whether someone placed the products: in a landscape they stand where the landscape itself put them."""
    return scheme.kind == Scheme.Kind.TAXONOMY


def placement_columns() -> list[Column]:
    """Cells name what is inferred beside it, also where no frame can be drawn."""
    return [
        replace(column, tagged_by="inferred_tag") if column.key == "item" else column
        for column in listing_columns(*COLUMNS)
    ]


def cited_placements(scheme: Scheme, listings: Sequence[Listing], named: Iterable[str]) -> tuple[Citation, ...]:
    """The sources in the order in which the table names them, the scheme's own, then those of the countries."""
    flags = [listing.vendor.country_source for listing in listings if listing.vendor and listing.vendor.country]
    return cited_once([*in_order_of(named, [listing.source for listing in listings]), scheme.source, *flags])


def placement_subtitle(frame, edition: str, filters: str) -> str:
    """How many items of how many providers, which edition, what was left out."""
    products, providers = frame["item"].nunique(), frame["provider"].nunique()
    counted = ngettext("%(count)s product", "%(count)s products", products) % {"count": products}
    of = ngettext("of %(count)s provider", "of %(count)s providers", providers) % {"count": providers}
    words = _("%(products)s %(vendors)s") % {"products": counted, "vendors": of}
    return " · ".join(part for part in (words, edition, filters) if part)


def certainty_notes(scheme: Scheme, *, is_counted: bool = False) -> tuple[Note, ...]:
    """What readers of placements must know; of counts, no frame is solid or dashed."""
    empty = Note(
        _("“None placed” says that no source read places a product there. It does not mean that there is none."),
        is_mandatory=True,
    )
    if not is_judged(scheme):
        return (empty,)
    if is_counted:
        counted = _("“Inferred” counts placements by the provider’s documentation, which no source claims.")
        return (Note(counted, is_mandatory=True), empty)
    judged = _(
        "Solid: the source names the product in this layer. Dashed: placed here because of what the "
        "provider’s documentation says, not a claim of the provider or of the source."
    )
    return (Note(judged, is_mandatory=True), empty)


def _drawn_notes(frame, drawn) -> tuple[Note, ...]:
    if len(drawn) == len(frame):
        return ()
    words = _("The picture shows %(drawn)s of %(all)s placements: those of the providers in most layers.")
    return (Note(words % {"drawn": len(drawn), "all": len(frame)}, is_mandatory=True),)


def _grid(frame, tree: Iterable[Branch], by: str) -> Grid | None:
    """None where it would have more columns than a table can show: then each placement is a row."""
    across = "provider" if by == "layer" else "category"
    if frame[across].nunique() > MOST_CROSSED:
        return None
    order = () if by == "layer" else tuple(branch.category.code for branch in tree)
    return Grid(ROWS[by], across, "item", order=order)
