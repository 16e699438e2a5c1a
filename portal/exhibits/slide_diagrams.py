"""Diagrams on slides: native shapes and connectors in one group, in the colours of our charts."""

from portal.charts.diagrams.scene import BULLET, PADDING, TEXT, Arrow, Box, Item, Scene, Words
from portal.charts.diagrams.shape import Diagram
from portal.charts.diagrams.templates import scene_of
from portal.charts.space import Space
from portal.exhibits.slide_texts import HEIGHT, LEFT, TOP, WIDTH, colour, write

WIDTHS = range(560, 1500, 40)  # pixels, tried for the one at which the diagram stands largest
POINTS = 72  # of an inch
SPARE = 1.2  # of the room of a single line, which must not break there
TALLEST = HEIGHT - 0.2  # inches
FONT = 0.9  # of the size in pictures: programs set their own fonts, which are wider than ours


def add_diagram(slide, frame, shape: Diagram, *, language: str, text: str):
    """The group of all shapes, as large as the room of a slide allows; `text` stands for it where it is not seen."""
    scene, scale = _largest(frame, shape, language)
    group = slide.shapes.add_group_shape()
    group.name = "Diagram"
    group._element.nvGrpSpPr.cNvPr.set("descr", text)
    left = LEFT + (WIDTH - scene.width * scale) / 2
    place = _Place(left, TOP, scale, language)
    for item in scene.items:
        _add(group.shapes, item, place)
    return group


def _largest(frame, shape: Diagram, language: str) -> tuple[Scene, float]:
    """The scene at the width that fills a slide best, and inches a pixel."""
    scenes = (scene_of(frame, shape, Space(width, language=language)) for width in WIDTHS)
    return max(
        ((scene, min(WIDTH / scene.width, TALLEST / scene.height)) for scene in scenes), key=lambda found: found[1]
    )


class _Place:
    """Pixels of a scene as lengths on the slide."""

    def __init__(self, left: float, top: float, scale: float, language: str):
        self.left, self.top, self.scale, self.language = left, top, scale, language

    def point(self, x: float, y: float):
        from pptx.util import Inches

        return Inches(self.left + x * self.scale), Inches(self.top + y * self.scale)

    def length(self, pixels: float):
        from pptx.util import Inches

        return Inches(pixels * self.scale)

    def font(self, pixels: float) -> float:
        return round(pixels * self.scale * POINTS * FONT, 1)


def _add(shapes, item: Item, place: _Place) -> None:
    if isinstance(item, Box):
        _add_box(shapes, item, place)
    elif isinstance(item, Arrow):
        _add_arrow(shapes, item, place)
    else:
        _add_words(shapes, item, place)


def _add_box(shapes, box: Box, place: _Place) -> None:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.oxml.ns import qn

    size = place.length(box.width), place.length(box.height)
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *place.point(box.x, box.y), *size)
    shape.adjustments[0] = min(6 / max(min(box.width, box.height), 1), 0.5)
    shape._element.remove(shape._element.find(qn("p:style")))  # of the theme: shadows, and lines where we want none
    _fill(shape, box)
    _outline(shape, box)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if box.is_centred else MSO_ANCHOR.TOP
    margin = place.length(PADDING)
    frame.margin_left = frame.margin_right = place.length(2) if box.is_centred else margin
    frame.margin_top = frame.margin_bottom = place.length(PADDING / 2) if box.is_centred else margin
    soft = "ink-2" if box.ink == "ink" else box.ink
    lines = [(text, box.size, box.ink, True) for text in paragraphs_of(box.title, place.language)]
    lines += [(text, TEXT, soft, False) for text in paragraphs_of(box.text, place.language)]
    for number, (text, pixels, tone, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if box.is_centred else PP_ALIGN.LEFT
        write(paragraph, text, size=place.font(pixels), tone=tone, language=place.language, bold=bold)


def _fill(shape, box: Box) -> None:
    """A colour, or hatching for what is not known."""
    from pptx.enum.dml import MSO_PATTERN

    if box.tone == "hatch":
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = colour("hatch"), colour("paper")
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(box.tone)


def _outline(shape, box: Box) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    if not box.is_framed:
        shape.line.fill.background()
        return
    shape.line.color.rgb, shape.line.width = colour("ink-3" if box.is_dashed else "rule"), Pt(1)
    if box.is_dashed:
        shape.line.dash_style = MSO_LINE.DASH


def _add_arrow(shapes, arrow: Arrow, place: _Place) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    ends = (*place.point(arrow.x, arrow.y), *place.point(arrow.to_x, arrow.to_y))
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends).line
    line.color.rgb, line.width = colour(arrow.tone), Pt(1.5)
    if arrow.is_dashed:
        line.dash_style = MSO_LINE.DASH
    if arrow.has_head:  # the library has no call for it
        properties = line._get_or_add_ln()
        properties.append(properties.makeelement(qn("a:tailEnd"), {"type": "triangle"}))


def _add_words(shapes, words: Words, place: _Place) -> None:
    from pptx.enum.text import PP_ALIGN

    x = words.x - (words.width / 2 if words.is_centred else 0)
    room = words.width if len(words.lines) > 1 else words.width * SPARE
    frame = shapes.add_textbox(*place.point(x, words.y), place.length(room), place.length(words.height)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, text in enumerate(paragraphs_of(words.lines, place.language)):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if words.is_centred else PP_ALIGN.LEFT
        size = place.font(words.size)
        write(paragraph, text, size=size, tone=words.tone, language=place.language, bold=words.is_bold)


def paragraphs_of(lines: tuple[str, ...], language: str) -> list[str]:
    """Lines put together again, for programs that break them themselves; points of a list stay apart."""
    space = "" if language.startswith("zh") else " "
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and not line.startswith(BULLET.strip()):
            paragraphs[-1] += f"{space}{line}"
        else:
            paragraphs.append(line)
    return paragraphs
