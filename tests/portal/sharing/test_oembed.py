"""oEmbed as the standard has it, and every refusal as a problem document."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from portal.sharing.codes import height_of
from tests.portal.sharing.conftest import QUESTION

pytestmark = pytest.mark.django_db
PAGE = f"http://testserver/en/{QUESTION}"


def ask(client, url: str = PAGE, **more):
    return client.get("/oembed", {"url": url, **more})


def test_the_answer_has_what_the_standard_asks_of_type_rich(client, question):
    answer = ask(client, format="json")
    document = answer.json()

    assert answer["Content-Type"] == "application/json"
    assert (document["version"], document["type"]) == ("1.0", "rich")
    assert document["provider_name"] == "Serverless Market Watch"
    assert document["provider_url"] == "http://testserver/"
    assert isinstance(document["width"], int)
    assert isinstance(document["height"], int)
    assert re.fullmatch(r"<iframe [^>]+></iframe>", document["html"])
    assert f'src="http://testserver/embed/en/{question}"' in document["html"]
    assert f'width="{document["width"]}" height="{document["height"]}"' in document["html"]


def test_the_frame_and_the_thumbnail_that_are_named_answer(client, question):
    document = ask(client).json()

    frame = client.get(unescape(re.search(r'src="([^"]+)"', document["html"])[1]))
    thumbnail = client.get(document["thumbnail_url"])
    assert frame.status_code == 200
    assert thumbnail["Content-Type"] == "image/png"
    width, height = (int.from_bytes(thumbnail.content[start : start + 4]) for start in (16, 20))
    assert (width, height) == (document["thumbnail_width"], document["thumbnail_height"]) == (1200, 628)


def test_the_language_is_that_of_the_address(client, question):
    document = client.get("/oembed", {"url": f"http://testserver/zh-hans/{question}"}).json()

    assert document["provider_name"] == "无服务器市场观察"
    assert f"/embed/zh-hans/{question}" in document["html"]


def test_the_view_of_the_address_is_kept(client, question):
    document = ask(client, "http://testserver/en/vendors?q=acme&theme=dark").json()

    assert 'src="http://testserver/embed/en/vendors?q=acme"' in document["html"]
    assert "thumbnail_url" not in document  # a table has no picture


def test_an_embed_stands_for_its_page(client, question):
    assert ask(client, f"http://testserver/embed/en/{question}").json() == ask(client).json()


@pytest.mark.parametrize(
    ("sizes", "width", "height"),
    [
        ({"maxwidth": 400}, 400, None),
        ({"maxheight": 200}, 850, 200),
        ({"maxwidth": 9000, "maxheight": 9000}, 850, None),
    ],
)
def test_the_frame_keeps_within_the_room(client, question, sizes, width, height):
    document = ask(client, **sizes).json()

    assert document["width"] == width
    assert height is None or document["height"] == height
    assert ("thumbnail_url" in document) == (sizes.get("maxwidth", 1200) >= 1200 and sizes.get("maxheight", 628) >= 628)


def test_a_narrow_frame_has_the_height_of_the_narrow_chart():
    charts = {"wide": '<svg viewBox="0 0 780 200">', "narrow": '<svg viewBox="0 0 358 400">'}

    assert height_of(charts, 390) == 400 + 380
    assert height_of(charts, 812) == 200 + 260


@pytest.mark.parametrize(
    "url",
    [
        "http://testserver/en/nothing",
        "http://testserver/en/search",
        f"http://testserver/{QUESTION}",
        f"http://testserver/de/{QUESTION}",
        f"http://testserver/en/{QUESTION}.csv",
        f"http://testserver/en/{QUESTION}?srot=1",
        f"https://other.example/en/{QUESTION}",
        f"ftp://testserver/en/{QUESTION}",
        f"http://testserver@other.example/en/{QUESTION}",
        f"/en/{QUESTION}",
        "http://[half",
        "javascript:alert(1)",
        "\x00",
        "云",
    ],
)
def test_addresses_that_have_no_exhibit_are_404(client, question, url):
    answer = ask(client, url)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("url: ")


def test_the_public_address_counts_as_our_own(client, question, settings):
    settings.PUBLIC_URL = "https://watch.example"

    document = ask(client, f"https://watch.example/en/{question}").json()

    assert f'src="https://watch.example/embed/en/{question}"' in document["html"]


@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
@pytest.mark.parametrize("value", ["0", "-1", "1.5", "wide", "９", "1e3", "9999999", " 5"])
def test_sizes_that_are_none_are_400(client, question, name, value):
    answer = ask(client, **{name: value})

    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == [name]


@pytest.mark.parametrize("query", ["", "?url=", "?format=json"])
def test_without_an_address_it_is_400(client, query):
    answer = client.get(f"/oembed{query}")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "url"


@pytest.mark.parametrize("form", ["xml", "yaml", "JSON"])
def test_other_formats_are_501(client, question, form):
    answer = ask(client, format=form)

    assert answer.status_code == 501
    assert answer["Content-Type"] == "application/problem+json"
    assert client.get(answer.json()["type"], headers={"Accept": "application/json"}).status_code == 200


def test_parameters_of_other_providers_are_ignored(client, question):
    assert ask(client, dnt="true").json() == ask(client).json()


def test_scripts_of_every_site_may_ask(client, question):
    answer = ask(client)

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


def test_scripts_may_read_that_nothing_has_changed(client, question):
    etag = ask(client)["ETag"]

    again = client.get("/oembed", {"url": PAGE}, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again["Access-Control-Allow-Origin"] == "*"


def test_an_address_with_very_many_parameters_is_404(client, question):
    answer = ask(client, f"{PAGE}?{'&' * 1001}")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_pages_lead_to_it(client, question):
    page = client.get(f"/en/{question}").text

    links = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
    assert links == [f"http://testserver/oembed?url={quote(PAGE, safe='')}&amp;format=json"]
    assert client.get(unescape(links[0])).json()["type"] == "rich"
