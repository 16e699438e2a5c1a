"""Draft of a codebook: what a file of answers says of itself, for a person to read, correct and confirm."""

from collections.abc import Callable
from dataclasses import replace

from portal.loading.problems import Report
from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.layouts.blocks import blocks_of
from surveys.microdata.answers.layouts.codes import Codes
from surveys.microdata.answers.layouts.guessing import Guesser
from surveys.microdata.answers.layouts.profiles import chosen_together, profile
from surveys.microdata.answers.layouts.recognising import LAYOUTS, PLAIN, SURVEYMONKEY_NUMERIC, Layout, recognise
from surveys.microdata.answers.layouts.spss import SpssDraft
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Question

Progress = Callable[[int, int | None], None]


def layout_of(file: AnswerFile) -> Layout:
    """The layout that its form names, else the one that its headings show."""
    return LAYOUTS.get(file.form.layout) or recognise(file.top)


def with_layout(file: AnswerFile) -> tuple[AnswerFile, Layout]:
    """The file with its layout and the heading rows of it in its form; those that came with a layout stay."""
    layout = layout_of(file)
    heading_rows = file.form.heading_rows if file.form.layout else layout.heading_rows
    return replace(file, form=replace(file.form, layout=layout.name, heading_rows=heading_rows)), layout


def draft_codebook(file: AnswerFile, report: Report, progress: Progress | None = None) -> Codebook:
    """A codebook that is not confirmed. Every column is used once; nothing may be a break until a person says so.

    Rows that cannot be read go to the report of the file's opening; the draft is of the others.
    """
    file, layout = with_layout(file)
    profiles, rows = profile(file, progress)
    guesser = Guesser(
        profiles,
        rows,
        Codes(),
        has_numbers_for_texts=layout is SURVEYMONKEY_NUMERIC,
        is_of_tool=layout is not PLAIN,
    )
    if file.labels is not None:
        spss = SpssDraft(file, file.labels, profiles, guesser)
        return Codebook(spss.questions(), weight=spss.weight, file=file.form, is_confirmed=False)
    blocks = blocks_of(file, layout)
    together = chosen_together(file, {places for block in blocks if (places := guesser.tick_places(block))})
    guesser = replace(guesser, together=together)
    questions: list[Question] = []
    number = 0
    for block in blocks:
        is_asked = guesser.known_kind(block.columns[0].heading) is None
        number += is_asked
        questions += guesser.questions(number if is_asked else 0, block)
    return Codebook(tuple(questions), file=file.form, is_confirmed=False)
