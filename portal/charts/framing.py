"""Puts a chart body into its frame: headline, question and base above, source and licence below."""

from portal.charts.layout import FOOT, SUBTITLE, TITLE, Layout
from portal.charts.lettering import family
from portal.charts.markup import escaped, hatched, prefix, quoted, text_line
from portal.charts.palette import in_theme, stand_in
from portal.charts.space import Body

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RDF = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:cc="http://creativecommons.org/ns#"'
)


def framed(body: Body, layout: Layout, *, theme: str) -> tuple[str, int]:
    """(SVG with text as <text>, its height)."""
    caption, wide = layout.caption, layout.size.width
    scale = layout.zoom * min(1, layout.body_width / body.width, (layout.body_height or body.height) / body.height)
    natural = layout.head_height + body.height * scale + layout.foot_height
    tall = layout.size.height or round(natural)
    start = prefix(body.content, caption.title, theme)
    spare = max(tall - natural, 0) / 2
    place = f"translate({layout.margin:g},{layout.head_height + spare:.2f}) scale({scale:.5g})"
    role = "group" if "<a " in body.content else "img"
    parts = [
        f'<svg {NAMESPACES} width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" role="{role}"'
        f' xml:lang={quoted(caption.language)} aria-labelledby="{start}-title" aria-describedby="{start}-desc">',
        f'<title id="{start}-title">{escaped(caption.title)}</title>',
        f'<desc id="{start}-desc">{escaped(caption.description)}</desc>',
        _metadata(layout),
        f'<rect width="{wide}" height="{tall}" fill="{stand_in("paper")}"/>',
        *_head(layout),
        f'<g transform="{place}">{hatched(body.content, start)}</g>',
        *_foot(layout, tall),
        "</svg>",
    ]
    return in_theme("".join(parts), theme), tall


def _metadata(layout: Layout) -> str:
    """Who made it and what may be done with it, as Dublin Core in RDF."""
    stated = dict(layout.caption.metadata)
    licence = stated.pop("license", "")
    if not stated and not licence:
        return ""
    fields = "".join(f"<dc:{name}>{escaped(value)}</dc:{name}>" for name, value in sorted(stated.items()))
    terms = f"<cc:license rdf:resource={quoted(licence)}/>" if licence else ""
    return f'<metadata><rdf:RDF {RDF}><cc:Work rdf:about="">{fields}{terms}</cc:Work></rdf:RDF></metadata>'


def _head(layout: Layout) -> list[str]:
    zoom, left, font = layout.zoom, layout.margin, family(layout.caption.language)
    parts = [
        f'<rect x="{left:g}" y="{left - 8 * zoom:.2f}" width="{44 * zoom:.2f}" height="{5 * zoom:.2f}"'
        f' fill="{stand_in("brand")}"/>'
    ]
    y = left + (10 + TITLE) * zoom
    for line in layout.title:
        parts.append(text_line(line, left, y, TITLE * zoom, family=font, fill=stand_in("ink"), bold=True))
        y += layout.title_line
    y += 8 * zoom + layout.subtitle_line - layout.title_line
    for line in layout.subtitle:
        parts.append(text_line(line, left, y, SUBTITLE * zoom, family=font, fill=stand_in("ink-2")))
        y += layout.subtitle_line
    return parts


def _foot(layout: Layout, tall: float) -> list[str]:
    caption, zoom, left = layout.caption, layout.zoom, layout.margin
    font, right = family(caption.language), layout.size.width - layout.margin
    top = tall - layout.foot_height + 16 * zoom
    parts = [f'<rect x="{left:g}" y="{top:.2f}" width="{layout.inner_width:g}" height="1" fill="{stand_in("rule")}"/>']
    first = top + (11 + FOOT) * zoom
    for index, line in enumerate(layout.foot):
        y = first + index * layout.foot_line
        parts.append(text_line(line, left, y, FOOT * zoom, family=font, fill=stand_in("ink-3")))
    for index, (text, tone, bold) in enumerate(
        item for item in ((caption.credit, "ink-2", True), (caption.licence, "ink-3", False)) if item[0]
    ):
        y = first + index * layout.foot_line
        parts.append(text_line(text, right, y, FOOT * zoom, family=font, fill=stand_in(tone), bold=bold, anchor="end"))
    return parts
