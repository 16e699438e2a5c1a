"""The numbers of a chart or table on a slide replaced by those of a fresh one; place, size and looks are kept."""

from django.utils.translation import gettext as _

from portal.refreshing.grids import has_merged_cells, refresh_table
from portal.refreshing.series import refresh_series, takes_categories

WORKBOOK = ".xlsx"


def hindrance(frame, fresh) -> str:
    """Why the numbers have no place here, in words; empty where they have one."""
    if frame.has_chart != fresh.has_chart:
        return (
            _("The portal shows this as a table now.")
            if frame.has_chart
            else _("The portal shows this as a chart now.")
        )
    if frame.has_chart and not takes_categories(frame.chart._chartSpace):
        return _("It was made a chart of another kind, which has no place for these numbers.")
    if frame.has_table and has_merged_cells(frame.table._tbl):
        return _("It has merged cells, so its rows and columns cannot be matched.")
    return ""


def put_contents(frame, fresh) -> None:
    if frame.has_table:
        refresh_table(frame.table._tbl, fresh.table._tbl)
        return
    refresh_series(frame.chart._chartSpace, fresh.chart._chartSpace)
    book = frame.chart.part.chart_workbook
    if book.xlsx_part is not None and not str(book.xlsx_part.partname).endswith(WORKBOOK):  # an old .bin or .xlsb
        frame.chart._chartSpace.remove(frame.chart._chartSpace.externalData)
    book.update_from_xlsx_blob(fresh.chart.part.chart_workbook.xlsx_part.blob)
