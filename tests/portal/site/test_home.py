"""The front page: what is known, what is new and where to go."""

import re

import pytest

from portal.models import Chapter, Term
from portal.site import home
from portal.site.sections import News

pytestmark = pytest.mark.django_db


def happened(kind: str, day: str) -> News:
    return News(kind=kind, date=day, text=f"{kind} of {day}", address="data", key=f"{kind}/{day}")


def test_one_load_and_three_other_things_are_new(client, monkeypatch):
    days = ("2026-04-04", "2026-04-03", "2026-04-02", "2026-04-01")
    monkeypatch.setattr(home, "all_news", lambda: [happened(kind, day) for day in days for kind in ("load", "fact")])

    events = client.get("/en/").context["events"]

    assert [event.text for event in events] == [
        "load of 2026-04-04",
        "fact of 2026-04-04",
        "fact of 2026-04-03",
        "fact of 2026-04-02",
    ]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_is_new_and_where_to_go_follow_the_answers_at_once(client, small_world, language):
    page = client.get(f"/{language}/").text

    parts = re.findall(r'class="(answers|notice|brief|counts|figures|maps)"', page)
    assert parts[:3] == ["notice", "brief", "counts"]
    assert f'<a class="brief__way" href="/{language}/compare">' in page


def test_ways_lead_to_the_glossary_once_it_has_a_term(small_world):
    ways = [address for address, title in home.ways()]
    Term.objects.all().delete()
    without = [address for address, title in home.ways()]

    assert not Chapter.objects.exists()
    assert "glossary" in ways
    assert "report" not in ways
    assert [address for address in ways if address != "glossary"] == without
