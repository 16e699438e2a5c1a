"""What machines read in the head of a page: share image, canonical address, files, the description as data."""

import json
import re
from html import unescape

import pandas as pd
import pytest
from django.utils.translation import override

from portal.exhibits.citations import Citation
from portal.exhibits.suffixes import FORM_OF
from portal.sharing.datasets import dataset_of, description_of, years_of
from tests.portal.exhibits.examples import make_exhibit, make_frame
from tests.portal.exhibits.shaped import shaped
from tests.portal.sharing.conftest import QUESTION

ROOT = "https://watch.example"


def metas(page: str) -> dict[str, str]:
    return {
        name: unescape(content)
        for name, content in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page)
    }


def described(page: str) -> dict:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return json.loads(text)


def test_the_dataset_has_every_property_of_the_exhibit():
    exhibit = make_exhibit(query="by=industry")
    page = f"{ROOT}/en/surveys/users/2020/use?by=industry"
    organisation = {"@type": "Organization", "name": "Serverless Market Watch", "url": f"{ROOT}/"}

    described = dataset_of(exhibit, ROOT)

    downloads = described.pop("distribution")
    assert described == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": "Use of functions",
        "description": "Most use functions. Use of functions. Users, 2020, n = 1,200. Base not published.",
        "inLanguage": "en",
        "version": "7",
        "dateModified": "2026-11-24",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isAccessibleForFree": True,
        "creator": organisation,
        "publisher": organisation,
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": "Report on functions",
                "publisher": {"@type": "Organization", "name": "An Institute"},
                "url": "https://example.org/r",
                "datePublished": "2021",
            }
        ],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": "Share", "propertyID": "value", "unitText": "%"},
            {"@type": "PropertyValue", "name": "Base", "propertyID": "base_n"},
        ],
    }
    assert [download["contentUrl"] for download in downloads] == [
        f"{ROOT}/en/surveys/users/2020/use{suffix}?by=industry" for suffix in exhibit.suffixes
    ]
    assert {download["@type"] for download in downloads} == {"DataDownload"}
    assert downloads[0]["encodingFormat"] == "text/csv"


@pytest.mark.parametrize(
    ("waves", "years"),
    [
        (["2020"] * 3, "2020"),
        (["2018", "2021-part2", "2019"], "2018/2021"),
        (["first", "second", None], ""),
    ],
)
def test_years_come_from_waves(waves, years):
    exhibit = make_exhibit(frame=make_frame(wave=waves))

    assert years_of(exhibit) == years
    assert dataset_of(exhibit, ROOT).get("temporalCoverage", "") == years


def test_years_come_from_editions_too():
    assert years_of(make_exhibit(frame=make_frame(edition=["2018", "2026", "2020"]))) == "2018/2026"


def test_an_empty_table_has_no_years():
    frame = make_frame(wave=["2020"] * 3).iloc[:0].astype({"value": float, "base_n": float})

    assert isinstance(frame, pd.DataFrame)
    assert years_of(make_exhibit(frame=frame)) == ""


def test_sentences_are_joined_as_the_language_does():
    with override("zh-hans"):
        exhibit = make_exhibit(language="zh-hans", finding="多数已使用", title="使用", subtitle="用户。", notes=())

        assert description_of(exhibit) == "多数已使用。使用。用户。"


def test_a_source_without_address_has_none_here_either():
    exhibit = make_exhibit(citations=(Citation("copy", "A copy"),))

    assert dataset_of(exhibit, ROOT)["isBasedOn"] == [{"@type": "CreativeWork", "name": "A copy"}]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "code"), [("en", "en"), ("zh-hans", "zh-Hans")])
def test_every_exhibit_page_describes_its_data(client, question, language, code):
    answer = client.get(f"/{language}/{question}")

    data = described(answer.text)
    assert (data["@type"], data["inLanguage"], data["temporalCoverage"]) == ("Dataset", code, "2020")
    assert data["url"] == f"http://testserver/{language}/{question}"
    for download in data["distribution"]:
        assert client.get(download["contentUrl"], {"scale": "1"}).status_code == 200, download["contentUrl"]


@pytest.mark.django_db
def test_no_text_of_a_source_ends_the_block_of_data(client, question):
    page = client.get(f"/en/{question}").text

    assert described(page)["isBasedOn"][0]["name"] == "Report </script> & more"


@pytest.mark.django_db
def test_pages_without_an_exhibit_describe_none(client, question):
    assert "application/ld+json" not in client.get("/en/search").text


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?sort=order", "?sort=order&theme=dark&labels=both"])
def test_the_share_image_shows_the_readers_own_view(client, question, query):
    found = metas(client.get(f"/en/{question}{query}").text)

    view = "?sort=order" if query else ""
    page = f"http://testserver/en/{question}"
    assert found["og:url"] == f"{page}{view}"
    assert found["og:image"] == f"{page}.png{f'{view}&' if view else '?'}size=og"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "628")
    assert found["og:image:alt"].startswith(found["og:title"])
    assert found["twitter:card"] == "summary_large_image"


@pytest.mark.django_db
def test_the_share_image_has_the_size_that_is_said(client, question):
    image = client.get(metas(client.get(f"/en/{question}").text)["og:image"])

    assert [int.from_bytes(image.content[start : start + 4]) for start in (16, 20)] == [1200, 628]


@pytest.mark.django_db
def test_a_table_has_no_share_image(client, question):
    found = metas(client.get("/en/vendors").text)

    assert "og:image" not in found
    assert found["twitter:card"] == "summary"


@pytest.mark.django_db
@pytest.mark.parametrize("address", [QUESTION, "vendors"])
def test_every_form_is_an_alternate_in_page_and_header(client, question, address):
    answer = client.get(f"/en/{address}")

    links = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)"', answer.text)
    in_page = {href.removeprefix("http://testserver"): kind for kind, href in links if "oembed" not in kind}
    in_header = {href: kind for href, kind in re.findall(r'<([^>]+)>; rel="alternate"; type="([^"]+)"', answer["Link"])}
    assert in_page == in_header
    assert f"/en/{address}.csv" in in_page
    assert set(in_page.values()) <= {form.content_type.partition(";")[0] for form in FORM_OF.values()}


def test_cards_are_described_without_a_specification():
    suffixes = {
        download["contentUrl"].rpartition("/use")[2] for download in dataset_of(shaped("cards"), ROOT)["distribution"]
    }

    assert ".png" in suffixes
    assert ".vl.json" not in suffixes
