"""Which revision of a wave's answers readers may ask: publishing one withdraws the one before."""

from django.db import transaction
from django.utils.translation import gettext as _

from portal.versions import bump_version
from surveys.microdata.store.folders import NoSuchRevision, open_answers
from surveys.models import Dataset


class PublicationRefused(Exception):
    """Says why a dataset cannot be published."""


def publish(dataset: Dataset) -> bool:
    """Makes it the published one of its wave; False where it was already. Old revisions are kept, withdrawn."""
    with transaction.atomic():
        siblings = list(Dataset.objects.in_wave(dataset.wave_id).select_for_update())
        if any(each.pk == dataset.pk and each.is_published for each in siblings):
            return False
        try:
            open_answers(dataset.revision)
        except NoSuchRevision:
            words = _("%(dataset)s: the columns of this revision are not in the store of this machine; load it again.")
            raise PublicationRefused(words % {"dataset": dataset}) from None
        for each in siblings:
            if each.is_published:
                _mark(each, is_published=False)
        _mark(dataset, is_published=True)
        bump_version()
    return True


def withdraw(dataset: Dataset) -> bool:
    """Takes it from readers; False where they did not have it."""
    with transaction.atomic():
        current = Dataset.objects.select_for_update().get(pk=dataset.pk)
        if not current.is_published:
            return False
        _mark(dataset, is_published=False)
        bump_version()
    return True


def _mark(dataset: Dataset, *, is_published: bool) -> None:
    dataset.is_published = is_published
    dataset.save(update_fields=["is_published"])
