"""wordings.csv: a question as one wave asked it."""

from portal.loading.columns import Flag, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from surveys.models import Wording


class WordingRow(Row):
    survey: Required
    wave: Required
    question: Required
    text_en: Text
    text_zh: Text
    asked_en: Text
    asked_zh: Text
    is_published: Flag
    is_whole: Flag
    comparable: Required
    break_reason_en: Text
    break_reason_zh: Text
    note_en: Text
    note_zh: Text
    page: Text
    source: Required


WORDINGS = Dataset(
    name="wordings",
    model=Wording,
    row=WordingRow,
    key=("survey", "wave", "question"),
    key_of=lambda wording: (wording.wave.survey.slug, wording.wave.slug, wording.question.code),
    references=(
        Reference("wave", "waves", ("survey", "wave")),
        Reference("question", "questions", ("survey", "question")),
        Reference("source", "sources", ("source",)),
    ),
)
