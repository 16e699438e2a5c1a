"""The sheet of tables: one banner over all of them, frozen; a table a question, its bases, answers and footnote.

A column of the banner takes two columns of the sheet: the number, and behind it the letters of what it is higher than.
So numbers stay numbers, whatever is to be said of them.
"""

from dataclasses import dataclass
from itertools import groupby
from math import ceil

from django.utils.translation import gettext as _

from portal.exhibits.sheets import page_setup
from portal.labels import choose
from portal.words import headed, sentences
from surveys.books.looks import COLOURS, Looks
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.findings import overall_words
from surveys.crosstabs.frames import ALL
from surveys.crosstabs.words import filter_words, flag_of
from surveys.microdata.codebook.questions import EVERYBODY, Kind
from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.table import SUPPRESSED, Base, Estimate, Row, RowKind, Table
from surveys.words import low_start

LABELS, TOTAL = 0, 1  # columns of the sheet
BANNER_LINES = 3  # breaks, answers, letters
WIDTHS = {"label": 46, "value": 11, "letters": 7}  # characters
LINE_HEIGHT = 13  # points
WIDE_FROM = 0x2E80  # code point of the first Chinese signs
MOST_MERGED = 6  # columns under which a note runs, about half a page


@dataclass(frozen=True)
class Place:
    """Where a table stands in the sheet: its first line, from 0."""

    number: int
    table: Table
    line: int


class TablesSheet:
    """Writes tables from top to bottom."""

    def __init__(self, sheet, looks: Looks, asking: Asking, contents: str):
        self.sheet, self.looks, self.asking, self.contents = sheet, looks, asking, contents
        self.line, self.last = BANNER_LINES, TOTAL + 2

    def write(self, tables: list[Table]) -> list[Place]:
        self._banner(tables[0])
        places = []
        for number, table in enumerate(tables, start=1):
            places.append(Place(number, table, self.line))
            self._table(number, table)
        return places

    def _banner(self, table: Table) -> None:
        """The same for all tables: column heads with letters, under their breaks."""
        sheet, looks = self.sheet, self.looks
        sheet.set_column(LABELS, LABELS, WIDTHS["label"])
        sheet.set_column(TOTAL, TOTAL, WIDTHS["value"])
        sheet.write_string(1, TOTAL, choose(*ALL), looks.head)
        if not table.columns:
            for place, words in enumerate((_("Interval from"), _("Interval to")), start=TOTAL + 1):
                sheet.write_string(1, place, words, looks.head)
            sheet.set_column(TOTAL + 1, TOTAL + 2, WIDTHS["value"])
        place = TOTAL + 1
        for code, columns in groupby(table.columns, lambda column: column.break_code):
            sheet.write_string(0, place, self.asking.label(code), looks.group)
            for column in columns:
                sheet.write_string(1, place, choose(column.label_en, column.label_zh), looks.head)
                sheet.write_string(2, place, column.letter, looks.look(align="right", bold=True))
                sheet.set_column(place, place, WIDTHS["value"])
                sheet.set_column(place + 1, place + 1, WIDTHS["letters"])
                place += 2
        self.last = max(place - 1, self.last)
        heads = [choose(column.label_en, column.label_zh) for column in table.columns]
        sheet.set_row(1, LINE_HEIGHT * max([2, *(lines_of(head, WIDTHS["value"] - 2) for head in heads)]))
        sheet.freeze_panes(BANNER_LINES, TOTAL)
        width = WIDTHS["label"] + WIDTHS["value"] + (WIDTHS["value"] + WIDTHS["letters"]) * len(table.columns)
        page_setup(sheet, width, repeated=TOTAL)
        sheet.repeat_rows(0, BANNER_LINES - 1)

    def _table(self, number: int, table: Table) -> None:
        looks, question = self.looks, self.asking.codebook.by_code[table.spec.rows]
        name = headed(_("Table %(number)s") % {"number": number}, self.asking.label(question.code))
        back = f"internal:'{self.contents}'!A1"
        self.sheet.write_url(self.line, LABELS, back, looks.look(bold=True, top=1, font_size=11), name)
        self._next()
        if question.text != self.asking.label(question.code):
            self._text(question.text, looks.look(italic=True, text_wrap=True))
        self._text(base_words(table, self.asking), looks.note)
        self._bases(table)
        for row in table.rows:
            self._row(row)
        self._text(footnote(table, self.asking), looks.look(font_size=9, font_color=COLOURS["ink-3"], text_wrap=True))
        self._next()

    def _bases(self, table: Table) -> None:
        lines = [(_("Base"), "n")]
        if table.spec.weight:
            lines += [(_("Weighted base"), "w"), (_("Effective base"), "effective")]
        for label, name in lines:
            self.sheet.write_string(self.line, LABELS, label, self.looks.note)
            self._base(TOTAL, table.base, name, None)
            for place, column in enumerate(table.columns):
                self._base(TOTAL + 1 + 2 * place, column.base, name, column.status)
            self._next()

    def _base(self, place: int, base: Base, name: str, status: str | None) -> None:
        value = getattr(base, name)
        if value is None:
            self.sheet.write_string(self.line, place, _("hidden"), self.looks.hidden)
        else:
            flag = flag_of(base.n, status) if name == "n" else ""
            self.sheet.write_number(self.line, place, value, self.looks.count(flag))

    def _row(self, row: Row) -> None:
        is_net = row.kind is RowKind.NET
        label = choose(row.label_en, row.label_zh)
        self.sheet.write_string(self.line, LABELS, label, self.looks.look(bold=is_net, text_wrap=True))
        self._estimate(TOTAL, row.total, row.status, is_net=is_net)
        if not row.cells and row.total.ci:
            for place, end in enumerate(row.total.ci, start=TOTAL + 1):
                self.sheet.write_number(self.line, place, end, self.looks.share(row.total.base.n))
        for number, cell in enumerate(row.cells):
            place = TOTAL + 1 + 2 * number
            self._estimate(place, cell.estimate, cell.status or cell.column.status, is_net=is_net)
            if cell.letters:
                self.sheet.write_string(self.line, place + 1, cell.letters, self.looks.letter)
        self._next()

    def _estimate(self, place: int, estimate: Estimate, status: str | None, *, is_net: bool) -> None:
        if status == SUPPRESSED:
            self.sheet.write_string(self.line, place, _("hidden"), self.looks.hidden)
        elif estimate.mean is not None:
            self.sheet.write_number(self.line, place, estimate.mean, self.looks.mean())
        elif estimate.p is not None:
            self.sheet.write_number(self.line, place, estimate.p, self.looks.share(estimate.base.n, is_bold=is_net))
        else:
            self.sheet.write_string(self.line, place, "–", self.looks.hidden)

    def _text(self, text: str, look) -> None:
        """Over as many columns as fit on a page, as high as its lines need."""
        if text:
            last = min(self.last, TOTAL + MOST_MERGED)
            room = WIDTHS["label"] + (WIDTHS["value"] + WIDTHS["letters"]) * (last - TOTAL) // 2
            self.sheet.merge_range(self.line, LABELS, self.line, last, text, look)
            self.sheet.set_row(self.line, LINE_HEIGHT * lines_of(text, room))
            self._next()

    def _next(self) -> None:
        self.line += 1


def lines_of(text: str, room: int) -> int:
    """How many lines a text takes, Chinese signs counted twice; words are not cut, so a little more than fits."""
    width = sum(2 if ord(letter) > WIDE_FROM else 1 for letter in text)
    return max(ceil(width * 1.15 / room), 1)


def base_words(table: Table, asking: Asking) -> str:
    """Who was asked, and who of them counts here."""
    question = asking.codebook.by_code[table.spec.rows]
    asked = low_start(question.asked) or ("" if question.base == EVERYBODY else question.base)
    filtered = filter_words(table.spec.filter, asking)
    return sentences(
        [
            headed(_("Who was asked"), asked) if asked else "",
            headed(_("Only those who"), filtered) if filtered else "",
            _("Several answers were possible, so the shares do not add to 100.")
            if question.kind is Kind.MULTIPLE
            else "",
        ]
    )


def footnote(table: Table, asking: Asking) -> str:
    return sentences([footnote_of(table), *overall_words(table, asking)])
