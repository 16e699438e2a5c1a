"""Intervals in native charts on slides, and the numbers beside them: the library has no call for either."""

from portal.exhibits.slide_plans import Series
from portal.exhibits.slide_texts import colour

BREATH = 0.006  # of the chart's width, between an interval and its number
PLOT_LEFT, PLOT_WIDTH = 0.3, 0.68  # shares of the chart's width: labels stand left of the bars


def add_intervals(drawn, series: Series, *, tone: str) -> None:
    """Error bars from the lower to the upper end."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    def numbers(values: tuple[float, ...]) -> str:
        points = "".join(f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values))
        return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'

    is_line = drawn._element.getparent().tag == qn("c:lineChart")
    way = '<c:errDir val="y"/>' if is_line else ""  # bars have one direction only
    xml = (
        f"<c:errBars {nsdecls('c', 'a')}>{way}"
        '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{numbers(series.more)}</c:plus><c:minus>{numbers(series.less)}</c:minus>"
        f'<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="{colour(tone)}"/></a:solidFill></a:ln></c:spPr>'
        "</c:errBars>"
    )
    drawn._element.find(qn("c:cat")).addprevious(parse_xml(xml))


def place_plot(chart) -> None:
    """Bars in a place of their own, so that it is known how long an interval is."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for layout in area.findall(qn("c:layout")):
        area.remove(layout)
    edges = {"x": PLOT_LEFT, "y": 0.01, "w": PLOT_WIDTH, "h": 0.98}
    modes = "".join(f'<c:{edge}Mode val="edge"/>' for edge in ("x", "y"))
    values = "".join(f'<c:{edge} val="{value}"/>' for edge, value in edges.items())
    xml = (
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>{modes}{values}'
        "</c:manualLayout></c:layout>"
    )
    area.insert(0, parse_xml(xml))


def push_label(label, share: float, number_format: str) -> None:
    """Moves the number of a bar to the right by a share of the plot's width; it stays tied to the value."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    element = label._dLbl
    x = round(share * PLOT_WIDTH + BREATH, 5)
    xml = f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="{x}"/><c:y val="0"/></c:manualLayout></c:layout>'
    element.find(qn("c:idx")).addnext(parse_xml(xml))
    code = number_format.replace('"', "&quot;")
    format_xml = f'<c:numFmt {nsdecls("c")} formatCode="{code}" sourceLinked="0"/>'
    following = next(child for child in element if child.tag in (qn("c:spPr"), qn("c:txPr"), qn("c:dLblPos")))
    following.addprevious(parse_xml(format_xml))
