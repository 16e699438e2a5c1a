"""The cover and the chapters as readers see them: those of conftest, and small ones."""

import json
import re

import pytest
from django.db import transaction
from django.utils.translation import override

from portal.models import Chapter
from portal.report.pages import reading_minutes
from portal.report.place_tables import ROWS_SHOWN
from portal.report.setting import ShownPlace, set_chapter
from portal.versions import bump_version, forget_version
from surveys.models import Figure
from tests import factories as make
from tests.portal.report.conftest import GONE, USE

pytestmark = pytest.mark.django_db


def test_the_cover_lists_published_chapters_in_order(client, chapters):
    response = client.get("/en/report")

    assert [row["slug"] for row in response.context["chapters"]] == ["use", "outlook"]
    page = response.content.decode()
    assert "Who runs functions." in page
    assert 'href="/en/report.pdf"' in page
    assert 'href="/en/report/exhibits"' in page


def test_the_cover_of_an_empty_report_says_so(client):
    assert "No chapter is published yet." in client.get("/en/report").content.decode()
    assert "尚未发布任何章节。" in client.get("/zh-hans/report").content.decode()


@pytest.mark.parametrize(
    ("language", "title", "heading", "notice"),
    [
        ("en", "Functions in use", "How it is used", "is no longer in the portal"),
        ("zh-hans", "函数的使用", "使用情况", None),
    ],
    ids=["English", "Chinese"],
)
def test_a_chapter_stands_with_contents_and_exhibits(client, chapters, language, title, heading, notice):
    response = client.get(f"/{language}/report/use")

    assert response.status_code == 200
    text = response.context["text"]
    assert [(each.name, each.text) for each in text.headings] == [("section-1", heading)]
    assert text.exhibits[0]["value"].address == USE
    page = response.content.decode()
    assert f"<h1>{title}</h1>" in page
    assert f'<h2 id="section-1">{heading}</h2>' in page
    assert notice is None or notice in page


def test_an_exhibit_that_is_gone_leaves_a_notice(client, chapters):
    page = client.get("/en/report/use").content.decode()

    assert f"The exhibit at “{GONE}” is no longer in the portal." in page


def test_links_and_footnotes_lead_to_their_places(client, chapters):
    page = client.get("/en/report/use").content.decode()

    assert '<a href="/en/report/outlook">the other</a>' in page
    assert '<a href="/en/products">all products</a>' in page
    assert '<a href="/en/sources#report">Report on functions</a>, p.\u00a07' in page
    assert re.search(r'\.&#8288;<sup class="footnote-mark">', page)  # no line begins with a mark
    assert re.search(r'id="note-1-from" href="#note-1"', page)
    assert '<li class="footnotes__item" id="note-1">' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_tables_have_heads_and_no_inline_style(client, chapters):
    page = client.get("/en/report/use").content.decode()

    assert '<th scope="col" class="table__heading table__heading--number">count</th>' in page
    assert '<th scope="row" class="table__head">servers</th>' in page
    assert '<td class="table__cell table__cell--number">12</td>' in page
    assert "text-align" not in page


def test_chapters_lead_on_to_their_neighbours(client, chapters):
    first, last = (client.get(f"/en/report/{slug}").context for slug in ("use", "outlook"))

    assert (first["previous"], first["following"]) == (None, {"href": "/en/report/outlook", "text": "Outlook"})
    assert (last["previous"], last["following"]) == ({"href": "/en/report/use", "text": "1.1 Functions in use"}, None)


def test_search_engines_read_an_article(client, chapters):
    page = client.get("/zh-hans/report/use").content.decode()

    article = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page).group(1))
    assert (article["@type"], article["headline"], article["inLanguage"]) == ("Article", "函数的使用", "zh-Hans")
    assert article["url"] == "https://portal.example/zh-hans/report/use"
    assert '<meta property="og:title" content="函数的使用">' in page
    assert '<meta property="og:type" content="article">' in page
    assert f'<meta property="article:modified_time" content="{article["dateModified"]}">' in page
    assert 'hreflang="en"' in page


@pytest.mark.parametrize("address", ["/en/report", "/en/report/use"])
def test_other_sites_show_the_first_chart(client, chapters, address):
    page = client.get(address).content.decode()

    assert re.findall(r'<meta property="og:image" content="([^"]+)">', page) == [
        f"https://portal.example/en/{USE}.png?size=og"
    ]
    assert page.count('<meta property="og:type"') == 1


def test_a_chapter_without_a_chart_has_no_picture(client, chapters):
    page = client.get("/en/report/outlook").content.decode()

    assert "og:image" not in page
    assert '<meta property="og:type" content="article">' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [("/en/report/none", 404), ("/en/report/draft", 404), ("/en/report/use?by=x", 400), ("/en/report?x=1", 400)],
)
def test_what_is_not_there_is_refused(client, chapters, address, status):
    assert client.get(address).status_code == status


def test_a_chapter_asks_little_of_the_database(client, django_assert_max_num_queries):
    make.make_source(code="report")
    make.make_chapter(slug="use", body_en="Text.[^1]\n\n[^1]: [source](source:report)")

    with django_assert_max_num_queries(8):
        client.get("/en/report/use")


def test_a_chapter_without_translation_says_so(client):
    make.make_chapter(slug="use", body_en="English.", body_zh="")

    page = client.get("/zh-hans/report/use").content.decode()

    assert "本章尚未翻译，以下为英文文本。" in page
    assert "English." in page


def test_what_follows_the_last_heading_is_set_apart():
    text = set_chapter("Before.\n\n## One\n\nText.\n\n## Since\n\nAfter.", "en")

    assert [str(piece).strip() for piece in text.pieces] == [
        '<p>Before.</p>\n<h2 id="section-1">One</h2>\n<p>Text.</p>'
    ]
    assert [str(piece).strip() for piece in text.since] == ['<h2 id="section-2">Since</h2>\n<p>After.</p>']


def test_long_tables_are_shortened():
    for number in range(ROWS_SHOWN + 3):
        make.make_term(code=f"term-{number}")

    with override("en"):
        (piece,) = set_chapter("![All words](exhibit:glossary)", "en").pieces

    assert isinstance(piece, ShownPlace)
    assert piece.exhibit is not None
    assert (len(piece.exhibit["table"].rows), piece.rows_left) == (ROWS_SHOWN, 3)


def test_terms_are_explained_where_they_are_first_named():
    make.make_term(code="faas", name_en="FaaS", definition_en="Functions.")

    (text,) = set_chapter("FaaS is FaaS.\n\nA [function](term:faas).", "en").pieces

    assert str(text).count("data-definition") == 2  # the first mention, and the chapter's own link


@pytest.mark.parametrize(
    ("markdown", "minutes"),
    [("", 1), ("word " * 230, 1), ("word " * 231, 2), ("字" * 401, 2), ("[a](page:b) " * 230, 1)],
    ids=["nothing", "a minute", "a word more", "Chinese", "addresses"],
)
def test_reading_time_counts_words_and_characters(markdown, minutes):
    assert reading_minutes(markdown) == minutes


def test_chapters_have_their_page():
    assert Chapter(slug="use").get_absolute_url() == "/en/report/use"


def test_headlines_before_the_first_heading_are_of_its_level(client):
    make.make_chapter(slug="use", body_en="![a](exhibit:sources)\n\n## Part\n\n![b](exhibit:sources?q=x)")
    make.make_source(title="x", publisher="x")

    page = client.get("/en/report/use").text

    assert re.findall(r'<(h\d) class="place__headline"', page) == ["h2", "h3"]


def test_tables_in_a_chapter_link_no_list_of_sources_that_stands_elsewhere(client):
    address = f"products/{make.make_fact().product.slug}"
    make.make_chapter(slug="use", body_en=f"![a](exhibit:{address})")

    page = client.get("/en/report/use").text

    assert "#source-1" in client.get(f"/en/{address}").text
    assert '<table class="table' in page
    targets = {link for link in re.findall(r'href="#([^"]+)"', page)}
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_exhibits_of_a_chapter_are_made_once_for_each_data_version(chapters, django_assert_max_num_queries):
    body = f"![Who uses it](exhibit:{USE})"
    (first,) = set_chapter(body, "en").exhibits

    with django_assert_max_num_queries(1):  # the data version, looked up at most once a second
        (again,) = set_chapter(body, "en").exhibits
    Figure.objects.filter(option__code="yes").update(percent="41.5")
    with transaction.atomic():
        bump_version()
    forget_version()
    (later,) = set_chapter(body, "en").exhibits

    assert [each["value"].finding for each in (first, again)] == [first["value"].finding] * 2
    assert "40.5%" in first["value"].finding
    assert "41.5%" in later["value"].finding
    assert list(later["charts"]) == ["wide", "narrow"]
