"""DataFrames become exhibits: titles, columns, shapes, notes and citations."""

from surveys.exhibits.catalogue import survey_exhibit, surveys_exhibit, wave_exhibit
from surveys.exhibits.number import number_exhibit
from surveys.exhibits.question import question_exhibit
from surveys.exhibits.topic import topic_exhibit
from surveys.exhibits.trend import trend_exhibit

__all__ = [
    "number_exhibit",
    "question_exhibit",
    "survey_exhibit",
    "surveys_exhibit",
    "topic_exhibit",
    "trend_exhibit",
    "wave_exhibit",
]
