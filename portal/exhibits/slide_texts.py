"""Words on slides: fonts for both scripts, text boxes, and the frame round what a slide shows."""

from portal.charts.captions import Caption
from portal.charts.palette import THEMES

LATIN, EAST_ASIAN = "Segoe UI", "Microsoft YaHei"
TAGS = {"en": "en-GB", "zh-hans": "zh-CN"}
COLOURS = THEMES["light"]
LEFT, WIDTH = 0.55, 12.23  # inches: the margins of a slide 13.333 wide
TOP, HEIGHT = 2.05, 4.4  # inches: the room for a chart or table
TITLE, SUBTITLE, FOOT = 26, 14, 10.5  # points
FINDING, QUESTION, SOURCE, PUBLISHER = "Finding", "Question and base", "Source", "Publisher"  # names of text boxes
# Points of longer words: beyond so many characters, Chinese ones counted twice, they would leave their box.
SMALLER_TITLE = {60: 20.0, 140: 16.0, 260: 13.0}
SMALLER_SUBTITLE = {200: 12.0, 250: 11.0}
SMALLER_FOOT = {420: 9.0, 640: 8.0}


def colour(name: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(COLOURS[name].lstrip("#"))


def write(paragraph, text: str, *, size: float, tone: str, language: str, bold: bool = False) -> None:
    """One run with fonts for Latin and East Asian letters; what is there already goes."""
    paragraph.clear()
    add_run(paragraph, text, size=size, tone=tone, language=language, bold=bold)


def add_run(paragraph, text: str, *, size: float, tone: str, language: str, bold: bool = False) -> None:
    """The same behind what is there."""
    from pptx.util import Pt

    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
    run.font.color.rgb = colour(tone)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", TAGS[language])
    add_east_asian(properties)


def set_apart(paragraph, *, line: float, after: float) -> None:
    """The height of its lines and the room behind it, in points."""
    from pptx.util import Pt

    paragraph.line_spacing, paragraph.space_after = Pt(line), Pt(after)


def fitting(text: str, size: float, smaller: dict[int, float]) -> float:
    """The size at which a text keeps within its box."""
    weight = sum(1 if ord(letter) < 0x2E80 else 2 for letter in text)
    return min([size, *(points for most, points in smaller.items() if weight > most)])


def add_east_asian(properties) -> None:
    """The East Asian font after the Latin one, where the format expects it."""
    from pptx.oxml.ns import qn

    if properties.find(qn("a:ea")) is None:
        font = properties.makeelement(qn("a:ea"), {"typeface": EAST_ASIAN})
        latin = properties.find(qn("a:latin"))
        latin.addnext(font) if latin is not None else properties.append(font)


def box(
    slide,
    place: tuple[float, float, float, float],
    lines: list[tuple[str, float, str, bool]],
    language: str,
    *,
    name: str = "",
):
    """A text box at left, top, width, height in inches; lines: text, size, tone, bold."""
    from pptx.util import Inches

    shape = slide.shapes.add_textbox(*map(Inches, place))
    shape.name = name or shape.name
    frame = shape.text_frame
    frame.word_wrap = True
    for index, (text, size, tone, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        write(paragraph, text, size=size, tone=tone, language=language, bold=bold)
    return frame


def framed_slide(presentation, caption: Caption, *, notes: str, part: str = ""):
    """A slide with title, question and base, source and licence; `part` says which of several it is."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Title Only"))
    language = caption.language
    title = slide.shapes.title
    title.name = FINDING
    title.left, title.top, title.width, title.height = map(Inches, (LEFT - 0.1, 0.35, WIDTH + 0.2, 0.95))
    title.text_frame.vertical_anchor, title.text_frame.word_wrap = MSO_ANCHOR.BOTTOM, True
    size = fitting(caption.title, TITLE, SMALLER_TITLE)
    write(title.text_frame.paragraphs[0], caption.title, size=size, tone="ink", language=language, bold=True)
    title.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    subtitle = f"{caption.subtitle} {part}".strip()
    size = fitting(subtitle, SUBTITLE, SMALLER_SUBTITLE)
    box(slide, (LEFT - 0.1, 1.3, WIDTH + 0.2, 0.7), [(subtitle, size, "ink-2", False)], language, name=QUESTION)
    size = fitting(caption.source + caption.note, FOOT, SMALLER_FOOT)
    foot = [(text, size, "ink-3", False) for text in (caption.source, caption.note) if text]
    box(slide, (LEFT - 0.1, 6.5, 9.7, 0.9), foot, language, name=SOURCE)
    credit = [(caption.credit, FOOT, "ink-2", True), (caption.licence, FOOT, "ink-3", False)]
    for paragraph in box(slide, (10.2, 6.5, 2.68, 0.6), credit, language, name=PUBLISHER).paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT
    slide.notes_slide.notes_text_frame.text = notes
    return slide


def describe(frame, *, name: str, text: str) -> None:
    """Name and alternative text of a chart or table."""
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", text)
