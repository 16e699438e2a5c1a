"""Layers of an Altair chart, placed in pixels, and the Vega-Lite specification they make.

Charts place everything by measured text widths, so each layer has its own explicit scales and no
axes.
"""

from portal.charts.channels import Linear, chart_of, is_validated, library, painted, placed, read, scaled
from portal.charts.palette import stand_in
from portal.charts.space import LINE, TEXT, Space

WHISKER_END = 4  # pixels on each side of a whisker


def bars(rows: list[dict], scale: Linear, *, start: str = "start", end: str = "value", radius: float = 2):
    """Horizontal bars; rows: start, value, top, bottom, fill, stroke, said."""
    mark = {"cornerRadiusTopRight": radius, "cornerRadiusBottomRight": radius, "strokeWidth": 1, "orient": "horizontal"}
    return (
        chart_of(rows)
        .mark_bar(**mark)
        .encode(
            x=scaled("X", end, scale),
            x2=library().X2(f"{start}:Q"),
            y=placed("Y", "top"),
            y2=library().Y2("bottom:Q"),
            fill=painted("Fill", "fill"),
            stroke=painted("Stroke", "stroke"),
            detail=read("Detail", "label:N"),
            description=read("Description", "said:N"),
        )
    )


def cells(rows: list[dict]):
    """Rectangles of a table; rows: left, right, top, bottom, fill, stroke, value, said."""
    return (
        chart_of(rows)
        .mark_rect(strokeWidth=1)
        .encode(
            x=placed("X", "left"),
            x2=library().X2("right:Q"),
            y=placed("Y", "top"),
            y2=library().Y2("bottom:Q"),
            fill=painted("Fill", "fill"),
            stroke=painted("Stroke", "stroke"),
            description=read("Description", "said:N"),
            detail=[read("Detail", "row:N"), read("Detail", "column:N"), read("Detail", "value:Q")],
        )
    )


def dots(rows: list[dict], x: Linear | None, y: Linear | None = None, *, area: float = 130):
    """Filled circles; rows: value (on the axis that has a scale), x or y in pixels, fill, said."""
    return (
        chart_of(rows)
        .mark_point(filled=True, size=area, opacity=1, shape="circle")
        .encode(
            x=scaled("X", "value", x) if x else placed("X", "x"),
            y=scaled("Y", "value", y) if y else placed("Y", "y"),
            color=painted("Color", "fill"),
            detail=read("Detail", "label:N"),
            description=read("Description", "said:N"),
        )
    )


def intervals(rows: list[dict], scale: Linear, *, tone: str = "soft"):
    """Thick rules from low to high; rows: low, high, y."""
    mark = {"aria": False, "strokeWidth": 7, "strokeCap": "round", "color": stand_in(tone)}
    return (
        chart_of(rows)
        .mark_rule(**mark)
        .encode(x=scaled("X", "low", scale), x2=library().X2("high:Q"), y=placed("Y", "y"))
    )


def whiskers(rows: list[dict], scale: Linear, *, is_upright: bool = False, tone: str | None = "ink") -> list:
    """Thin lines from low to high with a stroke at each end, over paper so that they show on any bar.

    Rows: low, high, and y in pixels, or x where they stand upright; fill where tone is None.
    """
    along, across = ("Y", "X") if is_upright else ("X", "Y")
    place = across.lower()
    ends = [
        row | {"low": row[end], "high": row[end], "first": row[place] - WHISKER_END, "last": row[place] + WHISKER_END}
        for row in rows
        for end in ("low", "high")
    ]

    def layer(spans: list[dict], thickness: float, shade: str | None):
        mark = {"aria": False, "strokeWidth": thickness, **({"color": stand_in(shade)} if shade else {})}
        is_end = "first" in spans[0]
        second = getattr(library(), f"{across if is_end else along}2")("last:Q" if is_end else "high:Q")
        encoded = (
            chart_of(spans)
            .mark_rule(**mark)
            .encode(scaled(along, "low", scale), placed(across, "first" if is_end else place), second)
        )
        return encoded if shade else encoded.encode(color=painted("Color", "fill"))

    return [layer(rows, 4, "paper"), layer(rows, 1.5, tone), layer(ends, 1.5, tone)]


def curves(rows: list[dict], scale: Linear):
    """Lines through the values of a series; rows: x, value, series, run, fill."""
    mark = {"aria": False, "strokeWidth": 2.5, "strokeCap": "round", "strokeJoin": "round"}
    return (
        chart_of(rows)
        .mark_line(**mark)
        .encode(
            x=placed("X", "x"),
            y=scaled("Y", "value", scale),
            color=painted("Color", "fill"),
            detail=[read("Detail", "series:N"), read("Detail", "run:N")],
        )
    )


def paths(rows: list[dict]):
    """Lines through points that are placed already; rows: x, y, series, run, fill."""
    mark = {"aria": False, "strokeWidth": 2.5, "strokeCap": "round", "strokeJoin": "round"}
    return (
        chart_of(rows)
        .mark_line(**mark)
        .encode(
            x=placed("X", "x"),
            y=placed("Y", "y"),
            order=read("Order", "x:Q"),
            color=painted("Color", "fill"),
            detail=[read("Detail", "series:N"), read("Detail", "run:N")],
        )
    )


def rules(rows: list[dict], *, tone: str | None = "grid", thickness: float = 1, dash: tuple[float, ...] = ()):
    """Straight lines; rows: left, top, right, bottom, and fill where tone is None."""
    mark = {"aria": False, "strokeWidth": thickness, **({"strokeDash": list(dash)} if dash else {})}
    layer = chart_of(rows).mark_rule(**mark, **({"color": stand_in(tone)} if tone else {}))
    encoded = layer.encode(
        x=placed("X", "left"), x2=library().X2("right:Q"), y=placed("Y", "top"), y2=library().Y2("bottom:Q")
    )
    return encoded if tone else encoded.encode(color=painted("Color", "fill"))


def texts(
    rows: list[dict],
    space: Space,
    *,
    size: float = TEXT,
    bold: bool = False,
    align: str = "left",
    tone: str | None = "ink",
    angle: float = 0,
):
    """Words; rows: x, y (the first baseline), text with line breaks, and fill where tone is None."""
    mark = {"aria": False, "align": align, "baseline": "alphabetic", "font": space.fonts, "fontSize": size}
    mark |= {"lineBreak": "\n", "lineHeight": round(size * LINE, 2), "angle": angle}
    mark |= {"fontWeight": "bold"} if bold else {}
    layer = chart_of(rows).mark_text(**mark, **({"color": stand_in(tone)} if tone else {}))
    encoded = layer.encode(x=placed("X", "x"), y=placed("Y", "y"), text=read("Text", "text:N"))
    return encoded if tone else encoded.encode(color=painted("Color", "fill"))


def specification(layers: list, width: float, height: float) -> dict:
    """The layers as one Vega-Lite specification of exactly this size."""
    altair = library()
    chart = altair.layer(*layers).resolve_scale(
        x="independent", y="independent", color="independent", fill="independent", stroke="independent"
    )
    chart = chart.properties(width=width, height=height, autosize=altair.AutoSizeParams(type="none"))
    specification = chart.to_dict(validate=is_validated())
    specification["config"] = {"background": None, "padding": 0, "view": {"stroke": None}}
    specification.pop("usermeta", None)
    return specification
