"""One edition of a landscape: what stands in which category, and where its makers have their seat."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.charts.shapes import CardMap
from portal.exhibits.citations import Note
from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from portal.words import headed
from vendors.category_tree import JOINT, branches, has_levels
from vendors.descriptions.landscape import landscape_description
from vendors.exhibits.columns import listing_columns
from vendors.exhibits.notes import open_source_note
from vendors.filters.landscape import classes, groups
from vendors.findings.landscape import landscape_finding
from vendors.frames.landscape import classes_of, landscape_table
from vendors.models import Listing, Scheme

COLUMNS = (
    *("scheme", "edition", "category", "item", "organisation", "vendor", "country", "in_china", "country_source"),
    *("product", "open_source", "maturity", "second_path", "homepage", "repository", "added", "removed", "note"),
    "source",
)


@dataclass(frozen=True)
class View:
    """How a reader sees the edition; `filters` says in words which of the edition the listings are."""

    group: str = "category"
    classify: str = ""
    layout: str = ""  # "grid" leaves out organisations in pictures, where asked for
    filters: str = ""
    query: str = ""


def landscape_exhibit(scheme: Scheme, edition: str, listings: list[Listing], view: View | None = None) -> Exhibit:
    """`listings` come with_everything, in_order."""
    view = view or View()
    tree = branches(scheme)
    frame = landscape_table(listings, tree, group=view.group, classify=view.classify)
    # A box of the picture is a part of a group; an item counts once where groups are no categories.
    parts = (JOINT + frame["part_name"]).where(frame["part_name"] != "", "")
    frame = frame.assign(box_name=frame["group_name"] + parts)
    title = _("%(scheme)s, %(edition)s") % {"scheme": scheme.label, "edition": edition}
    flags = [listing.vendor.country_source for listing in listings if listing.vendor and listing.vendor.country]
    return make_exhibit(
        f"landscape/{scheme.code}/{edition}",
        frame,
        listing_columns(*(columns_of(has_subcategories=has_levels(tree)))),
        cited_once([*[listing.source for listing in listings], scheme.source, *flags]),
        query=view.query,
        title=title,
        subtitle=_subtitle(view),
        finding=landscape_finding(frame, edition),
        description=landscape_description(title, frame),
        shape=CardMap(
            group="box_name",
            title=label_column("item"),
            subtitle=None if view.layout == "grid" else "organisation",
            mark="class_mark",
            tag=None if view.layout == "grid" else "project_tag",
            tone="class_tone",
            legend=tuple((each.tone, f"{each.label} {each.count}") for each in classes_of(frame, view.classify)),
        ),
        chart_frame=frame if "category" in view.group else frame.drop_duplicates("item"),
        notes=_notes(scheme),
    )


def columns_of(*, has_subcategories: bool) -> tuple[str, ...]:
    """In a tree each row also names the category at the top."""
    if not has_subcategories:
        return COLUMNS
    place = COLUMNS.index("category")
    return (*COLUMNS[:place], "top_category", *COLUMNS[place:])


def _subtitle(view: View) -> str:
    parts = [_("One card an item, named as in that year")]
    if view.group != "category":
        parts.append(headed(_("Group by"), groups(has_subcategories=True)[view.group]))
    if view.classify:
        parts.append(headed(_("Mark by"), classes()[view.classify]))
    return " · ".join(part for part in (*parts, view.filters) if part)


def _notes(scheme: Scheme) -> tuple[Note, ...]:
    return (
        Note(scheme.text("description")),
        Note(
            _(
                "“HQ in China”, in pictures “CN”, marks organisations whose headquarters a cited source places in "
                "China. Where no source says the country, it is unknown: that does not mean outside China."
            ),
            is_mandatory=True,
        ),
        open_source_note(),
        Note(_("An item may stand in a second category; it counts once.")),
    )
