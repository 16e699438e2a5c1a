"""Atom feeds, read by a parser that knows nothing of ours."""

import pytest
from lxml import etree

from portal.versions import bump_version, forget_version
from tests.factories import make_fact
from vendors.models import Fact

pytestmark = pytest.mark.usefixtures("story")

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = ("changes.atom", "products/lambda.atom", "attributes/memory.atom", "landscape/map/changes.atom")


def feed_of(client, address: str, language: str = "en"):
    answer = client.get(f"/{language}/{address}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def texts(feed, path: str) -> list[str]:
    return [str(found) for found in feed.xpath(path, namespaces=ATOM)]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_atom_asks_for(client, address, language):
    """RFC 4287: id, title and updated of feed and entries, an author, a link to itself; no id twice."""
    feed = feed_of(client, address, language)

    for place in ("/a:feed", "//a:entry"):
        for element in feed.xpath(place, namespaces=ATOM):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"a:{name}", ATOM)) == 1, (place, name)
    assert texts(feed, "/a:feed/a:author/a:name/text()")
    assert texts(feed, "/a:feed/a:link[@rel='self']/@href") == [f"http://testserver/{language}/{address}"]
    ids = texts(feed, "//a:id/text()")
    assert len(ids) == len(set(ids))
    assert all(each.startswith("tag:testserver,2026:") for each in ids)
    assert all(len(day) >= len("2024-12-31T00:00:00Z") for day in texts(feed, "//a:updated/text()"))


def test_entries_are_the_changes_newest_first(client):
    feed = feed_of(client, "products/lambda.atom")

    assert texts(feed, "//a:entry/a:title/text()") == [
        "AWS Lambda · Maximum memory: 3,008 MB → 10,240 MB",
        "Map: Lambda entered Hosted",
        "AWS Lambda · Maximum memory: 1,536 MB → 3,008 MB",
        "AWS Lambda · Maximum memory: 1,536 MB",
        "AWS Lambda launched",
    ]
    assert texts(feed, "//a:entry/a:updated/text()")[0].startswith("2024-12-31")
    assert texts(feed, "//a:entry/a:link/@href")[0] == "http://testserver/en/products/lambda/memory"


def test_a_title_of_a_source_cannot_become_markup(client):
    summary = texts(feed_of(client, "attributes/memory.atom"), "//a:entry/a:summary/text()")[0]

    assert "Quotas &lt;of Lambda&gt;" in summary
    assert '<a href="https://example.org/quotas">' in summary


def test_ids_stay_when_a_value_is_added(client):
    before = set(texts(feed_of(client, "changes.atom"), "//a:entry/a:id/text()"))
    old = Fact.objects.get(product__slug="old")
    make_fact(product=old.product, attribute=old.attribute, value=1024, observed_on="2019-09", is_current=False)
    bump_version()
    forget_version()

    after = set(texts(feed_of(client, "changes.atom"), "//a:entry/a:id/text()"))

    assert before < after


def test_languages_do_not_share_ids(client):
    english, chinese = (
        set(texts(feed_of(client, "changes.atom", each), "//a:id/text()")) for each in ("en", "zh-hans")
    )

    assert not english & chinese


@pytest.mark.parametrize("address", FEEDS)
def test_a_reader_who_has_the_feed_gets_304(client, address):
    tag = client.get(f"/en/{address}")["ETag"]

    assert client.get(f"/en/{address}", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", ["products/none.atom", "attributes/none.atom", "landscape/none/changes.atom"])
def test_a_feed_of_nothing_is_404(client, address):
    assert client.get(f"/en/{address}").status_code == 404


def test_a_feed_takes_no_parameters(client):
    assert client.get("/en/changes.atom?kind=launched").status_code == 400
