"""The sheet Chart of a workbook: a native chart beside the cells it reads, in its own order, for each kind of plan."""

from dataclasses import replace

from django.utils.translation import gettext as _

from portal.charts.palette import THEMES
from portal.charts.words import is_number
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.slide_charts import number_format, words_of
from portal.exhibits.slide_plans import GAP, Plan, Series, plans_of

COLOURS = THEMES["light"]
SHEET = "Chart"
KINDS = {"bars": {"type": "bar"}, "stacked": {"type": "bar", "subtype": "stacked"}, "lines": {"type": "line"}}
ROW_HEIGHT = 34  # pixels of a bar with its gap
NOT_STATED = {  # what is not known
    "pattern": {"pattern": "wide_upward_diagonal", "fg_color": COLOURS["hatch"], "bg_color": COLOURS["paper"]},
    "border": {"color": COLOURS["hatch"]},
}


def workbook_plan(exhibit: Exhibit) -> Plan | None:
    """The whole chart as one plan; None where the shape has no native chart."""
    plans = plans_of(exhibit.drawn, exhibit.shape, exhibit.title)
    return _joined(plans) if plans else None


def write_chart(book, sheet, exhibit: Exhibit, plan: Plan, face: str) -> None:
    """Categories and series in cells from A1, the chart to the right of them, so that it changes with them."""
    intervals = _write_cells(book, sheet, plan, face)
    chart = book.add_chart(KINDS[plan.kind])
    font, last = {"name": face, "size": 11}, len(plan.categories)
    for place, series in enumerate(plan.series, start=1):
        chart.add_series(
            {
                "name": [SHEET, 0, place],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, place, last, place],
                "data_labels": _labels(series, plan, font),
                "gap": 50,
                **_looks(series, plan),
                **_error_bars(intervals, last),
            }
        )
    chart.set_title({"name": exhibit.headline, "name_font": {"name": face, "size": 14}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": font} if len(plan.series) > 1 else {"none": True})
    _set_axes(chart, plan, font)
    height = 420 if plan.kind == "lines" else 120 + ROW_HEIGHT * last
    chart.set_size({"width": 860, "height": height})
    sheet.insert_chart(0, len(plan.series) + 2 + len(intervals), chart, {"description": words_of(plan)})


def _joined(plans: list[Plan]) -> Plan:
    """Bars that take several slides are one chart here."""
    first, *more = plans
    for plan in more:
        (ours,), (theirs,) = first.series, plan.series
        parts = {name: getattr(ours, name) + getattr(theirs, name) for name in ("values", "tones", "less", "more")}
        shifted = {len(first.categories) + place for place in plan.headings}
        first = replace(
            first,
            categories=first.categories + plan.categories,
            series=(replace(ours, **parts),),
            headings=first.headings | shifted,
        )
    return first


def _write_cells(book, sheet, plan: Plan, face: str) -> list[int]:
    """Fills the block and returns the columns of the distances to the ends of intervals, where there are some."""
    plain = book.add_format({"font_name": face})
    head = book.add_format({"bold": True, "font_name": face, "bottom": 1, "text_wrap": True, "valign": "top"})
    number = book.add_format({"font_name": face, "num_format": number_format(plan.unit)})
    columns = [(series.name, series.values) for series in plan.series]
    for series in plan.series[:1] if plan.has_intervals else ():
        columns += [(_("Interval below the value"), series.less), (_("Interval above the value"), series.more)]
    for line, label in enumerate(plan.categories, start=1):
        sheet.write_string(line, 0, label, head if line - 1 in plan.headings else plain)
    for place, (name, values) in enumerate(columns, start=1):
        sheet.write_string(0, place, name, head)
        for line, value in enumerate(values, start=1):
            if is_number(value):
                sheet.write_number(line, place, value, number)
    sheet.set_row(0, 32)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, len(columns), 16)
    sheet.hide_gridlines(2)
    return list(range(len(plan.series) + 1, len(columns) + 1))


def _labels(series: Series, plan: Plan, font: dict) -> dict:
    """Numbers at the ends of bars; at their feet where intervals end there."""
    labels = {"value": True, "font": font, "num_format": number_format(plan.unit)}
    if plan.has_intervals and plan.kind == "bars":
        return {**labels, "position": "inside_base", "font": {**font, "color": COLOURS["on-emph"]}}
    if plan.kind == "stacked" and series.tone != GAP:
        return {**labels, "font": {**font, "color": COLOURS[f"on-{series.tone}"]}}
    return {**labels, "position": "above"} if plan.kind == "lines" else labels


def _looks(series: Series, plan: Plan) -> dict:
    if plan.kind == "lines":
        colour = {"color": COLOURS[series.tone]}
        return {
            "line": {**colour, "width": 2.5},
            "marker": {"type": "circle", "size": 7, "fill": colour, "border": colour},
        }
    points = [_fill(tone) if tone else None for tone in series.tones]
    return {**_fill(series.tone), **({"points": points} if points else {})}


def _fill(tone: str) -> dict:
    return NOT_STATED if tone == GAP else {"fill": {"color": COLOURS[tone]}}


def _error_bars(columns: list[int], last: int) -> dict:
    """From the lower to the upper end of each interval, read from the cells."""
    if not columns:
        return {}
    from xlsxwriter.utility import xl_range_abs

    less, more = (f"={SHEET}!{xl_range_abs(1, column, last, column)}" for column in columns)
    return {"x_error_bars": {"type": "custom", "minus_values": less, "plus_values": more}}


def _set_axes(chart, plan: Plan, font: dict) -> None:
    if plan.kind == "lines":
        chart.set_x_axis({"num_font": font, "major_tick_mark": "none"})
        grid = {"visible": True, "line": {"color": COLOURS["grid"]}}
        chart.set_y_axis({"min": 0, "num_font": font, "num_format": number_format(plan.unit), "major_gridlines": grid})
        return
    # Of a chart of bars the library calls the axis of the categories y.
    chart.set_y_axis({"reverse": True, "num_font": font, "major_tick_mark": "none", "interval_unit": 1})
    highest = {"max": 100} if plan.kind == "stacked" else {}
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0, **highest})
