"""options.csv: the answers that a question offers."""

from portal.loading.columns import Flag, Order, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from portal.loading.draft import Draft
from surveys.models import Option


class OptionRow(Row):
    survey: Required
    question: Required
    code: Required
    order: Order
    is_exclusive: Flag
    name_en: Required
    name_zh: Text
    product: Text


def derive_question_kind(draft: Draft) -> None:
    """The copy that lets the database hold the rule for single-choice questions."""
    for option in draft.complete("options"):
        option.question_kind = option.question.kind


OPTIONS = Dataset(
    name="options",
    model=Option,
    row=OptionRow,
    key=("survey", "question", "code"),
    key_of=lambda option: (option.question.survey.slug, option.question.code, option.code),
    references=(
        Reference("question", "questions", ("survey", "question")),
        Reference("product", "products", ("product",)),
    ),
    derive=derive_question_kind,
    watches=frozenset({"questions"}),
)
