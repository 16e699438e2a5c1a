"""The mark of a workbook, and names for the blocks of cells that the portal writes.

The names move with their cells when an author inserts rows or columns or renames a sheet. The mark stands at the foot
of the sheet About and, where it is short enough for the format, among the properties of the document.
"""

from collections.abc import Iterable, Sequence

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.marks import Mark, fingerprint, mark_of

BLOCKS = {
    "Data": "smw_data",
    "Table": "smw_table",
    "Chart": "smw_chart",
    "About": "smw_about",
}  # sheet → name of its block
PROPERTY, MOST_LETTERS = "smw_mark", 255  # a limit of the format
STAMP_ROWS = 3  # at the foot of About: address, version and mark, which change when nothing else does


def workbook_mark(
    exhibit: Exhibit,
    labels: str,
    data: Iterable[Sequence],
    about: Sequence[tuple[str, str]],
    table: Iterable[Sequence] | None = None,
) -> Mark:
    """`data` and `table` are the rows of these sheets, the headings among them; `about` those above the stamp."""
    query = "&".join(filter(None, [exhibit.query, "" if labels == "default" else f"labels={labels}"]))
    prints = {"data": rows_print(data), "title": fingerprint([exhibit.headline]), "about": rows_print(about)}
    if table is not None:
        prints["table"] = rows_print(table)
    return mark_of(exhibit, prints=prints.items(), query=query)


def name_blocks(book, mark: Mark) -> None:
    """Names what each sheet holds by now."""
    from xlsxwriter.utility import xl_range_abs

    for sheet in book.worksheets():
        area = xl_range_abs(0, 0, sheet.dim_rowmax, sheet.dim_colmax)
        book.define_name(BLOCKS[sheet.name], f"={sheet.name}!{area}")
    if len(mark.text) <= MOST_LETTERS:
        book.set_custom_property(PROPERTY, mark.text, "text")


def rows_print(rows: Iterable[Sequence]) -> str:
    return fingerprint(" | ".join(cell_words(value) for value in row) for row in rows)


def cell_words(value) -> str:
    """What stands in a cell, alike in every program."""
    if value is None:
        return ""
    if isinstance(value, (bool, int, float)):
        return f"{float(value):.10g}"
    return str(value)
