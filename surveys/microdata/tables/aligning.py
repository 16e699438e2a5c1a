"""Tables for a terminal: columns stand under each other, also where Chinese letters are twice as wide."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from django.utils.translation import gettext as _

from portal.labels import choose
from portal.words import headed
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import filter_text
from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.table import SUPPRESSED, UNRELIABLE, Audience, Base, Column, Estimate, Row, RowKind, Table

GAP = "  "
LONGEST, LONGEST_HEAD = 48, 24  # letters of labels of rows and of columns, as wide as Latin ones
FEW, SOME = 30, 100  # people: bases below are marked ** and *
NOTHING = "–"  # undefined


def table_text(table: Table, codebook: Codebook) -> str:
    """Percent with letters, means with theirs; the bases; the footnote."""
    question = codebook.by_code[table.spec.rows]
    lines = [headed(question.code, question.text)]
    if question.asked:
        lines.append(headed(_("Asked"), question.asked))
    if table.spec.filter:
        lines.append(headed(_("Filters in force"), filter_text(table.spec.filter)))
    body = [*_heads(table), *(_line(table, row) for row in table.rows), *_base_lines(table)]
    return "\n".join([*lines, "", *aligned(body), "", footnote_of(table)]) + "\n"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The first column to the left, the others to the right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join(
            text + " " * (size - width(text)) if place == 0 else " " * (size - width(text)) + text
            for place, (text, size) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def width(text: str) -> int:
    """Cells of a terminal."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _heads(table: Table) -> list[list[str]]:
    """Where there are several breaks, their codes; then labels, then letters."""
    labels = [
        "",
        _("Total"),
        *(_short(_label(column), LONGEST_HEAD) for column in table.columns),
    ]
    heads = [labels]
    if table.columns:
        heads.append(["", "", *(column.letter for column in table.columns)])
    if len(table.spec.breaks) > 1:
        heads.insert(0, ["", "", *(column.break_code for column in table.columns)])
    return heads


def _line(table: Table, row: Row) -> list[str]:
    label = _("Mean") if row.kind is RowKind.MEAN else _label(row)
    total = _number(table, row.total, row.status, table.base)
    cells = [
        " ".join(part for part in (_number(table, cell.estimate, cell.status, cell.column.base), cell.letters) if part)
        for cell in row.cells
    ]
    return [_short(label, LONGEST), total, *cells]


def _label(each: Row | Column) -> str:
    return choose(each.label_en, each.label_zh) or each.code


def _number(table: Table, estimate: Estimate, status: str | None, base: Base) -> str:
    if status == SUPPRESSED:
        return _("hidden")
    if estimate.mean is not None:
        return f"{estimate.mean:.2f}" if table.audience is Audience.RESEARCH else f"{estimate.mean:g}"
    if estimate.p is None:
        return NOTHING
    is_coarse = table.audience is Audience.PUBLIC and (base.n or 0) < SOME
    return f"{estimate.p * 100:.{0 if is_coarse else 1}f}%"


def _base_lines(table: Table) -> list[list[str]]:
    bases = [(table.base, None), *((column.base, column.status) for column in table.columns)]

    def line(name: str, write) -> list[str]:
        return [name, *(_("hidden") if status == SUPPRESSED else write(base, status) for base, status in bases)]

    return [
        line(_("Base"), _marked),
        line(_("Weighted base"), lambda base, _status: _decimal(base.w)),
        line(_("Effective base"), lambda base, _status: _decimal(base.effective)),
    ]


def _marked(base: Base, status: str | None) -> str:
    """A public base is rounded, so its status tells whether it is too small to be tested."""
    if base.n is None:
        return NOTHING
    is_few = status == UNRELIABLE or base.n < FEW
    return f"{base.n}{'**' if is_few else '*' if base.n < SOME else ''}"


def _decimal(number: float | None) -> str:
    return NOTHING if number is None else f"{number:.1f}"


def _short(label: str, longest: int) -> str:
    """Cut to `longest`."""
    if width(label) <= longest:
        return label
    kept = ""
    for letter in label:
        if width(kept + letter) >= longest:
            break
        kept += letter
    return f"{kept}…"
