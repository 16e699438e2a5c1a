"""What holds of every dataset."""

from pathlib import Path

import pytest
from django.db.models import NOT_PROVIDED

from portal.loading.columns import Required
from portal.loading.registry import all_datasets

DATASETS = all_datasets()
# Fields that loading derives from other rows.
DERIVED = {("facts", "is_current"), ("options", "question_kind")}


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_field_comes_from_a_column(dataset):
    fields = {field.name for field in dataset.model._meta.concrete_fields if not field.primary_key}
    derived = {field for name, field in DERIVED if name == dataset.name}

    found = {*dataset.copied, *dataset.filled, *(reference.field for reference in dataset.references)}

    assert found | derived == fields


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_column_goes_somewhere(dataset):
    used = {*dataset.copied, *dataset.filled.values(), *(name for each in dataset.references for name in each.columns)}

    assert used == set(dataset.columns)


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_columns_are_required_as_their_fields_are(dataset):
    needed = {
        reference.columns[-1]
        for reference in dataset.references
        if not dataset.model._meta.get_field(reference.field).null
    }
    plain = [dataset.model._meta.get_field(column) for column in dataset.copied]
    needed |= {
        field.name
        for field in plain
        if not field.blank
        and field.get_internal_type() in {"CharField", "SlugField", "TextField"}
        and (field.default is NOT_PROVIDED or field.choices)
    }

    missing = {column for column in needed if dataset.row.__annotations__[column] is not Required}

    assert missing == set()


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_datasets_stand_behind_those_they_refer_to(dataset):
    names = [each.name for each in DATASETS]
    earlier = names[: names.index(dataset.name) + 1]

    assert {reference.dataset for reference in dataset.references} <= set(earlier)
    assert dataset.watches <= set(earlier)


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_column_is_described(dataset):
    page = (Path(__file__).parents[3] / "docs" / "data.md").read_text(encoding="utf-8")
    section = page.partition(f"### {dataset.name}.csv")[2].partition("##")[0]

    assert [column for column in dataset.columns if f"`{column}`" not in section] == []
