"""Native charts on slides: editable in any office program, in the colours of our charts."""

from portal.charts.words import is_number, spoken
from portal.exhibits.slide_intervals import add_intervals, place_plot, push_label
from portal.exhibits.slide_plans import GAP, Plan, Series
from portal.exhibits.slide_texts import HEIGHT, LATIN, LEFT, TOP, WIDTH, add_east_asian, colour, describe

ROOM = 1.15  # of the longest bar, for its number
LEAST_PART = 5  # per cent of a stacked bar: narrower parts have no room for a number


def add_chart(slide, plan: Plan):
    """The chart with data behind it that can be edited."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    kinds = {
        "bars": XL_CHART_TYPE.BAR_CLUSTERED,
        "stacked": XL_CHART_TYPE.BAR_STACKED,
        "lines": XL_CHART_TYPE.LINE_MARKERS,
    }
    data = CategoryChartData(number_format=number_format(plan.unit))
    data.categories = plan.categories
    for series in plan.series:
        data.add_series(series.name, [value if is_number(value) else None for value in series.values])
    place = map(Inches, (LEFT, TOP, WIDTH, HEIGHT))
    frame = slide.shapes.add_chart(kinds[plan.kind], *place, data)
    describe(frame, name="Chart", text=words_of(plan))
    _style(frame.chart, plan)
    return frame


def number_format(unit: str) -> str:
    return 'General"%"' if unit == "%" else "General"


def words_of(plan: Plan) -> str:
    """Every value in words, for who cannot see the chart."""
    told = []
    for series in plan.series:
        values = zip(plan.categories, series.values, strict=True)
        parts = [f"{label}: {spoken(value, plan.unit)}" for label, value in values if is_number(value)]
        told.append((f"{series.name} – " if len(plan.series) > 1 else "") + "; ".join(parts))
    return ". ".join(told)


def _style(chart, plan: Plan) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    chart.has_title = False
    chart.font.name, chart.font.size = LATIN, Pt(13 if len(plan.categories) <= 10 else 11)
    chart.font.color.rgb = colour("ink")
    chart.has_legend = len(plan.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, plan)
    if plan.kind == "bars" and plan.has_intervals:
        place_plot(chart)
    plot = chart.plots[0]
    plot.vary_by_categories = False
    if plan.kind != "lines":
        plot.gap_width = 45
    for drawn, series in zip(plot.series, plan.series, strict=True):
        _paint(drawn, series, plan)
    _labels(plot, plan)
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        add_east_asian(properties)


def _axes(chart, plan: Plan) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    values, categories = chart.value_axis, chart.category_axis
    if plan.is_log:
        _make_logarithmic(values)
    else:
        values.minimum_scale = 0
    values.has_major_gridlines = plan.kind == "lines"
    values.visible = plan.kind == "lines"
    if plan.kind == "bars":
        values.maximum_scale = plan.most * ROOM
    if plan.kind == "stacked":
        values.maximum_scale = 100
    if plan.kind == "lines":
        values.major_gridlines.format.line.color.rgb = colour("grid")
        values.format.line.fill.background()
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = number_format(plan.unit), False
    categories.reverse_order = plan.kind != "lines"
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.color.rgb = colour("muted")
    _show_every_label(categories)


def _make_logarithmic(axis) -> None:
    """Powers of ten at equal steps; the library has no call for it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    axis._element.scaling.insert(0, parse_xml(f'<c:logBase {nsdecls("c")} val="10"/>'))


def _show_every_label(categories) -> None:
    """Programs leave labels out where they think that room is short; the library has no call against it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    categories._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _paint(drawn, series: Series, plan: Plan) -> None:
    if plan.kind == "lines":
        from pptx.enum.chart import XL_MARKER_STYLE
        from pptx.util import Pt

        drawn.smooth = False
        drawn.format.line.color.rgb, drawn.format.line.width = colour(series.tone), Pt(2.5)
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour(series.tone)
        drawn.marker.format.line.color.rgb = colour(series.tone)
        if series.has_intervals:
            add_intervals(drawn, series, tone=series.tone)
        return
    _fill(drawn.format, series.tone)
    for place, tone in enumerate(series.tones):
        if tone != series.tone:
            _fill(drawn.points[place].format, tone)
    if series.has_intervals:
        add_intervals(drawn, series, tone="ink")


def _fill(shape_format, tone: str) -> None:
    """A colour, or hatching for what is not known."""
    from pptx.enum.dml import MSO_PATTERN

    fill = shape_format.fill
    if tone != GAP:
        fill.solid()
        fill.fore_color.rgb = colour(tone)
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = colour("hatch"), colour("paper")
    shape_format.line.color.rgb = colour("hatch")


def _labels(plot, plan: Plan) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    plot.has_data_labels = plan.has_numbers
    if not plan.has_numbers:
        return
    labels = plot.data_labels
    labels.show_value, labels.number_format_is_linked = True, False
    labels.number_format = number_format(plan.unit)
    labels.font.bold, labels.font.size = True, Pt(13 if len(plan.categories) <= 10 else 11)
    labels.font.color.rgb = colour("ink")
    places = {"bars": XL_LABEL_POSITION.OUTSIDE_END, "lines": XL_LABEL_POSITION.ABOVE}
    labels.position = places.get(plan.kind, XL_LABEL_POSITION.CENTER)
    if plan.has_intervals:  # which end where the numbers would stand
        _label_beside_intervals(plot, plan)
        return
    for place in plan.under:
        own = plot.series[place].data_labels
        own.show_value, own.number_format_is_linked, own.number_format = True, False, number_format(plan.unit)
        own.font.bold, own.font.size, own.position = True, Pt(13), XL_LABEL_POSITION.BELOW
    if plan.kind == "stacked":
        for drawn, series in zip(plot.series, plan.series, strict=True):
            own = drawn.data_labels
            own.show_value, own.number_format_is_linked, own.number_format = True, False, number_format(plan.unit)
            own.font.bold, own.font.size = True, Pt(13)
            own.font.color.rgb = colour("ink" if series.tone == GAP else f"on-{series.tone}")
            for place in unlabelled_parts(series):
                _leave_out_label(drawn.points[place].data_label)


def unlabelled_parts(series: Series) -> list[int]:
    """Places in a series of stacked bars that take no number: narrow parts, and what is missing to the whole."""
    is_gap = series.tone == GAP
    return [place for place, value in enumerate(series.values) if is_number(value) and (is_gap or value < LEAST_PART)]


def _leave_out_label(label) -> None:
    """The library has no call for it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    element = label._get_or_add_dLbl()
    for child in list(element):
        if child.tag != qn("c:idx"):
            element.remove(child)
    element.append(parse_xml(f'<c:delete {nsdecls("c")} val="1"/>'))


def _label_beside_intervals(plot, plan: Plan) -> None:
    """Numbers of bars stand behind the ends of the intervals, those of lines at the right of their points."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    if plan.kind == "lines":
        plot.data_labels.position = XL_LABEL_POSITION.RIGHT
        return
    for drawn, series in zip(plot.series, plan.series, strict=True):
        own = drawn.data_labels  # a label of one point makes labels of its series, which hide all others unless told
        own.show_value, own.number_format_is_linked, own.number_format = True, False, number_format(plan.unit)
        own.font.bold, own.font.size = True, Pt(13 if len(plan.categories) <= 10 else 11)
        own.font.color.rgb, own.position = colour("ink"), XL_LABEL_POSITION.OUTSIDE_END
        for place, more in enumerate(series.more):
            if more:
                label = drawn.points[place].data_label
                label.font.bold, label.font.size = True, Pt(13 if len(plan.categories) <= 10 else 11)
                label.font.color.rgb, label.position = colour("ink"), XL_LABEL_POSITION.OUTSIDE_END
                push_label(label, more / (plan.most * ROOM), number_format(plan.unit))
