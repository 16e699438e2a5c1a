"""Method, licence, how to cite, and what phones keep of the portal."""

import re

import pytest
from django.contrib.staticfiles import finders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("page", ["method", "licence", "cite"])
def test_pages_about_the_portal_answer_with_and_without_data(client, language, page):
    answer = client.get(f"/{language}/{page}")

    assert answer.status_code == 200
    assert len(re.findall("<h1", answer.text)) == 1
    assert client.get(f"/{language}/{page}?nonsense=1").status_code == 400


def test_how_to_cite_shows_a_real_exhibit_in_all_forms(client, adoption):
    page = client.get("/en/cite").text

    assert "[Data set]. Serverless Market Watch. Sources: Institute, Report of 2020" in page
    for text in (
        "@misc{smw-surveys-china-survey-2020-serverless_stage",
        "TY  - DATA",
        "&quot;type&quot;:&quot;dataset",
    ):
        assert text in page
    assert 'href="/en/surveys/china-survey/2020/serverless_stage.bib"' in page
    assert 'href="/en/surveys/china-survey/2020/serverless_stage.txt"' in page


def test_how_to_cite_says_that_there_is_nothing_yet(client):
    assert "No exhibit is loaded yet" in client.get("/en/cite").text


def test_every_page_leads_to_the_pages_about_the_portal(client):
    foot = client.get("/zh-hans/search").text.partition("<footer")[2]

    assert {"method", "licence", "cite", "sources", "glossary"} <= set(re.findall('href="/zh-hans/([a-z-]+)"', foot))


def test_the_manifest_names_icons_that_exist(client):
    answer = client.get("/site.webmanifest", headers={"accept-language": "zh"})

    assert answer["Content-Type"] == "application/manifest+json"
    assert answer.json()["name"] == "无服务器市场观察"
    for icon in answer.json()["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/")), icon
    assert finders.find("portal/icons/apple-touch-icon.png")
