"""Names of places in both languages."""

import pytest
from django.utils import translation

from vendors.words import city_name


@pytest.mark.parametrize(
    ("language", "city", "name"),
    [
        ("en", "Hangzhou", "Hangzhou"),
        ("zh-hans", "Hangzhou", "杭州"),
        ("zh-hans", "Atlantis", "Atlantis"),
        ("zh-hans", "", ""),
    ],
)
def test_cities_are_named_in_the_language_where_they_are_known(language, city, name):
    with translation.override(language):
        assert city_name(city) == name
