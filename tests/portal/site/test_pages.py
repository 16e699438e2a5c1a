"""Home, search, sources, glossary and style guide, in both languages."""

import csv
import io
import re
from html import unescape

import pytest

from portal.site import pages

pytestmark = pytest.mark.django_db
PAGES = ("", "search", "search?q=lambda", "search?q=lambda&kind=product", "sources", "glossary", "style-guide")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("page", PAGES)
def test_pages_answer_in_both_languages(client, small_world, language, page):
    answer = client.get(f"/{language}/{page}")

    assert answer.status_code == 200
    assert len(re.findall("<h1", answer.text)) == 1
    assert answer["Content-Language"] == language


@pytest.mark.parametrize("page", ["", "search", "sources", "style-guide"])
def test_pages_answer_without_data(client, page):
    assert client.get(f"/en/{page}").status_code == 200


def test_the_frame_names_both_languages_and_the_one_address(client, small_world):
    page = client.get("/zh-hans/sources?kind=report&theme=dark").text

    assert '<html lang="zh-Hans" data-theme="dark">' in page
    assert '<link rel="canonical" href="http://testserver/zh-hans/sources?kind=report">' in page
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/sources?kind=report">' in page
    assert '<link rel="alternate" hreflang="zh-Hans" href="http://testserver/zh-hans/sources?kind=report">' in page
    assert '<link rel="alternate" hreflang="x-default" href="http://testserver/en/sources?kind=report">' in page


def test_the_switch_keeps_page_and_query(client, small_world):
    page = client.get("/en/search?q=lambda&kind=product").text

    assert 'href="/zh-hans/search?q=lambda&amp;kind=product"' in page


def test_the_home_page_leaves_the_choice_of_language_to_the_root(client):
    assert '<link rel="alternate" hreflang="x-default" href="http://testserver/">' in client.get("/en/").text


def test_the_public_address_is_that_of_the_settings(client, settings):
    settings.PUBLIC_URL = "https://market.example"

    assert '<link rel="canonical" href="https://market.example/en/search">' in client.get("/en/search").text


def test_pages_hold_no_inline_style_or_script(client, small_world):
    for page in PAGES:
        text = client.get(f"/en/{page}").text
        text = re.sub(r'<script type="application/(?:ld\+)?json"', "<data", text)  # data, which browsers do not run
        assert not re.search(r"<style|\sstyle=|<script>|<script(?![^>]*\ssrc=)|\son\w+=", text), page


def test_home_counts_and_links(client, small_world):
    answer = client.get("/en/")

    labels = {address for label, number, address in answer.context["counts"]}
    assert {"surveys", "products"} <= labels
    assert 'href="/en/compare"' in answer.text


def test_search_groups_by_kind(client, small_world):
    answer = client.get("/zh-hans/search?q=lambda")

    first = answer.context["groups"][0]
    assert (first.label, first.count) == ("产品", 1)
    assert first.matches[0].address == "products/aws-lambda"


def test_search_of_one_kind_goes_in_pages(client, small_world):
    answer = client.get("/en/search?q=lambda&kind=product")

    assert [match.address for match in answer.context["matches"]] == ["products/aws-lambda"]
    assert (answer.context["previous"], answer.context["following"]) == (None, None)


@pytest.mark.parametrize("query", ["q=" + "x" * 201, "kind=nonsense", "page=0", "page=x", "q=a&q=b", "z=1"])
def test_search_refuses_what_it_cannot_do(client, query):
    assert client.get(f"/en/search?{query}").status_code == 400


@pytest.mark.parametrize("query", ["%3Cscript%3E", "lambda%00", "%25", "云"])
def test_search_never_breaks(client, small_world, query):
    answer = client.get(f"/en/search?q={query}")

    assert answer.status_code in (200, 400)
    assert "<script>alert" not in answer.text


def test_sources_say_what_rests_on_them(client, small_world):
    rows = {row["source"]: row for row in client.get("/en/sources").context["rows"]}

    report, copy = rows["the-report"], rows["a-copy"]
    assert (report["figures"], report["facts"], report["others"]) == (1, 0, 3)  # others: wave, wording, term
    assert (copy["figures"], copy["facts"], copy["others"]) == (0, 1, 0)


def test_sources_stand_folded_by_publisher_unless_they_are_few(client, small_world, monkeypatch):
    few = client.get("/en/sources")
    monkeypatch.setattr(pages, "OPEN_SOURCES", 1)
    many = client.get("/zh-hans/sources")

    assert [name for name, rows in few.context["publishers"]] == sorted(
        {row["publisher"] for row in few.context["rows"]}, key=str.lower
    )
    assert '<details class="publisher" open>' in few.text
    assert '<details class="publisher">' in many.text
    assert '<li class="source" id="the-report">' in many.text


def test_copies_of_other_sites_are_named_but_not_linked(client, small_world):
    page = client.get("/en/sources")
    data = client.get("/en/sources.csv").text

    assert "Copy of a price list" in page.text
    assert "Copy of another site; not linked" in page.text
    assert "copy.example" not in page.text
    assert "copy.example" not in data


def test_sources_are_narrowed_by_words_kind_and_standing(client, small_world):
    def codes(query: str) -> set[str]:
        return {row["source"] for row in client.get(f"/en/sources?{query}", follow=True).context["rows"]}

    assert codes("standing=copy_site") == {"a-copy"}
    assert codes("q=institute+2020") == {"the-report"}
    assert codes("kind=dataset") == set()
    assert codes("q=&kind=&standing=") >= {"a-copy", "the-report"}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".md", ".zip", ".pptx"])
@pytest.mark.parametrize("page", ["sources", "glossary"])
def test_files_of_sources_and_glossary(client, small_world, page, suffix):
    answer = client.get(f"/zh-hans/{page}{suffix}")

    assert answer.status_code == 200
    assert answer.content


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_what_has_no_chart_has_no_picture(client, small_world, suffix):
    assert client.get(f"/en/sources{suffix}").status_code == 404


def test_a_table_without_chart_can_be_printed(client, small_world):
    answer = client.get("/en/sources.pdf")

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_the_file_of_sources_holds_codes_and_counts(client, small_world):
    rows = {row["source"]: row for row in csv.DictReader(io.StringIO(client.get("/en/sources.csv").text))}

    assert rows["the-report"]["figures"] == "1"
    assert rows["the-report"]["kind"] == "report"
    assert rows["the-report"]["kind_label"] == "Report"


def test_the_glossary_explains_in_the_language_of_the_page(client, small_world):
    page = client.get("/zh-hans/glossary").text

    assert 'id="faas"' in page
    assert "按事件运行函数。" in page
    assert "Runs a function for each event." not in page


def test_the_glossary_is_missing_until_terms_are_loaded(client):
    assert client.get("/en/glossary").status_code == 404


@pytest.mark.parametrize(("page", "most"), [("sources", 6), ("glossary", 6), ("", 40), ("style-guide", 40)])
def test_queries_are_bounded(client, small_world, page, most, django_assert_max_num_queries):
    with django_assert_max_num_queries(most):
        client.get(f"/en/{page}")


def test_the_style_guide_shows_the_parts_of_every_app(client, small_world):
    page = client.get("/en/style-guide")

    assert [part.template for part in page.context["parts"]] == ["vendors/_guide.html", "surveys/_guide.html"]
    for part in ("method-card", "wave-card", "choices", "question-list", "block", "fact", "compared", "filter"):
        assert f'class="{part}' in page.text


def test_links_of_parts_in_the_style_guide_lead_to_the_pages_of_the_parts(client, small_world):
    links = re.findall(r'href="([^"#]+)"', client.get("/zh-hans/style-guide").text)
    views = {unescape(link) for link in links if "?" in link and "." not in link.partition("?")[0]}

    assert "/zh-hans/compare" in {link.partition("?")[0] for link in views}
    for link in views:
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_style_guide_names_each_place_once_and_leads_to_no_other(client, small_world, language):
    page = client.get(f"/{language}/style-guide").text
    ids = re.findall(r'\sid="([^"]+)"', page)
    referred = re.findall(r'(?:href="#|aria-labelledby="|url\(#)([^")]+)', page)

    assert len(ids) == len(set(ids))
    assert set(referred) <= set(ids)


def test_the_style_guide_of_an_empty_portal_has_no_parts_of_apps(client, db):
    assert client.get("/en/style-guide").context["parts"] == []
