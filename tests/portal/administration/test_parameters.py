"""Whatever is written into an address of the admin, the answer is a page or a refusal, never an error."""

import pytest
from django.contrib import admin

from tests.admin_pages import address, client_of
from tests.factories import make_fact, make_figure, make_listing, make_source, make_term

pytestmark = pytest.mark.django_db
ANSWERED = {200, 302, 400, 404}
VALUES = ["\x00", "9" * 40, "x'"]
EVERYWHERE = ["q", "o", "p", "all", "_to_field", "_popup", "_changelist_filters", "pk__in", "nothing"]


@pytest.fixture
def team():
    return client_of(superuser=True)


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_any_value_of_any_filter_is_answered(team, model):
    for make in (make_fact, make_figure, make_listing, make_term):
        make()
    filters = [each if isinstance(each, str) else each[0] for each in admin.site.get_model_admin(model).list_filter]
    parameters = [f"{name}{lookup}" for name in filters for lookup in ("", "__exact", "__in")]

    answers = {
        (name, value): team.get(address(model, "changelist"), {name: value}).status_code
        for name in parameters + EVERYWHERE
        for value in VALUES
    }

    assert {asked: status for asked, status in answers.items() if status not in ANSWERED} == {}


@pytest.mark.parametrize("value", VALUES)
def test_any_choice_of_autocomplete_is_answered(team, value):
    query = {"app_label": "portal", "model_name": "term", "field_name": "source", "term": "a", "page": "1"}

    answers = {name: team.get("/admin/autocomplete/", query | {name: value}).status_code for name in query}

    assert set(answers.values()) <= ANSWERED | {403}


@pytest.mark.parametrize("key", [*VALUES, ""])
def test_rows_are_chosen_by_their_numbers(team, key):
    source = make_source()
    data = {"action": "delete_selected", "_selected_action": [key], "post": "yes", "index": key}

    response = team.post(address(type(source), "changelist"), data)

    assert response.status_code == 400
    assert type(source).objects.exists()


def test_a_search_may_hold_a_long_number(team):
    source = make_source(title="Order 12345678901234567890")

    response = team.get(address(type(source), "changelist"), {"q": "12345678901234567890"})

    assert list(response.context["cl"].queryset) == [source]
