"""AnswerFile: a file of answers opened, as headings and blocks of rows of text, whatever its format."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.personal_texts import shown
from surveys.microdata.codebook.codebook import FileForm

BLOCK = 512  # rows read at once: bounds the memory of a load
JOINT = " | "  # between the headings of one column


@dataclass
class Block:
    """Rows in the order of the file; `lines` are the numbers that problems name.

    A line is that of the text on which the row begins, the row of the sheet, or the case of an SPSS file, from 1.
    """

    lines: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class SpssLabels:
    """What an SPSS file says of its variables.

    texts      variable → its label
    options    variable → value as text → label
    missing    variable → values (and ranges "98 to 99") that count as no answer; their cells are read as blank
    sets       multiple-response set → its variables
    weight     the variable by which the file was weighted, empty for none
    """

    texts: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weight: str = ""


@dataclass(frozen=True)
class AnswerFile:
    """`form` is how the file was found to be written, `top` its first rows, headings and all.

    read_blocks   the rows behind so many heading rows; may be called again; adds problems to the report of the opening
    total         rows behind the headings where the format says it before reading
    """

    name: str
    sha256: str
    form: FileForm
    top: tuple[tuple[str, ...], ...]
    read_blocks: Callable[[int], Iterator[Block]]
    report: Report
    rows_in_file: int | None = None
    labels: SpssLabels | None = None

    def with_heading_rows(self, count: int) -> "AnswerFile":
        """The same file with so many rows of headings."""
        return replace(self, form=replace(self.form, heading_rows=count))

    @property
    def headings(self) -> tuple[tuple[str, ...], ...]:
        """The heading rows, trimmed, each as wide as the widest."""
        rows = self.top[: self.form.heading_rows]
        return tuple(tuple(clean(cell) for cell in row) + ("",) * (self.width - len(row)) for row in rows)

    @cached_property
    def width(self) -> int:
        return max((len(row) for row in self.top[: self.form.heading_rows]), default=0)

    @property
    def total(self) -> int | None:
        return None if self.rows_in_file is None else max(self.rows_in_file - self.form.heading_rows, 0)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name a column: the first heading row where it is filled and without repeats, else all rows joined.

        In the rows above the last, a blank stands for the heading to its left, as survey tools write them.
        """
        headings = self.headings
        if headings and all(headings[0]) and len(set(headings[0])) == self.width:
            return headings[0]
        filled = [_filled(row) for row in headings[:-1]] + list(headings[-1:])
        return tuple(JOINT.join(dict.fromkeys(part for part in parts if part)) for parts in zip(*filled, strict=True))

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """How a codebook calls each column: by its name, or "#17" where that is blank or repeated."""
        counts = Counter(self.names)
        return tuple(
            name if name and counts[name] == 1 and not name.startswith("#") else f"#{place}"
            for place, name in enumerate(self.names, 1)
        )

    def chunks(self) -> Iterator[Block]:
        """Blocks of rows that are all as wide as the headings; other rows go to the report."""
        for block in self.blocks():
            yield self.even(block)

    def blocks(self) -> Iterator[Block]:
        """Blocks of rows as they stand in the file, of any width."""
        return self.read_blocks(self.form.heading_rows)

    def even(self, block: Block) -> Block:
        """The block without ragged rows: no cell of such a row can be trusted to stand in its column."""
        width = self.width
        if all(len(row) == width for row in block.rows):
            return block
        kept = Block()
        for line, row in zip(block.lines, block.rows, strict=True):
            if len(row) == width:
                kept.lines.append(line)
                kept.rows.append(row)
                continue
            expected = _("expected %(wanted)d cells, found %(found)d")
            self.report.add(
                self.name, line, "", ",".join(map(shown, row)), expected % {"wanted": width, "found": len(row)}
            )
        return kept


def clean(text: str) -> str:
    """Without blanks around it, and with single blanks in it, breaks of lines among them."""
    return " ".join(text.split())


def _filled(row: tuple[str, ...]) -> tuple[str, ...]:
    found, last = [], ""
    for cell in row:
        last = cell or last
        found.append(last)
    return tuple(found)
