"""A file of answers and its codebook → Answers, or all that is wrong with them, at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.columns import Layout, add_unused, find_column, place_columns
from surveys.microdata.answers.file import AnswerFile, Block
from surveys.microdata.answers.finishing import Coder, Finishing, without_weight_0
from surveys.microdata.answers.noting import RowPrints, note_answers
from surveys.microdata.answers.number_coders import IdCoder, NumberCoder
from surveys.microdata.answers.option_coders import MultipleCoder, SingleCoder
from surveys.microdata.answers.personal import add_personal_headings, watched_cells
from surveys.microdata.answers.reading import open_file
from surveys.microdata.answers.repairs import repairs_of
from surveys.microdata.answers.weighting import with_raked_weight
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Kind
from surveys.microdata.store.answers import Answers

Progress = Callable[[int, int | None], None]  # rows that are read, and how many there are where that is known
CODERS: dict[Kind, type[SingleCoder] | type[MultipleCoder] | type[NumberCoder]] = {
    Kind.SINGLE: SingleCoder,
    Kind.SCALE: SingleCoder,
    Kind.MULTIPLE: MultipleCoder,
    Kind.NUMERIC: NumberCoder,
    Kind.WEIGHT: NumberCoder,
}


def read_answers(
    source: Path | bytes, name: str, codebook: Codebook, report: Report, progress: Progress | None = None
) -> Answers | None:
    """The answers with the raked weight of the codebook, or None when a problem was added. Warnings are notes."""
    before = report.total
    file = open_file(name, source, codebook.file, report)
    if file is None:
        return None
    answers = encode(file, codebook, progress)
    if answers is None or report.total > before:
        return None
    answers = without_weight_0(answers, file)
    weighted = with_raked_weight(answers, report)
    if weighted is None or report.total > before:
        return None
    note_answers(weighted, file)
    return weighted


def encode(file: AnswerFile, codebook: Codebook, progress: Progress | None = None) -> Answers | None:
    """The columns of an opened file; everything wrong goes to its report. None where there is no row at all."""
    layout = place_columns(file, codebook)
    encoding = Encoding(file, codebook, layout)
    for block in encoding.mended_blocks(progress):
        encoding.add(block)
    return encoding.finish()


class Encoding:
    """What is gathered while the rows go by, block by block: codes only, never the texts of all rows."""

    def __init__(self, file: AnswerFile, codebook: Codebook, layout: Layout):
        self.file, self.codebook, self.layout = file, codebook, layout
        known = [question for question in codebook.questions if question.code in layout.places]
        self.coders: dict[str, Coder] = {
            question.code: CODERS[question.kind](question, layout.places[question.code])
            for question in known
            if question.kind in CODERS
        }
        self.ids = [IdCoder(question, layout.places[question.code]) for question in known if question.kind is Kind.ID]
        self.named = add_personal_headings(file, codebook, layout)
        self.watched = watched_cells(codebook, layout)
        self.filled = [False] * len(layout.unused)
        self.prints = RowPrints([coder.index for coder in self.ids])
        self.lines: list[np.ndarray] = []
        self.before = file.report.total

    def mended_blocks(self, progress: Progress | None) -> Iterator[Block]:
        """Blocks with the repairs done and ragged rows left out."""
        repairs = repairs_of(self.file, self.codebook.repairs, lambda name: find_column(self.file, name))
        done = 0
        for block in self.file.blocks():
            done += len(block.rows)
            mended = self.file.even(repairs.apply(block))
            if mended.rows:
                yield mended
            if progress:
                progress(done, self.file.total)
        repairs.finish()

    def add(self, block: Block) -> None:
        columns = list(zip(*block.rows, strict=True))
        for coder in (*self.coders.values(), *self.ids, *self.watched):
            coder.add(columns, block.lines)
        for place, index in enumerate(self.layout.unused):
            self.filled[place] = self.filled[place] or any(map(str.strip, columns[index]))
        self.prints.add(block.rows)
        self.lines.append(np.array(block.lines, dtype=np.int64))

    def finish(self) -> Answers | None:
        report, name = self.file.report, self.file.name
        add_unused(self.file, self.layout.unused, self.filled)
        if not self.lines:
            if report.total == self.before:
                report.add(name, None, "", "", _("the file holds no row of answers behind its headings"))
            return None
        for coder in (*self.coders.values(), *self.ids):
            coder.report(name, report)
        for cells in self.watched:
            if cells.place.index not in self.named:
                cells.report(self.file)
        lines = np.concatenate(self.lines)
        answers = Finishing(self.file, self.codebook, self.coders, lines).finish()
        self.prints.note(self.file, lines)
        return answers
