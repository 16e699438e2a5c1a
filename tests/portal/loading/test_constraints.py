"""The constraints as Python reads them agree with the database."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from portal.loading.constraints import check_constraints, holds, unique_rules
from portal.loading.registry import all_datasets
from portal.models import Source
from tests.factories import make_figure, make_option, make_product, make_question, make_source, make_vendor

MODELS = [dataset.model for dataset in all_datasets()]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_constraint_can_be_judged_before_saving(model):
    for constraint in check_constraints(model):
        assert holds(constraint.condition, model()) in (True, False, None)
    for _, condition in unique_rules(model):
        assert holds(condition, model()) in (True, False, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "values"),
    [
        (make_figure, {"percent": 50, "low": 60, "high": 70}),
        (make_figure, {"percent": 50, "low": 40, "high": 60}),
        (make_figure, {"percent": 50, "low": 50, "high": 50}),
        (make_figure, {"percent": 50, "low": 40, "high": None}),
        (make_figure, {"percent": 50, "low": 60, "high": None}),
        (make_figure, {"percent": 101}),
        (make_figure, {"base_n": 0}),
        (make_figure, {"base_n": None}),
        (make_product, {"launched": "2020", "retired": "2019"}),
        (make_product, {"launched": "", "retired": "2019"}),
        (make_vendor, {"country": "DE", "country_source": None}),
        (make_vendor, {"country": "", "country_source": None}),
    ],
    ids=lambda part: part.__name__ if callable(part) else "-".join(f"{key}={value}" for key, value in part.items()),
)
def test_python_and_database_agree(make, values):
    each = make()
    each.refresh_from_db()
    for field, value in values.items():
        setattr(each, field, value)
    broken = [constraint for constraint in check_constraints(type(each)) if holds(constraint.condition, each) is False]

    try:
        with transaction.atomic():
            each.save()
    except IntegrityError:
        refused = True
    else:
        refused = False

    assert bool(broken) == refused


@pytest.mark.django_db
def test_option_of_a_single_choice_question_excludes():
    option = make_option(question=make_question(kind="single"), is_exclusive=True)
    option.is_exclusive = False

    assert [holds(constraint.condition, option) for constraint in check_constraints(type(option))] == [False]


def test_negation_of_unknown_is_unknown():
    source = Source(code="a")

    assert holds(~Q(id__gt=1), source) is None
    assert holds(~Q(code="a"), source) is False
    assert holds(Q(code="a") | Q(id__gt=1), source) is True
    assert holds(Q(code="b") | Q(id__gt=1), source) is None


@pytest.mark.django_db
def test_conditions_that_python_cannot_read_stop_the_load():
    with pytest.raises(NotImplementedError, match="XOR"):
        holds(Q(code="a") ^ Q(code="b"), make_source())
    with pytest.raises(KeyError, match="contains"):
        holds(Q(code__contains="a"), make_source())
