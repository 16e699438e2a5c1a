"""questions.csv: what surveys ask, the same over their waves."""

from portal.loading.columns import Flag, Order, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from surveys.models import Question


class QuestionRow(Row):
    survey: Required
    code: Required
    order: Order
    kind: Required
    topic: Required
    is_ordered: Flag
    name_en: Required
    name_zh: Text


QUESTIONS = Dataset(
    name="questions",
    model=Question,
    row=QuestionRow,
    key=("survey", "code"),
    key_of=lambda question: (question.survey.slug, question.code),
    references=(Reference("survey", "surveys", ("survey",)),),
)
