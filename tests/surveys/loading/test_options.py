"""options.csv: the copy of the question's kind follows the question."""

import pytest

from portal.loading.run import load
from surveys.models import Option
from tests.loading_files import load_good, make_file

pytestmark = pytest.mark.django_db
SINGLE = "cloud-users,concerns,20,single,concerns,false,Greatest concern,最大的顾虑"


def test_kind_of_the_question_is_copied():
    load_good()

    assert Option.objects.get(code="core").question_kind == "single"
    assert Option.objects.get(code="cost").question_kind == "multiple"


def test_copy_follows_when_the_question_changes_with_its_options():
    load_good()
    option = "cloud-users,concerns,cost,10,true,Cost,成本,"

    run = load([make_file("questions", SINGLE), make_file("options", option)])

    assert run.problems == []
    assert Option.objects.get(code="cost").question_kind == "single"


def test_copy_follows_when_only_the_question_is_loaded():
    load_good()
    load([make_file("options", "cloud-users,concerns,cost,10,true,Cost,成本,")])

    run = load([make_file("questions", SINGLE)])

    assert Option.objects.get(code="cost").question_kind == "single"
    assert run.counts["options"] == {"added": 0, "changed": 1, "unchanged": 0}
