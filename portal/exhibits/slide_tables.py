"""Native tables on slides: a heatmap with its colours, and any exhibit's table over as many slides as it needs."""

from math import ceil

from django.utils.translation import gettext as _

from portal.charts.palette import STEPS
from portal.charts.rows import records
from portal.charts.shapes import Heatmap
from portal.charts.words import is_number, spoken
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.slide_texts import HEIGHT, LEFT, TOP, WIDTH, colour, describe, write
from portal.exhibits.table_pages import Page, Room, pages_of_table
from portal.exhibits.table_texts import Texts, texts_of

MOST_ROWS = 240  # of a table on slides; what is beyond is counted, not dropped in silence
TEXT = 11  # points
LETTERS = 11.5  # Latin letters in an inch


def weight(text: str) -> int:
    """Letters, Chinese ones counted twice."""
    return len(text) if text.isascii() else sum(1 if ord(letter) < 0x2E80 else 2 for letter in text)


def likely_lines(text: str, width: float) -> int:
    return ceil(weight(text) / max((width - 0.2) * LETTERS, 1))


ROOM = Room(  # of a slide, in inches; texts are set by programs with fonts of their own
    width=WIDTH,
    height=HEIGHT,
    columns=8,
    line=0.19,
    above=0.1,
    beside=4 / LETTERS,
    longest=240,
    word=24 / LETTERS,
    text=60 / LETTERS,
    measure=lambda text: weight(text) / LETTERS,
    count_lines=likely_lines,
)


def heat_pages(frame, shape: Heatmap, corner: str) -> list[Page]:
    """Rows and columns of a heatmap; a missing number is an empty cell."""
    found = records(frame, row=shape.row, column=shape.column, value=shape.value)
    rows, columns = (list(dict.fromkeys(record[key] for record in found)) for key in ("row", "column"))
    held = {(each["row"], each["column"]): each["value"] for each in found if is_number(each["value"])}
    low, high = min([0, *held.values()]), max([0, *held.values()])

    def tone(value: float | None) -> str:
        if value is None:
            return ""
        return f"seq-{min(int((value - low) / ((high - low) or 1) * STEPS), STEPS - 1)}"

    values = [[held.get((row, column)) for column in columns] for row in rows]
    words = [
        (row, *("" if value is None else spoken(value, shape.unit) for value in line))
        for row, line in zip(rows, values, strict=True)
    ]
    tones = [("", *map(tone, line)) for line in values]
    numbers = frozenset(range(1, len(columns) + 1))
    return pages_of_table(Texts((corner, *columns), tuple(words), numbers=numbers, tones=tuple(tones)), ROOM)


def table_pages(exhibit: Exhibit) -> tuple[list[Page], str]:
    """(the table as on the page, what it leaves out in words)."""
    texts = texts_of(exhibit)
    left = len(texts.rows) - MOST_ROWS
    if left <= 0:
        return pages_of_table(texts, ROOM), ""
    parts = _("rows: %(count)s") % {"count": left}
    return pages_of_table(texts.first(MOST_ROWS), ROOM), _("Left to the workbook: %(parts)s.") % {"parts": parts}


def part_words(number: int, count: int, page: Page | None = None) -> str:
    """Which of several slides it is, and which columns of the table it shows."""
    parts = [f"{number}/{count}", page.part_words if page else ""]
    return f"({' · '.join(filter(None, parts))})" if count > 1 else ""


def add_table(slide, page: Page, language: str):
    """The table with a header row, as the format marks one."""
    from pptx.util import Inches

    place = map(Inches, (LEFT, TOP, sum(page.widths), ROOM.above * len(page.rows)))
    frame = slide.shapes.add_table(len(page.rows) + 1, len(page.heads), *place)
    describe(frame, name="Table", text=". ".join(_said(page))[:4000])
    frame.table.horz_banding = False
    for place_of_column, width in enumerate(page.widths):
        frame.table.columns[place_of_column].width = Inches(width)
    for line, row in enumerate(frame.table.rows):
        texts = page.rows[line - 1] if line else page.heads
        lines = max(likely_lines(text, width) for text, width in zip(texts, page.widths, strict=True))
        row.height = Inches(max(lines, 1) * ROOM.line + ROOM.above)
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            _fill_cell(cell, text, page, line - 1, column, language)
    return frame


def _said(page: Page) -> list[str]:
    """The rows as they are read out."""
    return [
        row[0] if line in page.headings else "; ".join(map(": ".join, zip(page.heads, row, strict=True)))
        for line, row in enumerate(page.rows)
    ]


def _fill_cell(cell, text: str, page: Page, line: int, column: int, language: str) -> None:
    """`line` counts from 0 below the heads."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    tone = page.tones[line][column] if line >= 0 and page.tones else ""
    is_head, is_unknown = line < 0 or line in page.headings, (line, column) in page.unknown
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(tone or ("tint" if is_head else "paper"))
    paragraph = cell.text_frame.paragraphs[0]
    ink = f"on-{tone}" if tone else "ink-3" if is_unknown else "ink"
    write(paragraph, text, size=TEXT, tone=ink, language=language, bold=is_head)
    if is_unknown:
        paragraph.runs[0].font.italic = True
    if column in page.numbers:
        paragraph.alignment = PP_ALIGN.CENTER if tone else PP_ALIGN.RIGHT
