"""The sheet About and the properties of a workbook: what must be known of the numbers, and the mark."""

from django.utils.translation import gettext as _

from portal.exhibits.marks import Mark, mark_in
from portal.exhibits.workbook_marks import STAMP_ROWS, rows_print
from portal.refreshing.blocks import Plan, Rows, plan_rows, read_block
from portal.refreshing.books import PROPERTIES, Area, Book


def plan_about(book: Book, fresh: Book, mark: Mark, *, is_needed: bool) -> tuple[Plan | None, list[str]]:
    """(what is to be written, remarks): the whole sheet, or the stamp alone where its author has changed the rest.

    Address, version and mark change with every version, so they are written only where something else is.
    """
    area, fresh_area = book.block("About"), fresh.block("About")
    if area is None or fresh_area is None:
        return None, []
    before, now = read_block(book, area), read_block(fresh, fresh_area)
    is_new = rows_print(now[:-STAMP_ROWS]) != mark.print_of("about")
    if rows_print(row[:2] for row in before[:-STAMP_ROWS]) == mark.print_of("about"):
        return (plan_rows("About", area, now) if is_new or is_needed else None), []
    remarks = [_("Kept as its author has it: %(roles)s.") % {"roles": _("the sheet About")}] if is_new else []
    return (_stamp_only(area, before, now) if is_needed else None), remarks


def _stamp_only(area: Area, before: Rows, now: Rows) -> Plan | None:
    """The block as it is but for its last rows; None where these are not what they were."""
    if len(before[0]) != len(now[0]) or not mark_in(str(before[-1][-1] or "")):
        return None
    return plan_rows("About", area, [*before[:-STAMP_ROWS], *now[-STAMP_ROWS:]])


def sign_properties(book: Book, fresh: Book) -> None:
    """The mark among the properties, where one stood there."""
    mark = fresh.mark()
    if PROPERTIES not in book.parts or mark is None:
        return
    for element in book.tree(PROPERTIES).iter():
        if mark_in(element.text or ""):
            element.text = mark.text
