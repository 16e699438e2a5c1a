"""A chart as a Vega-Lite specification to take away: real colours, fonts of any machine, words round the chart."""

import json
from typing import TYPE_CHECKING

from portal.charts.bodies import specification
from portal.charts.captions import Caption
from portal.charts.layout import FOOT, MARGIN, SUBTITLE, TITLE, laid_out
from portal.charts.lettering import SYSTEM_FONTS
from portal.charts.palette import HATCHED, THEMES, in_theme
from portal.charts.shape import Shape
from portal.charts.sizes import Size
from portal.charts.space import DROP, TEXT, Space
from portal.charts.words import word

if TYPE_CHECKING:
    from pandas import DataFrame

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"  # of any version 6, not of the one that we run


def portable(
    frame: "DataFrame", shape: Shape, caption: Caption, *, theme: str, size: Size, about: dict[str, str]
) -> str:
    """JSON that opens in the Vega editor; `about` stands in its `usermeta`.

    Vega-Lite has no hatching: what is not known is an outlined box as empty as the paper.
    """
    layout, colours = laid_out(caption.cleaned(), size), THEMES[theme]
    space = Space(layout.body_width, layout.body_height, caption.language)
    drawn = specification(frame, shape, space) if len(frame) else _empty(space)
    drawn = json.loads(in_theme(json.dumps(drawn).replace(HATCHED, colours["paper"]), theme).replace(
        json.dumps(space.fonts), json.dumps(SYSTEM_FONTS)
    ))  # fmt: skip
    words = {"font": SYSTEM_FONTS, "subtitleFont": SYSTEM_FONTS, "anchor": "start", "frame": "bounds", "offset": 20}
    words |= {
        "fontSize": TITLE,
        "fontWeight": "bold",
        "color": colours["ink"],
        "lineHeight": layout.title_line / layout.zoom,
    }
    words |= {"subtitleFontSize": SUBTITLE, "subtitleColor": colours["ink-2"], "subtitlePadding": 8}
    words |= {"subtitleLineHeight": layout.subtitle_line / layout.zoom}
    foot = [*layout.foot, " · ".join(filter(None, [caption.credit, caption.licence]))]
    return json.dumps(
        drawn
        | {
            "$schema": SCHEMA,
            "title": {"text": list(layout.title), "subtitle": list(layout.subtitle), **words},
            "description": caption.title,
            "layer": [*drawn["layer"], _foot(foot, drawn["height"] + 30, colours["ink-3"])],
            "autosize": {"type": "pad"},
            "background": colours["paper"],
            "padding": MARGIN,
            "config": {"view": {"stroke": None}},
            "usermeta": about,
        },
        ensure_ascii=False,
        sort_keys=True,
        indent=1,
    )


def _foot(lines: list[str], top: float, colour: str) -> dict:
    """Source, notes and licence, left under the chart."""
    mark = {"type": "text", "align": "left", "baseline": "top", "font": SYSTEM_FONTS, "fontSize": FOOT}
    mark |= {"color": colour, "lineBreak": "\n", "lineHeight": FOOT * 1.5, "aria": False}
    return {
        "data": {"values": [{"text": "\n".join(lines)}]},
        "mark": mark,
        "encoding": {"x": {"value": 0}, "y": {"value": top}, "text": {"field": "text", "type": "nominal"}},
    }


def _empty(space: Space) -> dict:
    """A sentence where there is nothing to draw."""
    mark = {"type": "text", "align": "left", "baseline": "alphabetic", "font": space.fonts, "fontSize": TEXT}
    text = {
        "data": {"values": [{"text": word("empty", space.language)}]},
        "mark": mark,
        "encoding": {
            "x": {"value": 0},
            "y": {"value": 30 + DROP * TEXT},
            "text": {"field": "text", "type": "nominal"},
        },
    }
    return {"layer": [text], "width": space.width, "height": 60}
