"""Files of answers for tests: bytes or small files, read with a codebook in one line."""

from pathlib import Path

from portal.loading.problems import Report
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.columns import file_names

FILES = Path(__file__).parents[3] / "files" / "answers"


def tools_codebook() -> Codebook:
    """The codebook of good.csv: an id, a region, a usage, a scale for users, tools, years, a weight, a note."""
    report = Report()
    codebook = read_codebook("codebook.yaml", (FILES / "codebook.yaml").read_bytes(), report)
    assert report.problems == []
    assert codebook is not None
    return codebook


def read_rows(content: str | bytes, *questions, name="answers.csv", **codebook) -> tuple[Answers | None, Report]:
    report = Report()
    given = content.encode() if isinstance(content, str) else content
    return read_answers(given, name, Codebook(questions, **codebook), report), report


def read_well(content: str | bytes, *questions, **settings) -> dict[str, list]:
    """What each respondent said, by question: codes as `said` writes them. Fails where anything was wrong."""
    answers, report = read_rows(content, *questions, **settings)
    assert [str(problem) for problem in report.problems] == []
    assert answers is not None
    answers.check()
    return said(answers)


def said(answers: Answers) -> dict[str, list]:
    """Question → per respondent the code of an option, codes between blanks ("" for none), a number, or None."""
    return {question.code: _said(answers, question) for question in answers.stored}


def _said(answers: Answers, question) -> list:
    columns = answers.parts(question)
    codes = [option.code for option in question.options]
    if not codes:
        return [None if value != value else float(value) for value in columns[0]]
    if len(file_names(question)) == 1 and not answers.is_multiple(question.code):
        return [None if place < 0 else codes[place] for place in columns[0]]
    return [
        _chosen(codes, [int(column[row]) for column in columns], columns[0].dtype.itemsize * 8)
        for row in range(answers.respondents)
    ]


def _chosen(codes: list[str], masks: list[int], width: int) -> str | None:
    if not masks[0] >> (width - 1):
        return None
    room = width - 1
    return " ".join(code for place, code in enumerate(codes) if masks[place // room] >> (place % room) & 1)


def problems(report: Report) -> list[tuple]:
    """(line, column, value, first words of what was expected) of each problem."""
    return [(each.line, each.column, each.value, each.expected) for each in report.problems]


def notes(report: Report) -> list[str]:
    """The notes without the name of the file."""
    return [str(note).removeprefix("answers.csv").lstrip(",: ") for note in report.all_notes]
