"""Answers made by hand: a row of codes a respondent becomes the columns of the store."""

from collections.abc import Sequence

import numpy as np

from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Break, Kind, Net, Option, Question
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.columns import code_type, file_names, masks_of


def make_question(code="Q1", kind="single", options="1 2", nets=None, values=None, **fields) -> Question:
    """`options` are codes between blanks; `nets` maps a code to those it counts; `values` are numbers of options."""
    kind = Kind(kind)
    codes = options.split() if kind.has_options else []
    numbers = values or [None] * len(codes)
    made = tuple(
        Option(option, f"Answer {option}", f"答案 {option}", value=value)
        for option, value in zip(codes, numbers, strict=True)
    )
    fields.setdefault("columns", (code,))
    fields.setdefault("text_en", f"Question {code}")
    fields.setdefault("text_zh", f"问题 {code}")
    fields.setdefault("break_for", Break.PUBLIC if kind.has_options else Break.NO)
    found = tuple(Net(net, f"Net {net}", f"合计 {net}", tuple(of.split())) for net, of in (nets or {}).items())
    return Question(code=code, kind=kind, options=made, nets=found, **fields)


def make_answers(questions: Sequence[Question], columns: dict[str, Sequence], **codebook) -> Answers:
    """`columns` maps the code of a question to what each respondent said: a code, a number, or for multiple response
    codes between blanks ("" for none of them); None for no answer.
    """
    book = Codebook(tuple(questions), **codebook)
    respondents = len(next(iter(columns.values())))
    stored: dict[str, np.ndarray] = {}
    for question in questions:
        if question.kind.is_stored:
            stored |= dict(zip(file_names(question), _arrays(question, columns[question.code]), strict=True))
    answers = Answers(book, respondents, stored)
    answers.check()
    return answers


def _arrays(question: Question, said: Sequence) -> list[np.ndarray]:
    if not question.kind.has_options:
        return [np.array([np.nan if value is None else value for value in said], dtype=np.float64)]
    places = question.option_places
    if question.kind is not Kind.MULTIPLE:
        codes = [-1 if code is None else places[code] for code in said]
        return [np.array(codes, dtype=code_type(len(places)))]
    chosen = np.array([[code in (given or "").split() for code in places] for given in said], dtype=bool)
    return masks_of(chosen.reshape(len(said), len(places)), np.array([given is not None for given in said], dtype=bool))
