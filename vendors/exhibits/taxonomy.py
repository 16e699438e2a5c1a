"""The taxonomy: providers and the layers in which their products stand."""

from django.utils.translation import gettext as _

from portal.charts.shapes import CardMatrix
from portal.exhibits.citations import Note
from portal.exhibits.columns import Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from vendors.descriptions import taxonomy_description
from vendors.exhibits.columns import listing_columns
from vendors.findings import taxonomy_finding
from vendors.frames.listings import by_provider, listing_table
from vendors.models import Listing, Scheme

COLUMNS = ("scheme", "edition", "provider", "category", "item", "product", "certainty", "note", "source")


def taxonomy_exhibit(scheme: Scheme, listings: list[Listing], *, filters: str = "", query: str = "") -> Exhibit:
    """`listings` come with_everything; `filters` says in words which were left out."""
    frame = by_provider(listing_table(listings)).reset_index(drop=True)
    return make_exhibit(
        f"taxonomy/{scheme.code}",
        frame,
        listing_columns(*COLUMNS),
        cited_once([*in_order_of(frame["source"], [listing.source for listing in listings]), scheme.source]),
        query=query,
        title=scheme.label,
        subtitle=_subtitle(frame, filters),
        finding=taxonomy_finding(frame),
        description=taxonomy_description(scheme.label, frame),
        shape=CardMatrix(
            row=label_column("provider"), column=label_column("category"), title=label_column("item"), mark="certainty"
        ),
        grid=Grid("provider", "category", "item"),
        notes=(
            Note(scheme.text("description")),
            Note(
                _(
                    "Solid: the source names the product in this layer. Dashed: placed here because of what the "
                    "provider’s documentation says, not a claim of the provider or of the source."
                ),
                is_mandatory=True,
            ),
        ),
    )


def _subtitle(frame, filters: str) -> str:
    words = _("%(products)s products of %(providers)s providers") % {
        "products": len(frame),
        "providers": frame["provider"].nunique(),
    }
    return " · ".join(part for part in (words, ", ".join(sorted(set(frame["edition"]))), filters) if part)
