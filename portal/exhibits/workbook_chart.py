"""The sheet Chart of a workbook: a native chart beside the cells it reads, in its own order, for each kind of plan."""

from dataclasses import replace

from django.utils.translation import gettext as _

from portal.charts.palette import THEMES
from portal.charts.words import is_number
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.slide_charts import number_format, unlabelled_parts, words_of
from portal.exhibits.slide_plans import GAP, Plan, Series, plans_of
from portal.words import headed

COLOURS = THEMES["light"]
SHEET = "Chart"
KINDS = {"bars": {"type": "bar"}, "stacked": {"type": "bar", "subtype": "stacked"}, "lines": {"type": "line"}}
LEAST_FOOT = 0.2  # of the longest bar: shorter ones have no room for a number inside
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
                **_error_bars(intervals.get(place), plan, series),
            }
        )
    chart.set_title({"name": exhibit.headline, "name_font": {"name": face, "size": 14}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": font} if len(plan.series) > 1 else {"none": True})
    _set_axes(chart, plan, font)
    height = 420 if plan.kind == "lines" else 120 + ROW_HEIGHT * last
    chart.set_size({"width": 860, "height": height})
    # Lines have many columns and few rows of cells: their chart stands under them.
    corner = (last + 2, 1) if plan.kind == "lines" else (0, len(plan.series) + 2 + 2 * len(intervals))
    sheet.insert_chart(*corner, chart, {"description": words_of(plan)})


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


def _write_cells(book, sheet, plan: Plan, face: str) -> dict[int, int]:
    """Fills the block and returns, by the column of a series, the first of two with distances to interval ends."""
    plain = book.add_format({"font_name": face})
    head = book.add_format({"bold": True, "font_name": face, "bottom": 1, "text_wrap": True, "valign": "top"})
    number = book.add_format({"font_name": face, "num_format": number_format(plan.unit)})
    columns = [(series.name, series.values) for series in plan.series]
    intervals = {}
    for place, series in enumerate(plan.series, start=1):
        if series.has_intervals:
            intervals[place] = len(columns) + 1
            names = (_("Interval below the value"), _("Interval above the value"))
            if len(plan.series) > 1:
                names = (headed(series.name, names[0]), headed(series.name, names[1]))
            columns += zip(names, (series.less, series.more), strict=True)
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
    return intervals


def _labels(series: Series, plan: Plan, font: dict) -> dict:
    """Numbers at the ends of bars; at their feet where intervals end there and the bar has room."""
    labels = {"value": plan.has_numbers, "font": font, "num_format": number_format(plan.unit)}
    if series.has_intervals and plan.kind == "bars":
        tones = series.tones or (series.tone,) * len(series.values)
        own = zip(tones, series.values, series.more, strict=True)
        return {**labels, "custom": [_label(tone, value, more, plan, font) for tone, value, more in own]}
    if plan.kind == "stacked":
        ink = COLOURS["ink" if series.tone == GAP else f"on-{series.tone}"]
        left_out = set(unlabelled_parts(series))
        kept = [{"delete": True} if place in left_out else None for place in range(len(series.values))]
        return {**labels, "font": {**font, "color": ink}, **({"custom": kept} if left_out else {})}
    beside = "right" if plan.has_intervals else "above"
    return {**labels, "position": beside} if plan.kind == "lines" else labels


def _label(tone: str, value: float | None, more: float, plan: Plan, font: dict) -> dict | None:
    """A number at the foot of its bar; None where it stands at the end as all do."""
    if not more or not is_number(value) or value < plan.most * LEAST_FOOT:
        return None
    return {"position": "inside_base", "font": {**font, "color": COLOURS[f"on-{tone}"]}}


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


def _error_bars(column: int | None, plan: Plan, series: Series) -> dict:
    """From the lower to the upper end of each interval, read from the cells."""
    if column is None:
        return {}
    from xlsxwriter.utility import xl_range_abs

    last = len(plan.categories)
    less, more = (f"={SHEET}!{xl_range_abs(1, place, last, place)}" for place in (column, column + 1))
    tone = series.tone if plan.kind == "lines" else "ink"
    # Bars and lines have one direction each, which the library calls y for both.
    way = "y_error_bars"
    return {way: {"type": "custom", "minus_values": less, "plus_values": more, "line": {"color": COLOURS[tone]}}}


def _set_axes(chart, plan: Plan, font: dict) -> None:
    if plan.kind == "lines":
        chart.set_x_axis({"num_font": font, "major_tick_mark": "none"})
        grid = {"visible": True, "line": {"color": COLOURS["grid"]}}
        start = {"log_base": 10} if plan.is_log else {"min": 0}
        chart.set_y_axis({**start, "num_font": font, "num_format": number_format(plan.unit), "major_gridlines": grid})
        return
    # Of a chart of bars the library calls the axis of the categories y.
    chart.set_y_axis({"reverse": True, "num_font": font, "major_tick_mark": "none", "interval_unit": 1})
    highest = {"max": 100} if plan.kind == "stacked" else {}
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0, **highest})
