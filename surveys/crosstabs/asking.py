"""What can be asked of the answers of a wave: its questions by topic, its breaks, and what is asked by default."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from portal.labels import choose
from surveys.answers import PublishedAnswers
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Net, Option, Question
from surveys.models import Question as SurveyQuestion

MOST_PRESETS = 4
FIRST = ("serverless_use", "serverless", "faas", "")  # how the code of the question of most interest begins


@dataclass(frozen=True)
class Asking:
    """`names` maps codes of questions to their short names in both languages, where the survey has one."""

    published: PublishedAnswers
    names: dict[str, tuple[str, str]]

    @property
    def codebook(self) -> Codebook:
        return self.published.answers.codebook

    def both(self, code: str) -> tuple[str, str]:
        """What a question is called, in English and Chinese: its short name, else its text."""
        question = self.codebook.by_code[code]
        english = question.text_en or code
        return self.names.get(code) or (english, question.text_zh or english)

    def label(self, code: str) -> str:
        return choose(*self.both(code))

    @cached_property
    def rows(self) -> dict[str, str]:
        """Code → name of every question that can stand in rows."""
        return {question.code: self.label(question.code) for question in self.codebook.tabulated}

    @cached_property
    def breaks(self) -> dict[str, str]:
        """Of every question by which readers may break others down, and by which they may filter."""
        return {question.code: self.label(question.code) for question in self.codebook.breaks(is_public=True)}

    @property
    def topics(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """(topic, its rows) in the order of the codebook; a topic without a name of its own stands as it is written."""
        names = dict(SurveyQuestion.Topic.choices)
        found: dict[str, list[tuple[str, str]]] = {}
        for question in self.codebook.tabulated:
            topic = str(names.get(question.topic, question.topic.replace("_", " ").capitalize()))
            found.setdefault(topic, []).append((question.code, self.rows[question.code]))
        return list(found.items())

    @cached_property
    def interesting(self) -> tuple[str, ...]:
        """Codes of rows, those first that this portal is about; who was asked only where nothing else was."""
        topics = {code: self.codebook.by_code[code].topic for code in self.rows}
        codes = [code for code in self.rows if topics[code] != SurveyQuestion.Topic.PROFILE] or list(self.rows)
        adoption = [code for code in codes if topics[code] == SurveyQuestion.Topic.ADOPTION]
        found = [code for start in FIRST for group in (adoption, codes) for code in group if code.startswith(start)]
        return tuple(dict.fromkeys(found))

    @property
    def default(self) -> tuple[str, tuple[str, ...]]:
        """(rows, breaks) of the page as it opens."""
        rows = next(iter(self.interesting), "")
        return rows, tuple(code for code in self.breaks if code != rows)[:1]

    @property
    def presets(self) -> list[tuple[str, str]]:
        """(row question, break) that are worth a link: the first questions by each break, in turn."""
        pairs = [(rows, code) for rows in self.interesting[:2] for code in self.breaks if code != rows]
        return pairs[:MOST_PRESETS]


def asking_of(published: PublishedAnswers, questions: Iterable[SurveyQuestion]) -> Asking:
    """`questions` are those of the survey."""
    return Asking(published, {each.code: (each.text("name", "en"), each.text("name", "zh-hans")) for each in questions})


def answers_of(question: Question) -> tuple[Option | Net, ...]:
    """Options, then nets."""
    return (*question.options, *question.nets)
