"""Exhibits over the API and the sitemap, on the shipped data."""

import re

import pytest

from portal.loading.run import load
from portal.site.sitemap import PagesSitemap

pytestmark = pytest.mark.django_db
STAGE = "surveys/china-cloud-native-user/2020/serverless_stage"


@pytest.fixture(autouse=True)
def _shipped_data(settings):
    assert load([settings.FIXTURES_DIR]).outcome == "loaded"


def test_an_exhibit_is_that_of_its_page(client):
    answer = client.get(f"/api/v1/exhibits/{STAGE}")

    assert answer.json() == client.get(f"/en/{STAGE}.json").json()
    assert [row["value"] for row in answer.json()["rows"]] == [28, 8, 11, 17, 36]


def test_an_exhibit_takes_the_language_and_the_parameters_of_its_page(client):
    answer = client.get(f"/api/v1/exhibits/{STAGE}", {"lang": "zh-hans", "sort": "-value"})

    assert answer["Content-Language"] == "zh-hans"
    assert answer.json()["exhibit"]["language"] == "zh-hans"
    assert [row["value"] for row in answer.json()["rows"]] == [28, 17, 11, 8, 36]  # not using stands apart, last


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("nothing/here", 404),
        ("search", 404),
        (f"{STAGE}?sort=colour", 400),
        (f"{STAGE}?lang=fr", 400),
        ("admin/login", 404),
    ],
)
def test_exhibits_refuse(client, address, status):
    answer = client.get(f"/api/v1/exhibits/{address}")

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def parts_of_the_sitemap(client) -> list[str]:
    """Its files; the index itself is none."""
    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"<loc>http://testserver(/sitemap-pages\.xml[^<]*)</loc>", index)
    return [client.get(part).content.decode() for part in parts] or [index]


def test_sitemap_lists_pages_in_both_languages_each_naming_the_other(client):
    text = "".join(parts_of_the_sitemap(client))

    assert "<loc>http://testserver/en/products/aws-lambda</loc>" in text
    assert (
        '<xhtml:link rel="alternate" hreflang="zh-hans" href="http://testserver/zh-hans/products/aws-lambda"/>' in text
    )
    assert 'hreflang="x-default"' in text
    for address in (
        "surveys/cncf-annual/trend/serverless_use",
        "landscape/cncf-serverless/2018",
        "n/china-cloud-native-user/2020/serverless_stage/production",
    ):
        assert text.count(f"<loc>http://testserver/zh-hans/{address}</loc>") == 1, address
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_sitemap_is_an_index_where_one_file_cannot_hold_all(client, monkeypatch):
    monkeypatch.setattr(PagesSitemap, "limit", 1000)

    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"<loc>http://testserver(/sitemap-pages\.xml[^<]*)</loc>", index)
    found = [client.get(part).content.decode() for part in parts]

    assert "<sitemapindex" in index
    assert index.count("<lastmod>") == len(parts) > 1
    assert all(part.count("<url>") <= 1000 for part in found)
    assert sum(part.count("<loc>http://testserver/en/products/aws-lambda</loc>") for part in found) == 1
    assert client.get("/sitemap-pages.xml?p=999").status_code == 404
    assert client.get("/sitemap-others.xml").status_code == 404
