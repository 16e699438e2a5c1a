"""A dataset that is stored and published, as loading would leave it."""

import hashlib

from surveys.microdata.store.answers import Answers
from surveys.microdata.store.folders import open_answers, write_answers
from surveys.models import Dataset, Wave
from tests import factories as make


def make_dataset(answers: Answers, *, wave: Wave | None = None, **values) -> Dataset:
    """Stores the answers; the dataset is published unless told otherwise, of a wave of its own unless one is given."""
    wave = wave or make.make_wave()
    revision = write_answers(answers)
    defaults = {
        "file_name": "answers.csv",
        "file_sha256": hashlib.sha256(revision.encode()).hexdigest(),
        "is_published": True,
        "source": wave.source,
    }
    return Dataset.objects.create(wave=wave, revision=revision, respondents=answers.respondents, **defaults | values)


def stored(answers: Answers) -> Answers:
    """The same answers, opened from the store, so that they have a revision."""
    return open_answers(write_answers(answers))
