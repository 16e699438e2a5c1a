"""What is new: page, files, Atom and JSON Feed."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from portal.models import ImportRun
from portal.site.news import all_news
from tests import factories

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def load(db):
    moment = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    return ImportRun.objects.create(
        dataset="fixtures",
        file="fixtures",
        sha256="0" * 64,
        started=moment,
        finished=moment,
        outcome="loaded",
        counts={"terms": {"added": 1200, "changed": 3}, "sources": {"added": 0, "changed": 0, "unchanged": 9}},
    )


@pytest.fixture
def wave(db):
    survey = factories.make_survey(slug="china", name_en="China survey", name_zh="中国调查")
    source = factories.make_source(code="report-2020", published="2020-10")
    wave = factories.make_wave(slug="2020", survey=survey, name_en="2020", source=source)
    option = factories.make_option(question=factories.make_question(survey=survey))
    factories.make_figure(wave=wave, option=option, percent="28")
    return wave


def test_a_load_says_how_many_rows_it_changed(load):
    (news,) = all_news()

    assert (news.kind, news.date, news.address) == ("load", "2026-03-04", "data")
    assert news.text == "Data loaded: 1,200 records added, 3 records changed"


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [
        ({"added": 10, "changed": 0}, "Report: 10 chapters added", "报告：新增 10 章"),
        ({"added": 1, "changed": 1}, "Report: 1 chapter added, 1 chapter revised", "报告：新增 1 章，修订 1 章"),
    ],
    ids=["first", "later"],
)
def test_chapters_are_news_on_the_day_they_are_loaded(load, count, english, chinese):
    factories.make_chapter()
    load.counts = {"chapters": count}
    load.save()

    (news,) = all_news(["report"])
    with override("zh-hans"):
        (translated,) = all_news(["report"])

    assert (news.date, news.text, news.address) == ("2026-03-04", english, "report")
    assert (translated.text, translated.key) == (chinese, news.key)


def test_a_load_without_chapters_is_no_news_of_the_report(load):
    factories.make_chapter()
    load.counts = {"chapters": {"added": 0, "changed": 0, "unchanged": 10}, "terms": {"added": 1}}
    load.save()

    assert all_news(["report"]) == []


def test_chapters_that_nobody_can_read_are_no_news(load):
    factories.make_chapter(published=False)
    load.counts = {"chapters": {"added": 1}}
    load.save()

    assert all_news(["report"]) == []


def test_a_wave_is_news_on_the_day_of_its_source(wave):
    (news,) = all_news()

    assert (news.kind, news.date, news.source) == ("survey", "2020-10", "report-2020")
    assert news.text == "China survey 2020: survey published; 1 figure here"
    assert news.address == "surveys/china/2020"


def test_a_wave_without_any_date_is_no_news(db):
    factories.make_wave(source=factories.make_source(published=""))

    assert all_news() == []


def test_launches_facts_and_waves_stand_in_one_order(load, wave):
    product = factories.make_product(slug="a-product", launched="2021")

    assert [(news.kind, news.date) for news in all_news()] == [
        ("load", "2026-03-04"),
        ("product", "2021"),
        ("survey", "2020-10"),
    ]
    assert all_news(["product"])[0].address == f"products/{product.slug}"


def test_first_values_of_facts_are_no_news_but_changes_are(db):
    product, attribute = factories.make_product(), factories.make_attribute(code="memory")
    for day, value, is_current in (("2020-01-01", 3008, False), ("2021-02-03", 10240, True)):
        factories.make_fact(product=product, attribute=attribute, observed_on=day, value=value, is_current=is_current)

    assert [(news.kind, news.date) for news in all_news(["fact"])] == [("fact", "2021-02-03")]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_shows_them_and_leads_to_its_feeds(client, load, wave, language):
    page = client.get(f"/{language}/news")

    assert [date for date, rows in page.context["days"]] == ["2026-03-04", "2020-10"]
    assert f'href="/{language}/surveys/china/2020"' in page.text
    assert 'type="application/atom+xml" title="' in page.text
    assert f'href="/{language}/news.feed.json"' in page.text


@pytest.mark.parametrize("page", ["", "sources", "method"])
def test_every_page_names_the_feeds(client, page):
    head = client.get(f"/en/{page}").text.partition("</head>")[0]

    assert 'type="application/atom+xml" title="What is new" href="/en/news.atom"' in head
    assert 'type="application/feed+json" title="What is new" href="/en/news.feed.json"' in head


def test_the_atom_feed_has_an_entry_each_with_a_lasting_identifier(client, load, wave):
    answer = client.get("/zh-hans/news.atom")
    feed = ElementTree.fromstring(answer.content)

    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")] == [
        "2026-03-04T00:00:00+00:00",
        "2020-10-31T00:00:00+00:00",
    ]
    assert feed.find(f"{ATOM}entry/{ATOM}id").text == "tag:testserver,2026:zh-hans/news/load/20260304T050600000000"


def test_the_json_feed_is_of_version_1_1(client, load, wave):
    answer = client.get("/en/news.feed.json")
    feed = answer.json()

    assert answer["Content-Type"] == "application/feed+json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == "http://testserver/en/news"
    assert feed["feed_url"] == "http://testserver/en/news.feed.json"
    assert feed["items"][1] == {
        "id": "tag:testserver,2026:en/news/survey/china/2020",
        "url": "http://testserver/en/surveys/china/2020",
        "title": "China survey 2020: survey published; 1 figure here",
        "content_text": "2020-10 (Survey)",
        "date_published": "2020-10-31T00:00:00+00:00",
        "tags": ["survey"],
    }


@pytest.mark.parametrize("address", ["news?kind=nothing", "news.atom?kind=survey", "news.feed.json?x=1"])
def test_wrong_parameters_are_refused(client, address):
    assert client.get(f"/en/{address}").status_code == 400
