"""A banner book as a file: contents with links, all tables, and what must be known of them."""

import io
from collections.abc import Sequence
from datetime import UTC

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.sheets import add_sheet
from portal.exhibits.workbook import about_rows
from portal.release import release
from surveys.books.looks import Looks
from surveys.books.tables import Place, TablesSheet
from surveys.crosstabs.asking import Asking
from surveys.microdata.tables.table import Table

MOST_LETTERS = 255  # of the words of a link, a limit of the format
FIRST = 4  # line of the first table in the contents


def book_file(tables: Sequence[Table], asking: Asking, exhibit: Exhibit) -> bytes:
    """An .xlsx file in the active language; `exhibit` is that of the same tables. The same give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = exhibit.updated.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties(
        {
            "title": exhibit.title[:250],
            "created": created,
            "comments": exhibit.url(),
            "author": _("Serverless Market Watch"),
        }
    )
    looks = Looks(book, exhibit.language)
    book.formats[0].set_font_name(looks.face)
    contents, names = add_sheet(book, _("Contents")), (_("Contents"), _("Tables"))
    places = TablesSheet(add_sheet(book, names[1]), looks, asking, names[0]).write(list(tables))
    write_contents(contents, looks, asking, exhibit, places, names[1])
    write_about(add_sheet(book, _("About")), looks, asking, exhibit)
    book.close()
    return out.getvalue()


def write_contents(sheet, looks: Looks, asking: Asking, exhibit: Exhibit, places: Sequence[Place], tables: str) -> None:
    """Number, question with a link to its table, code, base."""
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 80)
    sheet.set_column(2, 2, 28)
    sheet.set_column(3, 3, 12)
    sheet.set_row(0, 22)
    sheet.write_string(0, 0, exhibit.title, looks.title)
    sheet.write_string(1, 0, exhibit.subtitle, looks.plain)
    heads = (_("Table"), _("Question"), _("Code"), _("Base"))
    for place, words in enumerate(heads):
        align = "right" if place == len(heads) - 1 else "left"
        sheet.write_string(FIRST - 1, place, words, looks.look(bold=True, bottom=1, align=align))
    for line, place in enumerate(places, start=FIRST):
        code = place.table.spec.rows
        sheet.write_number(line, 0, place.number, looks.look(align="left"))
        target = f"internal:'{tables}'!A{place.line + 1}"
        sheet.write_url(line, 1, target, looks.link, asking.label(code)[:MOST_LETTERS])
        sheet.write_string(line, 2, code, looks.plain)
        if place.table.base.n is not None:
            sheet.write_number(line, 3, place.table.base.n, looks.count())
    sheet.freeze_panes(FIRST, 0)
    sheet.repeat_rows(FIRST - 1)


def write_about(sheet, looks: Looks, asking: Asking, exhibit: Exhibit) -> None:
    dataset = asking.published.dataset
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 110)
    rows = [
        *about_rows(exhibit),
        (_("Revision of the answers"), dataset.revision),
        (_("Code"), release()),
        (_("Address"), exhibit.url()),
        (_("Data version"), f"{exhibit.version} · {exhibit.updated:%Y-%m-%d}"),
    ]
    for line, (name, text) in enumerate(rows):
        sheet.write_string(line, 0, name, looks.bold)
        sheet.write_string(line, 1, text, looks.wrapped)
