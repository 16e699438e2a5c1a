"""The answers of a wave that readers may ask: the published dataset, with its columns."""

from dataclasses import dataclass

from surveys.microdata.store.answers import Answers
from surveys.microdata.store.folders import NoSuchRevision, open_answers
from surveys.models import Dataset


@dataclass(frozen=True)
class PublishedAnswers:
    dataset: Dataset
    answers: Answers


def published_answers(survey: str, wave: str) -> PublishedAnswers | None:
    """None where the wave has no published answers, or this machine's store lacks them."""
    dataset = Dataset.objects.for_address(survey, wave).published().with_context().first()
    if dataset is None:
        return None
    try:
        return PublishedAnswers(dataset, open_answers(dataset.revision))
    except NoSuchRevision:
        return None
