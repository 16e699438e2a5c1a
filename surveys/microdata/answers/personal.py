"""Columns that look like personal data: such columns are ignored by the codebook, or nothing is loaded."""

import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from surveys.microdata.answers.columns import Layout, Place
from surveys.microdata.answers.file import AnswerFile, clean
from surveys.microdata.answers.option_columns import Columns
from surveys.microdata.answers.personal_texts import hidden, looks_personal
from surveys.microdata.answers.texts import sources_of
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Kind, Question

# Whole headings, or parts of them that can mean nothing else.
HEADING = re.compile(
    r"(\b|_)(e-?mail|phone ?(number|no\.?)|telephone|mobile ?(number|phone ?number)|ip ?-?address|ipaddress"
    r"|(first|last|full|family|given|your|respondent'?s?|contact)[ _-]?name|surname|recipient ?(first|last)? ?name"
    r"|passport|social security)(\b|_|[0-9])|邮箱|邮件地址|电子邮件|手机号|电话号|联系电话|姓名|身份证|微信号|QQ号",
    re.I,
)
WHOLE_HEADING = re.compile(
    r"(e-?mail( address)?|phone|mobile|tel(ephone)?|cell ?phone|ip|ip ?address|ipaddress|name|names|"
    r"姓名|手机|手机号|手机号码|电话|邮箱|电子邮箱|邮件|微信|来自ip|ip地址)",
    re.I,
)
ENOUGH = 0.5  # share of the filled cells that look so
MOST_CELLS = 5_000  # filled cells of a column that are looked at


class PersonalCells:
    """Counts cells of a column that hold an e-mail address, a telephone number or an IP address."""

    def __init__(self, question: Question, place: Place):
        self.question, self.place = question, place
        self.seen = self.found = 0
        self.line, self.example = 0, ""

    def add(self, columns: Columns, lines: Sequence[int]) -> None:
        if self.seen >= MOST_CELLS:
            return
        for line, cell in zip(lines, columns[self.place.index], strict=True):
            text = cell.strip()
            if not text:
                continue
            self.seen += 1
            if looks_personal(text, is_id=self.question.kind is not Kind.OPEN):
                self.found += 1
                self.line, self.example = self.line or line, self.example or text

    def report(self, file: AnswerFile) -> bool:
        if not self.found or self.found < ENOUGH * self.seen:
            return False
        # The value itself stays out of reports, which are kept and shown.
        file.report.add(file.name, self.line, self.place.address, hidden(self.example), _words())
        return True


def watched_cells(codebook: Codebook, layout: Layout) -> list[PersonalCells]:
    """Counters for columns whose cells no list of options bounds."""
    return [
        PersonalCells(question, place)
        for question in codebook.questions
        if question.kind in (Kind.OPEN, Kind.ID, Kind.NUMERIC)
        for place in layout.places.get(question.code, ())
    ]


def add_personal_headings(file: AnswerFile, codebook: Codebook, layout: Layout) -> set[int]:
    """Problems for headings and options that look personal; the indexes of these columns."""
    found = set()
    for question in codebook.questions:
        if question.kind is Kind.IGNORE:
            continue
        for place in layout.places.get(question.code, ()):
            texts = [text for number in place.options for text in sources_of(question.options[number])]
            if _is_personal_heading(file, place.index, question) or any(map(looks_personal, texts)):
                file.report.add(file.name, None, place.address, "", _words())
                found.add(place.index)
    return found


def _is_personal_heading(file: AnswerFile, index: int, question: Question) -> bool:
    """A device that is an answer ("mobile", 手机) is no personal data: columns of an option are judged by its cells."""
    if question.kind is Kind.MULTIPLE or len(question.columns) > 1 and question.kind is not Kind.OPEN:
        return False
    parts = [row[index] for row in file.headings]
    if any(WHOLE_HEADING.fullmatch(clean(part).rstrip(" :：*")) for part in _titles(parts)):
        return True
    return not question.kind.has_options and any(HEADING.search(part) for part in parts)


def _titles(parts: Iterable[str]) -> list[str]:
    """Headings without the number that some tools put before them: "12、手机", "Q3. Email"."""
    return [re.sub(r"^(q?[0-9]+ ?[.、:：)] ?)", "", clean(part), flags=re.I) for part in parts]


def _words() -> str:
    return _(
        "this looks like personal data (e-mail, telephone, IP address or name), which is never loaded; give the column "
        "to a question of kind ignore"
    )
