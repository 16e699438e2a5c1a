"""The answers of the tests of the API, and two questions whose answers have the same codes."""

from surveys.microdata.store.answers import Answers
from tests.surveys.api.conftest import dataset
from tests.surveys.microdata.factories import make_answers, make_question

__all__ = ["dataset"]


def answers_of_two() -> Answers:
    questions = [make_question("one", options="yes no"), make_question("two", options="yes no")]
    said = {"one": ["yes", "no"] * 20, "two": ["yes"] * 30 + ["no"] * 10}
    return make_answers(questions, said)
