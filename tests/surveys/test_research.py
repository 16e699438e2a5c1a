"""Tables without disclosure control: who may see them, what they say, and the log of each look."""

import csv
import io

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse

from surveys.models import ResearchRequest
from surveys.researchers import GROUP, make_researchers
from tests.admin_pages import address, client_of
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset():
    """Ten people, three of whom in column b: far too few for readers."""
    questions = [
        make_question("Q1", options="yes no"),
        make_question("Q2", options="a b", break_for="research"),
        make_question("w", "weight"),
    ]
    said = {
        "Q1": ["yes"] * 3 + ["no"] * 4 + ["yes", "no", "no"],
        "Q2": ["a"] * 7 + ["b"] * 3,
        "w": [1.0] * 9 + [2.0],
    }
    return make_dataset(make_answers(questions, said))


@pytest.fixture
def researcher():
    return client_of(name="reader", group=GROUP)


def page(dataset, suffix: str = "") -> str:
    return reverse("admin:surveys_dataset_table", args=[dataset.pk]) + suffix


def test_researchers_see_small_columns_and_the_look_is_logged(researcher, dataset):
    response = researcher.get(page(dataset), {"rows": "Q1", "columns": "Q2", "filter": "Q2 in a,b"})

    shown = response.context["shown"]
    assert shown.heads == [("Total", ""), ("Answer a", "A"), ("Answer b", "B")]
    assert shown.rows[0] == ("Answer yes", ["40.00% (4)", "42.86% (3)", "33.33% (1)"])
    assert shown.bases[0] == ("Base", ["10", "7", "3"])
    look = ResearchRequest.objects.get()
    assert (look.who.username, look.dataset) == ("reader", dataset)
    assert look.asked == ("rows: Q1 · columns: Q2 · filter: Q2 in a,b · weight: none · adjust: holm · min_base: 30")


def test_json_is_unrounded_and_logged(researcher, dataset):
    found = researcher.get(page(dataset, ".json"), {"rows": "Q1", "columns": "Q2", "weight": "w"}).json()

    assert found["columns"][1] == {"code": "b", "letter": "B", "base_n": 3, "base_w": 4.0, "base_effective": 16 / 6}
    assert found["rows"][1]["cells"][1]["p"] == 0.75
    assert ResearchRequest.objects.get().asked.endswith("weight: w · adjust: holm · min_base: 30 · .json")


def test_csv_holds_every_cell(researcher, dataset):
    response = researcher.get(page(dataset, ".csv"), {"rows": "Q1", "columns": "Q2"})

    lines = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert [(line["row"], line["column"], line["n"]) for line in lines] == [
        *(("yes", "", "4"), ("yes", "a", "3"), ("yes", "b", "1")),
        *(("no", "", "6"), ("no", "a", "4"), ("no", "b", "2")),
    ]
    assert "-research.csv" in response["Content-Disposition"]
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_without_a_question_the_form_alone_is_shown_and_nothing_is_logged(researcher, dataset):
    response = researcher.get(page(dataset))

    assert response.status_code == 200
    assert response.context["shown"] is None
    assert not ResearchRequest.objects.exists()


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"rows": "Q9"}, "rows", "Q9"),
        ({"columns": "Q2"}, "rows", "required"),
        ({"rows": "Q1", "columns": "w"}, "columns", "w"),
        ({"rows": "Q1", "filter": "Q2 in z"}, "filter", "Q2 has no option “z”."),
        ({"rows": "Q1", "weight": "Q2"}, "weight", "Q2"),
        ({"rows": "Q1", "adjust": "none of these"}, "adjust", "none of these"),
        ({"rows": "Q1", "min_base": "-1"}, "min_base", "0"),
        ({"rows": "Q1", "min_base": "many"}, "min_base", "whole number"),
    ],
    ids=lambda value: str(value)[:30],
)
@pytest.mark.parametrize("suffix", ["", ".json"])
def test_wrong_questions_are_told_and_not_logged(researcher, dataset, asked, field, words, suffix):
    response = researcher.get(page(dataset, suffix), asked)

    assert response.status_code == 400
    assert words in " ".join(response.context["form"].errors[field])
    assert not ResearchRequest.objects.exists()


@pytest.mark.parametrize("suffix", ["", ".json", ".csv"])
def test_editors_without_the_role_are_refused(dataset, suffix):
    response = client_of().get(page(dataset, suffix), {"rows": "Q1"})

    assert response.status_code == 403
    assert not ResearchRequest.objects.exists()


def test_readers_are_sent_to_the_login(client, dataset):
    assert client.get(page(dataset), {"rows": "Q1"}).status_code == 302


def test_researchers_who_are_not_staff_are_sent_to_the_login(client, dataset):
    user = User.objects.create_user("outside")
    user.groups.add(Group.objects.get(name=GROUP))
    client.force_login(user)

    assert client.get(page(dataset), {"rows": "Q1"}).status_code == 302


@pytest.mark.parametrize("suffix", [".xlsx", "s", ".json.csv"])
def test_other_files_are_not_found(researcher, dataset, suffix):
    assert researcher.get(page(dataset, suffix), {"rows": "Q1"}).status_code == 404


def test_a_dataset_that_this_store_lacks_is_not_found(researcher, dataset):
    type(dataset).objects.update(revision="0" * 64)

    assert researcher.get(page(dataset), {"rows": "Q1"}).status_code == 404


def test_the_log_is_read_only_and_for_whoever_may_view_it(dataset):
    boss = client_of(name="boss", superuser=True)
    boss.get(page(dataset), {"rows": "Q1"})
    look = ResearchRequest.objects.get()

    assert "rows: Q1" in boss.get(address(ResearchRequest, "changelist")).content.decode()
    assert boss.get(address(ResearchRequest, "change", look.pk)).status_code == 200
    assert boss.get(address(ResearchRequest, "add")).status_code == 403
    assert boss.post(address(ResearchRequest, "change", look.pk), {"asked": "nothing"}).status_code == 403
    assert boss.post(address(ResearchRequest, "delete", look.pk), {"post": "yes"}).status_code == 403


def test_the_page_speaks_chinese(researcher, dataset):
    response = researcher.get(page(dataset), {"rows": "Q1"}, headers={"Accept-Language": "zh-hans"})

    assert response.context["shown"].rows[0][0] == "答案 yes"


def rights() -> set[str]:
    return set(Group.objects.get(name=GROUP).permissions.values_list("codename", flat=True))


def test_researchers_may_see_answers_and_nothing_else():
    assert rights() == {"see_answers", "view_dataset"}


def test_migrating_again_gives_back_what_was_taken():
    Group.objects.get(name=GROUP).permissions.clear()

    call_command("migrate", verbosity=0)

    assert rights() == {"see_answers", "view_dataset"}


def test_migrating_before_groups_exist_does_nothing():
    class Early:
        def get_model(self, app, model):
            raise LookupError(app)

    Group.objects.all().delete()

    make_researchers(sender=apps.get_app_config("surveys"), apps=Early(), using="default")

    assert not Group.objects.exists()
