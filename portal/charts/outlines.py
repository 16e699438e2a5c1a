"""Text drawn as paths, so that a downloaded SVG looks the same on every machine."""

import re
from functools import lru_cache
from html import unescape

from fontTools.pens.svgPathPen import SVGPathPen

from portal.charts.lettering import CHINESE, ENGLISH, font, font_lock
from portal.charts.markup import quoted

TEXT = re.compile(r"<text([^>]*)>(.*?)</text>", re.DOTALL)
LINE = re.compile(r"<tspan([^>]*)>(.*?)</tspan>", re.DOTALL)
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
ROOT = re.compile(r"(<svg[^>]*>)")
UNITS = 1000  # to the em, in all four fonts
KEPT = ("fill", "fill-opacity", "opacity")


def outlined(svg: str) -> str:
    """Every <text> becomes glyph paths; its words stay in aria-label."""
    glyphs: dict[tuple[str, str, bool], str] = {}
    drawn = TEXT.sub(lambda found: _text(dict(ATTRIBUTE.findall(found[1])), found[2], glyphs), svg)
    paths = (f'<path id="{name}" d="{_glyph(*glyph)[0]}"/>' for glyph, name in glyphs.items())
    return ROOT.sub(lambda found: f"{found[1]}<defs>{''.join(paths)}</defs>", drawn, count=1)


def _text(attributes: dict[str, str], content: str, glyphs: dict) -> str:
    lines = [(dict(ATTRIBUTE.findall(found[1])), unescape(found[2])) for found in LINE.finditer(content)]
    lines = lines or [({}, unescape(content))]
    words = " ".join(text for _, text in lines)
    if not words.strip():
        return ""
    down, groups = 0.0, []
    for place, text in lines:
        down += float(place.get("dy", 0))
        groups.append(_line(text, attributes, down, glyphs))
    moves = [attributes["transform"]] if "transform" in attributes else []
    moves += [f"translate({attributes.get('x', 0)},{attributes.get('y', 0)})"] if "x" in attributes else []
    kept = "".join(f' {name}="{attributes[name]}"' for name in KEPT if name in attributes)
    return f'<g role="img" aria-label={quoted(words)} transform="{" ".join(moves)}"{kept}>{"".join(groups)}</g>'


def _line(text: str, attributes: dict[str, str], down: float, glyphs: dict) -> str:
    family = CHINESE if CHINESE in attributes.get("font-family", "") else ENGLISH
    bold = attributes.get("font-weight") == "bold"
    scale = float(attributes["font-size"].removesuffix("px")) / UNITS
    x, uses = 0, []
    for character in text:
        path, advance = _glyph(character, family, bold)
        if path:
            name = glyphs.setdefault((character, family, bold), f"g{len(glyphs)}")
            uses.append(f'<use xlink:href="#{name}" x="{x}"/>')
        x += advance
    shift = {"end": -x, "middle": -x / 2}.get(attributes.get("text-anchor", ""), 0)
    move = f"translate({shift * scale:.2f},{down:.2f}) scale({scale:.5g},{-scale:.5g})"
    return f'<g transform="{move}">{"".join(uses)}</g>'


@lru_cache(maxsize=8192)
def _glyph(character: str, family: str, bold: bool) -> tuple[str, int]:
    """(path, advance) in font units; a character without glyph shows as an empty box."""
    with font_lock:
        file = font(family, bold=bold)
        glyph_set = file.getGlyphSet()
        name = file.getBestCmap().get(ord(character), ".notdef")
        pen = SVGPathPen(glyph_set, ntos=lambda number: f"{number:.0f}")
        glyph_set[name].draw(pen)
        return pen.getCommands(), file["hmtx"][name][0]
