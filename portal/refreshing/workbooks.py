"""A workbook brought up to date: the sheets Data, Table, Chart and About and the charts that read from them."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.files import exhibit_file
from portal.exhibits.lookup import Found
from portal.exhibits.marks import Mark
from portal.exhibits.slide_marks import Contents
from portal.exhibits.tables import MISSING
from portal.exhibits.workbook_marks import rows_print
from portal.refreshing.about import plan_about, sign_properties
from portal.refreshing.blocks import Plan, Rows, hindrance, plan_block, read_block, write_block
from portal.refreshing.book_charts import reads_all, refresh_charts
from portal.refreshing.books import Book
from portal.refreshing.comparing import Comparison, compare
from portal.refreshing.fresh import Portal
from portal.refreshing.guards import checked
from portal.refreshing.links import refresh_links
from portal.refreshing.refused import reading_what_others_wrote
from portal.refreshing.reports import WRITTEN, ChartReport, Outcome


def refresh_workbook(document: bytes, parts: dict[str, bytes], portal: Portal) -> tuple[bytes, tuple[ChartReport, ...]]:
    """(the file, the same bytes where nothing is to change; one report, since a workbook holds one exhibit)."""
    with reading_what_others_wrote():
        book = Book(parts)
        mark = book.mark()
    if mark is None:
        return document, ()
    found = portal.exhibit(mark)
    report = ChartReport(_("Workbook"), mark.href, mark.href, Outcome.WITHDRAWN, version_before=mark.version)
    if found is None:
        return document, (replace(report, remarks=(_("The portal shows nothing at this address any more."),)),)
    report = replace(report, title=found.exhibit.title, version_now=found.exhibit.version)
    fresh = fresh_book(found, mark)
    with reading_what_others_wrote():
        report = _refreshed(book, fresh, mark, found.exhibit, report)
        return (book.document() if report.outcome in WRITTEN else document), (report,)


def fresh_book(found: Found, mark: Mark) -> Book:
    with override(mark.language):
        return Book(checked(exhibit_file(found.exhibit, ".xlsx", found.options)).parts)


def _refreshed(book: Book, fresh: Book, mark: Mark, exhibit: Exhibit, report: ChartReport) -> ChartReport:
    area = book.block("Data")
    if area is None:
        remark = _("The sheet Data is gone, so there is nothing to compare.")
        return replace(report, outcome=Outcome.KEPT, remarks=(remark,))
    before, now = read_block(book, area), fresh_rows(fresh, "Data")
    comparison = compare_rows(before, now, exhibit)
    fresh_mark = fresh.mark()
    assert fresh_mark is not None  # it was written a moment ago
    is_same = fresh_mark.print_of("data") == mark.print_of("data") or not comparison.differs
    printed = {rows_print(before), rows_print(in_columns_of(now, before))}  # with and without columns of its author
    is_by_hand = mark.print_of("data") not in printed and comparison.differs
    are_all_ours = rows_print(before) == mark.print_of("data")
    plans = [] if is_same else [*numbers_plans(book, fresh, are_all_ours=are_all_ours), *table_plans(book, fresh, mark)]
    about, remarks = plan_about(book, fresh, mark, is_needed=not is_same)
    plans += [about] if about else []
    hindered = [why for plan in plans if (why := hindrance(book, plan))]
    report = replace(report, changes=() if is_same else comparison.changes, added=0 if is_same else comparison.added)
    if hindered:
        return replace(report, outcome=Outcome.KEPT, remarks=tuple(dict.fromkeys(hindered)))
    if is_by_hand and is_same:
        remarks.append(_("Its numbers were changed by hand and are left alone: those of the portal are the same."))
    elif is_by_hand:
        remarks.append(_("Its numbers had been changed by hand; those of the portal stand there now."))
    if not plans:
        return replace(report, outcome=Outcome.UNCHANGED, remarks=tuple(remarks))
    _write(book, fresh, plans, mark)
    outcome = Outcome.CORRECTED if report.changes else Outcome.UPDATED
    return replace(report, outcome=outcome, remarks=tuple(remarks))


def numbers_plans(book: Book, fresh: Book, *, are_all_ours: bool) -> list[Plan]:
    """For Data, and for Chart where both have it: a sheet that its author took away stays away."""
    found = []
    for name in ("Data", "Chart"):
        area = book.block(name)
        if area and fresh.block(name):
            are_ours = reads_all(book, area) if name == "Chart" else are_all_ours
            found.append(plan_block(book, name, area, fresh_rows(fresh, name), are_all_ours=are_ours))
    return found


def table_plans(book: Book, fresh: Book, mark: Mark) -> list[Plan]:
    """For Table, where the file was exported with one: a sheet of that name may be its author's own."""
    printed = mark.print_of("table")
    area = book.block("Table") if printed else None
    if area is None or fresh.block("Table") is None:
        return []
    are_all_ours = rows_print(read_block(book, area)) == printed
    return [plan_block(book, "Table", area, fresh_rows(fresh, "Table"), are_all_ours=are_all_ours)]


def fresh_rows(fresh: Book, name: str) -> Rows:
    area = fresh.block(name)
    return read_block(fresh, area) if area else []


def compare_rows(before: Rows, now: Rows, exhibit: Exhibit) -> Comparison:
    """Numbers by the codes of their rows; words such as labels count as a difference, not as a change."""
    contents = [_contents(rows, exhibit) for rows in (before, now)]
    comparison = compare(contents[0], contents[1], contents[1])
    return replace(comparison, differs=rows_print(in_columns_of(now, before)) != rows_print(now))


def in_columns_of(now: Rows, before: Rows) -> Rows:
    """The rows of before in the columns of now, without those that their author has put among them."""
    places = [before[0].index(head) if head in before[0] else None for head in now[0]]
    return [[None if place is None else row[place] for place in places] for row in before]


def _contents(rows: Rows, exhibit: Exhibit) -> Contents:
    """(labels or codes, heading, value): what is the same in every row goes without saying."""
    heads = [str(head or "") for head in rows[0]]
    codes = [heads.index(column.key) for column in exhibit.dimensions if column.key in heads]
    telling = [place for place in codes if len({row[place] for row in rows[1:]}) > 1] or codes[-1:]
    telling = [heads.index(f"{heads[place]}_label") if f"{heads[place]}_label" in heads else place for place in telling]
    values = [heads.index(column.key) for column in exhibit.columns if column.role == "value" and column.key in heads]
    return [
        (", ".join(str(row[place] or MISSING) for place in telling), heads[place], _number(row[place]))
        for row in rows[1:]
        for place in values
    ]


def _number(value) -> float | str | None:
    return float(value) if isinstance(value, bool) else value


def _write(book: Book, fresh: Book, plans: list[Plan], mark: Mark) -> None:
    for plan in plans:
        write_block(book, plan)
        if plan.name == "Table":
            refresh_links(book, fresh, plan)
    refresh_charts(book, fresh, plans, mark.print_of("title"))
    sign_properties(book, fresh)
    book.drop_chain()
