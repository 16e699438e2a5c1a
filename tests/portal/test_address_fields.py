"""What stands in addresses is refused where an address could not hold it."""

import pytest
from django.core.exceptions import ValidationError

from surveys.models import Survey, Wave
from vendors.models import Listing, Product, Scheme, Vendor

FIELDS = [(Survey, "slug"), (Wave, "slug"), (Product, "slug"), (Vendor, "slug"), (Scheme, "code"), (Listing, "edition")]


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
@pytest.mark.parametrize("value", ["Upper", "-first", "a b", "a/b", "a.csv", "云", "a\n"])
def test_what_no_address_can_hold_is_refused(model, name, value):
    with pytest.raises(ValidationError):
        model._meta.get_field(name).clean(value, None)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
@pytest.mark.parametrize("value", ["2021", "2021-a_b", "n", "trends"])
def test_what_addresses_hold_is_taken(model, name, value):
    assert model._meta.get_field(name).clean(value, None) == value


def test_a_wave_does_not_take_the_address_of_trends():
    with pytest.raises(ValidationError, match="part of other addresses"):
        Wave._meta.get_field("slug").clean("trend", None)

    assert Survey._meta.get_field("slug").clean("trend", None) == "trend"


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_migrations_know_the_field_of_django(model, name):
    assert model._meta.get_field(name).deconstruct()[1] in ("django.db.models.SlugField", "django.db.models.CharField")
