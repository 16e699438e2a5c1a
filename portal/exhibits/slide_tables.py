"""Native tables on slides: a heatmap with its colours, and any exhibit's table over as many slides as it needs."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from portal.charts.palette import STEPS
from portal.charts.rows import records
from portal.charts.shapes import Heatmap
from portal.charts.words import is_number, spoken
from portal.exhibits.data_files import cell_text
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.slide_texts import HEIGHT, LEFT, TOP, WIDTH, colour, describe, write
from portal.exhibits.tables import table_of

MOST_COLUMNS, MOST_ROWS = 8, 240  # of a table on slides; what is beyond is counted, not dropped in silence
TEXT = 11  # points
LINE, PADDING = 0.19, 0.1  # inches: a line of text, and what a row adds to its lines
LETTERS = 11.5  # Latin letters in an inch
LONGEST, LONGEST_WORD = 240, 24  # letters in a cell, and in a word that need not break


@dataclass(frozen=True)
class Page:
    """The part of a table that fits a slide; `tones` are fills of the cells, "" for none."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]  # inches
    numbers: frozenset[int]  # columns that stand right
    tones: tuple[tuple[str, ...], ...] = ()


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
    return _paged((corner, *columns), words, frozenset(range(1, len(columns) + 1)), tones)


def table_pages(exhibit: Exhibit) -> tuple[list[Page], str]:
    """(the table as on the page, what it leaves out in words)."""
    table = table_of(exhibit)
    headings = table.headings[: MOST_COLUMNS - 1]
    rows = [
        (row.head.text, *(", ".join(map(cell_text, cells)) for cells in row.cells[: len(headings)]))
        for row in table.rows[:MOST_ROWS]
    ]
    numbers = frozenset(place for place, heading in enumerate(headings, start=1) if heading.is_number)
    left_out = []
    if len(table.headings) > len(headings):
        left_out.append(_("columns: %(count)s") % {"count": len(table.headings) - len(headings)})
    if len(table.rows) > len(rows):
        left_out.append(_("rows: %(count)s") % {"count": len(table.rows) - len(rows)})
    words = _("Left to the workbook: %(parts)s.") % {"parts": ", ".join(left_out)}
    pages = _paged((table.corner.text, *(heading.text for heading in headings)), rows, numbers, [])
    return pages, words if left_out else ""


def add_table(slide, page: Page, language: str):
    """The table with a header row, as the format marks one."""
    from pptx.util import Inches

    place = map(Inches, (LEFT, TOP, sum(page.widths), PADDING * len(page.rows)))
    frame = slide.shapes.add_table(len(page.rows) + 1, len(page.heads), *place)
    lines = ["; ".join(f"{head}: {text}" for head, text in zip(page.heads, row, strict=True)) for row in page.rows]
    describe(frame, name="Table", text=". ".join(lines)[:4000])
    frame.table.horz_banding = False
    for place_of_column, width in enumerate(page.widths):
        frame.table.columns[place_of_column].width = Inches(width)
    for line, row in enumerate((page.heads, *page.rows)):
        tones = page.tones[line - 1] if line and page.tones else ("",) * len(row)
        frame.table.rows[line].height = Inches(_height(row, page.widths))
        for column, (text, tone) in enumerate(zip(row, tones, strict=True)):
            _fill_cell(frame.table.cell(line, column), text, tone, language, is_head=not line,
                       is_number=column in page.numbers)  # fmt: skip
    return frame


def _fill_cell(cell, text: str, tone: str, language: str, *, is_head: bool, is_number: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(tone or ("tint" if is_head else "paper"))
    paragraph = cell.text_frame.paragraphs[0]
    ink = f"on-{tone}" if tone else "ink"
    write(paragraph, text, size=TEXT, tone=ink, language=language, bold=is_head)
    if is_number:
        paragraph.alignment = PP_ALIGN.CENTER if tone else PP_ALIGN.RIGHT


def _weight(text: str) -> int:
    """Letters, Chinese ones counted twice."""
    return sum(1 if ord(letter) < 0x2E80 else 2 for letter in text)


def _height(row: tuple[str, ...], widths: tuple[float, ...]) -> float:
    """Inches that the texts of a row are likely to take."""
    lines = max(ceil(_weight(text) / max((width - 0.2) * LETTERS, 1)) for text, width in zip(row, widths, strict=True))
    return max(lines, 1) * LINE + PADDING


def _paged(heads: tuple[str, ...], rows: list[tuple[str, ...]], numbers: frozenset[int], tones: list) -> list[Page]:
    rows = [tuple(text if len(text) <= LONGEST else f"{text[:LONGEST]}…" for text in row) for row in rows]
    widths = _widths(list(zip(heads, *rows, strict=True)))
    pages = []
    for start, end in even_breaks([_height(row, widths) for row in rows], HEIGHT - _height(heads, widths)):
        pages.append(Page(heads, tuple(rows[start:end]), widths, numbers, tuple(tones[start:end])))
    return pages


def _widths(columns: list[tuple[str, ...]]) -> tuple[float, ...]:
    """Inches: the longest word of each column fits, long texts take the rest of the room."""
    words = [max(_weight(word) for text in column for word in text.split() or [""]) for column in columns]
    least = [(min(length, LONGEST_WORD) + 4) / LETTERS for length in words]
    wanted = [min(max(_weight(text) for text in column), 60) / LETTERS for column in columns]
    more = [max(wish - need, 0.01) for wish, need in zip(wanted, least, strict=True)]
    spare = WIDTH - sum(least)
    if spare < 0:
        return tuple(round(WIDTH * need / sum(least), 3) for need in least)
    return tuple(round(need + spare * part / sum(more), 3) for need, part in zip(least, more, strict=True))


def even_breaks(heights: list[float], room: float) -> list[tuple[int, int]]:
    """As few slides as `room` inches allow, none of them with one row left over from the others."""
    fewest = len(list(_breaks(heights, room)))
    rooms = [hundredths / 100 for hundredths in range(1, ceil(room * 100))]
    place = bisect_left(rooms, True, key=lambda less: len(list(_breaks(heights, less))) <= fewest)
    return list(_breaks(heights, rooms[place] if place < len(rooms) else room))


def _breaks(heights: list[float], room: float) -> Iterator[tuple[int, int]]:
    """(first row, row after the last) of each slide; a row that is too tall has a slide of its own."""
    start, used = 0, 0.0
    for place, height in enumerate(heights):
        if place > start and used + height > room:
            yield start, place
            start, used = place, 0.0
        used += height
    yield start, len(heights)
