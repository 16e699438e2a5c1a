"""The tables that the portal ships load with no problem, twice, and again from what the database holds."""

import pytest
from django.conf import settings

from portal.loading.registry import all_datasets
from portal.loading.run import load
from portal.models import ImportRun
from tests.loading_files import stored_rows

pytestmark = pytest.mark.django_db


def test_shipped_files_load_twice_without_a_problem():
    first = load([settings.FIXTURES_DIR])
    rows = stored_rows()
    second = load([settings.FIXTURES_DIR])

    assert first.problems == []
    assert first.outcome == ImportRun.Outcome.LOADED
    assert second.outcome == ImportRun.Outcome.UNCHANGED
    assert stored_rows() == rows


def test_every_dataset_has_its_shipped_file():
    shipped = {file.stem for file in settings.FIXTURES_DIR.glob("*.csv")}

    assert shipped == {dataset.name for dataset in all_datasets()}
