"""What changed: facts, launches and ends of products, and events of landscapes."""

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from portal.words import set_apart
from vendors.descriptions.changes import changes_description
from vendors.exhibits.notes import doubt_note
from vendors.findings.changes import changes_finding
from vendors.frames.changes import change_table
from vendors.history.change import Change


def changes_exhibit(
    changes: list[Change], *, days: str = "", filters: str = "", query: str = "", address: str = "changes"
) -> Exhibit:
    """`changes` newest first; `days` and `filters` say in words which of all they are."""
    frame = change_table(changes)
    title = _("What changed")
    return make_exhibit(
        address,
        frame,
        change_columns(),
        cited_once(change.source for change in changes),
        query=query,
        title=title,
        subtitle=set_apart([days or _("Everything that is known, newest first"), filters]),
        finding=changes_finding(frame),
        description=changes_description(title, frame),
        notes=(dates_note(), steps_note(), doubt_note()),
    )


def change_columns() -> list[Column]:
    return [
        Column("date", _("Date"), "date"),
        Column("what", _("What changed"), linked_by="address"),
        Column("kind", _("Kind of change"), "code", is_labelled=True),
        Column("product", _("Product"), "code", is_labelled=True, on_page=False),
        Column("attribute", _("Attribute"), "code", is_labelled=True, on_page=False),
        Column("scheme", _("Landscape"), "code", is_labelled=True, on_page=False),
        Column("item_key", _("Key of the item"), on_page=False),
        Column("item", _("Item"), on_page=False),
        Column("previous", _("Before"), "value", written_by="previous_text", on_page=False),
        Column("value", _("After"), "value", written_by="value_text", tagged_by="doubt_tag", on_page=False),
        Column("unit", _("Unit"), on_page=False),
        Column("dated_by", _("Kind of date"), "code", is_labelled=True, on_page=False),
        Column("source", _("Source"), "source"),
        Column("source_title", _("Title of the source"), on_page=False),
        Column("source_url", _("Address of the source"), on_page=False),
    ]


def dates_note() -> Note:
    text = _(
        "Dates are those of the things themselves: the date that the source of a value shows, as exact as it is; "
        "the launch or end that a source gives; the day on which a landscape file changed. First values from sources "
        "without a date are left out: nobody says since when they hold. Where such a source changes a value, its "
        "date is the day on which it was read."
    )
    return Note(text, is_mandatory=True)


def steps_note() -> Note:
    text = _(
        "A value changed at some time between the dates of two sources; it stands at the later one. Between two days, "
        "what was known at the end of the first is compared with what was known at the end of the second."
    )
    return Note(text)
