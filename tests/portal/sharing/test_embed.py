"""Embeds: bare and framable, live and frozen, in both languages; what is wrong is said in the frame."""

import base64
import re

import pytest

from portal.charts.pictures import DrawingError
from tests.portal.sharing.conftest import QUESTION

pytestmark = pytest.mark.django_db


def test_an_embed_is_the_exhibit_alone_with_a_way_back(client, question):
    page = client.get(f"/embed/en/{question}").text

    assert '<h1 class="embed__headline">' in page
    assert "Use of functions" in page
    assert "Source: Institute" in page
    assert "CC BY 4.0" in page
    assert f'href="http://testserver/en/{question}" rel="noopener"' in page
    assert f'<link rel="canonical" href="http://testserver/en/{question}">' in page
    assert "site-header" not in page
    assert "site-footer" not in page


def test_an_embed_speaks_the_language_of_its_address(client, question):
    answer = client.get(f"/embed/zh-hans/{question}", headers={"Accept-Language": "en"})

    assert '<html lang="zh-Hans">' in answer.text
    assert "函数的使用" in answer.text
    assert answer["Content-Language"] == "zh-hans"


@pytest.mark.parametrize("address", [f"/embed/en/{QUESTION}", "/embed/en/nothing", f"/embed/en/{QUESTION}?by=nothing"])
def test_embeds_alone_may_be_framed_also_when_they_come_from_memory(client, question, address):
    for answer in (client.get(address), client.get(address)):
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer


@pytest.mark.parametrize("address", [f"/en/{QUESTION}", "/en/embed", "/embed.js", "/oembed"])
def test_nothing_else_may_be_framed(client, question, address):
    answer = client.get(address)

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_a_304_of_an_embed_may_be_framed(client, question):
    etag = client.get(f"/embed/en/{question}")["ETag"]

    answer = client.get(f"/embed/en/{question}", headers={"If-None-Match": etag})

    assert answer.status_code == 304
    assert "frame-ancestors *" in answer["Content-Security-Policy"]


def test_embeds_set_no_cookie_and_are_not_for_search_engines(client, question):
    answer = client.get(f"/embed/en/{question}")

    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.text


def test_the_chart_of_an_embed_comes_alive_as_on_its_page(client, question):
    page = client.get(f"/embed/en/{question}").text

    assert "data-chart=" in page
    assert '/js/exhibits.js" type="module"' in page
    assert '<base target="_blank">' in page  # a frame shows none of our other pages


def test_theme_and_view_come_from_the_query(client, question):
    page = client.get("/embed/en/vendors?theme=dark&q=acme").text

    assert 'data-theme="dark"' in page
    assert 'href="http://testserver/en/vendors?q=acme"' in page


def test_a_table_without_a_chart_stands_open(client, question):
    page = client.get("/embed/en/vendors").text

    assert '<details class="embed__table" open>' in page
    assert "Acme" in page


@pytest.mark.parametrize("address", ["nothing", "surveys/sharers/1999/use", "search", "surveys/sharers/2020/use.csv"])
def test_what_is_not_there_is_404_without_our_head_and_foot(client, question, address):
    answer = client.get(f"/embed/zh-hans/{address}")

    assert answer.status_code == 404
    if "." not in address:
        assert "这里已没有该图表" in answer.text
        assert "site-header" not in answer.text


def test_wrong_parameters_are_400_with_the_reason(client, question):
    answer = client.get(f"/embed/en/{question}?srot=-value")

    assert answer.status_code == 400
    assert "srot" in answer.text
    assert "site-header" not in answer.text


def test_an_embed_whose_chart_fails_keeps_its_table_and_is_not_kept(client, question, monkeypatch):
    def fail(*arguments, **options):
        raise DrawingError("no")

    monkeypatch.setattr("portal.exhibits.responses.page_charts", fail)
    answer = client.get(f"/embed/en/{question}")

    assert answer["Cache-Control"] == "no-store"
    assert "62.5%" in answer.text


def test_frozen_code_holds_the_picture_itself_and_its_citation(client, question):
    answer = client.get(f"/embed/frozen/en/{question}")
    code = answer.text

    picture = base64.b64decode(re.search(r'src="data:image/png;base64,([^"]+)"', code)[1])
    assert picture.startswith(b"\x89PNG")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Use of functions (Data version" in code
    assert f'<a href="http://testserver/en/{question}">' in code
    assert re.findall(r"<(\w+)", code) == ["figure", "img", "figcaption", "a"]


def test_frozen_code_escapes_what_sources_say(client, question):
    assert "Report &lt;/script&gt; &amp; more" in client.get(f"/embed/frozen/en/{question}").text


def test_frozen_code_of_a_table_is_the_table(client, question):
    code = client.get("/embed/frozen/zh-hans/vendors").text

    assert "<table" in code
    assert "Acme" in code
    assert "data:image" not in code


def test_frozen_code_that_cannot_be_drawn_is_503(client, question, monkeypatch):
    def fail(*arguments, **options):
        raise DrawingError("no")

    monkeypatch.setattr("portal.sharing.codes.picture_file", fail)
    answer = client.get(f"/embed/frozen/en/{question}")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"


@pytest.mark.parametrize(("query", "status"), [("?srot=1", 400), ("?theme=pink", 400)])
def test_frozen_code_refuses_wrong_parameters(client, question, query, status):
    assert client.get(f"/embed/frozen/en/{question}{query}").status_code == status


def test_the_script_for_other_sites_has_one_address_for_good(client):
    answer = client.get("/embed.js")

    assert answer.status_code == 302
    assert answer["Location"] == "/static/portal/js/embed-host.js"


@pytest.mark.parametrize("address", [f"/embed/en/{QUESTION}", f"/embed/frozen/en/{QUESTION}", "/embed.js"])
def test_embeds_are_read_only(client, question, address):
    assert client.post(address).status_code == 405
