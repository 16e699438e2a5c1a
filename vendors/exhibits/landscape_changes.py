"""The difference between two editions of a landscape."""

from django.utils.translation import gettext as _

from portal.charts.shapes import CardMap
from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from vendors.changes import Difference
from vendors.descriptions.landscape_changes import difference_description
from vendors.findings.landscape_changes import difference_finding
from vendors.frames.landscape_changes import difference_table
from vendors.models import Scheme


def difference_exhibit(
    scheme: Scheme, before: str, after: str, differences: list[Difference], *, filters: str = "", query: str = ""
) -> Exhibit:
    frame = difference_table(differences, before=before, after=after)
    title = _("%(scheme)s: from %(before)s to %(after)s") % {
        "scheme": scheme.label,
        "before": before,
        "after": after,
    }
    listings = [listing for each in differences for listing in (each.before, each.after) if listing]
    events = [each.event.source for each in differences if each.event]
    return make_exhibit(
        f"landscape/{scheme.code}/changes",
        frame,
        _columns(),
        cited_once([*[listing.source for listing in listings], scheme.source, *events]),
        query=query,
        title=title,
        subtitle=" · ".join(part for part in (_("What differs between the two editions"), filters) if part),
        finding=difference_finding(frame, before, after),
        description=difference_description(title, frame),
        shape=CardMap(group=label_column("kind"), title=label_column("item"), subtitle="change_words"),
        notes=(
            Note(scheme.text("description")),
            Note(
                _(
                    "Items are matched by a key that stays when they are renamed. What came and went between the two "
                    "editions is not here; the day is that on which the landscape file changed, where it is known."
                )
            ),
        ),
    )


def _columns() -> list[Column]:
    return [
        Column("kind", _("Kind of change"), "code", is_labelled=True),
        Column("item", _("Item"), "code", is_labelled=True, linked_by="item_address"),
        Column("organisation", _("Organisation as listed"), on_page=False),
        Column("before", _("Before"), "code", is_labelled=True),
        Column("after", _("After"), "code", is_labelled=True),
        Column("from_edition", _("From edition"), "date", on_page=False),
        Column("to_edition", _("To edition"), "date", on_page=False),
        Column("date", _("Day of the change"), "date"),
        Column("revision", _("Revision of the file"), on_page=False),
        Column("source", _("Source"), "source"),
    ]
