"""Every factory makes valid rows, also twice in a row."""

from decimal import Decimal

import pytest

from tests import factories
from vendors.models import Attribute

FACTORIES = sorted(name for name in vars(factories) if name.startswith("make_"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", FACTORIES)
def test_factory_makes_valid_rows(name):
    make = getattr(factories, name)

    first, second = make(), make()

    first.full_clean()
    second.full_clean()
    assert first.pk != second.pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        (Attribute.ValueType.NUMBER, 128),
        (Attribute.ValueType.MONEY, Decimal("0.2")),
        (Attribute.ValueType.BOOLEAN, False),
        (Attribute.ValueType.TEXT, "15 minutes"),
        (Attribute.ValueType.LIST, ["python", "go"]),
    ],
    ids=str,
)
def test_fact_value_goes_to_the_field_of_its_type(value_type, value):
    attribute = factories.make_attribute(value_type=value_type)

    fact = factories.make_fact(attribute=attribute, value=value)

    fact.full_clean()
    assert fact.value == value
    assert fact.currency == ("USD" if value_type == Attribute.ValueType.MONEY else "")


@pytest.mark.django_db
def test_figure_stands_in_one_survey():
    wave = factories.make_wave()

    figure = factories.make_figure(wave=wave)

    assert figure.option.question.survey == wave.survey
