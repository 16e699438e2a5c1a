"""One item of a landscape through the editions."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.citations import Note
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from portal.words import headed, set_apart
from vendors.descriptions.landscape_items import item_description
from vendors.findings.landscape_items import item_finding
from vendors.frames.landscape_items import item_table
from vendors.models import Listing, ListingEvent, Scheme


def item_exhibit(scheme: Scheme, listings: list[Listing], events: list[ListingEvent], *, query: str = "") -> Exhibit:
    """`listings` of ListingQuerySet.of_item, at least one."""
    frame = item_table(listings, events)
    item = listings[-1]
    flags = [each.vendor.country_source for each in listings if each.vendor and each.vendor.country]
    sources = [*(each.source for each in listings), *(each.source for each in events)]
    editions = len({each.edition for each in listings})
    return make_exhibit(
        f"landscape/{scheme.code}/items/{item.key}",
        frame,
        _columns(),
        cited_once([*in_order_of(frame["source"], sources), scheme.source, *flags]),
        query=query,
        title=headed(item.label, scheme.label),
        subtitle=set_apart(
            [
                ngettext("%(count)s edition", "%(count)s editions", editions) % {"count": editions},
                ngettext("%(count)s dated event", "%(count)s dated events", len(events)) % {"count": len(events)},
            ]
        ),
        finding=item_finding(listings),
        description=item_description(listings, events),
        notes=(
            Note(scheme.text("description")),
            Note(
                _(
                    "Events have the day on which the landscape file changed. Names and categories stand as they were "
                    "written then; categories of events are in English, as in the file."
                )
            ),
            *second_path_notes(listings, events),
        ),
    )


def second_path_notes(listings: list[Listing], events: list[ListingEvent]) -> list[Note]:
    """An item that left as the file's main entry may be listed on, by a second path from elsewhere."""
    left = max((event.date for event in events if event.kind == ListingEvent.Kind.LEFT), default="")
    is_back = any(each.is_second_path and (each.source.published or each.edition) > left for each in listings)
    if not left or not is_back:
        return []
    text = _(
        "On %(day)s the item’s main place in the file moved out of this part of the landscape. It has been listed here "
        "since by a second path, so it has not gone."
    )
    return [Note(text % {"day": left}, is_mandatory=True)]


def _columns() -> list[Column]:
    return [
        Column("date", _("Date"), "date"),
        Column("kind", _("What"), "code", is_labelled=True),
        Column("edition", _("Edition"), "date", linked_by="edition_address"),
        Column("name", _("Name")),
        Column("previous_name", _("Previous name")),
        Column("category", _("Category"), "code", is_labelled=True),
        Column("previous_category", _("Previous category")),
        Column("second_path", _("Listed here too"), on_page=False),
        Column("organisation", _("Organisation as listed")),
        Column("maturity", _("Maturity"), "code", is_labelled=True),
        Column("open_source", _("Open source"), "code", is_labelled=True),
        Column("homepage", _("Home page"), on_page=False),
        Column("repository", _("Repository"), on_page=False),
        Column("revision", _("Revision of the file"), on_page=False),
        Column("source", _("Source"), "source"),
    ]
