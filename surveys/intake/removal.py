"""What a deleted dataset leaves on disk goes with it: answers of people are kept no longer than somebody wants them."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from surveys.intake.uploads import remove_upload
from surveys.microdata.store.folders import remove_answers
from surveys.models import Dataset


def remove_unused(datasets: Iterable[Dataset]) -> None:
    """Removes columns and uploads that no dataset names any more, once the deletion is certain."""
    for dataset in datasets:
        transaction.on_commit(partial(_remove, dataset.revision, dataset.file_sha256))


def _remove(revision: str, sha256: str) -> None:
    if not Dataset.objects.of_revision(revision).exists():
        remove_answers(revision)
    if not Dataset.objects.of_file(sha256).exists():
        remove_upload(sha256)
