"""The list of terms and the page of one, in both languages."""

import json
import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_the_list_leads_to_the_pages_and_keeps_its_anchors(client, glossary):
    page = client.get("/en/glossary").text

    assert 'id="cold-start"' in page
    assert '<a class="terms__link" href="/en/glossary/cold-start">Cold start</a>' in page
    assert 'href="/en/glossary/serverless" data-term="Serverless"' in page  # in the definition of cold start


def test_terms_stand_under_the_letters_of_their_names(client, glossary):
    factories.make_term(code="cloud-region", name_en="Region (of a cloud)", name_zh="地域（云）")
    factories.make_term(code="event", name_en="event", name_zh="事件")

    def letters(language: str) -> dict[str, list[str]]:
        page = client.get(f"/{language}/glossary")
        return {letter: [term["label"] for term in terms] for letter, terms in page.context["letters"]}

    english, chinese = letters("en"), letters("zh-hans")
    assert list(english) == sorted(english)
    assert english["E"] == ["event"]
    assert english["R"] == ["Region (of a cloud)"]
    assert chinese["D"] == ["地域（云）"]
    assert chinese["H"] == ["函数即服务"]
    assert chinese["S"] == ["事件"]
    assert '<a class="letters__link" href="#cloud-region">R</a>' in client.get("/en/glossary").text


def test_a_term_has_a_page_with_names_by_language(client, glossary):
    english = client.get("/en/glossary/faas")
    chinese = client.get("/zh-hans/glossary/faas")

    assert "<h1>Functions as a Service</h1>" in english.text
    assert '<dd lang="en">FaaS</dd>' in english.text
    assert '<dd lang="zh-Hans">云函数</dd>' in english.text
    assert "<h1>函数即服务</h1>" in chinese.text
    assert "按事件运行函数。" in chinese.text
    assert chinese["Content-Language"] == "zh-hans"


def test_a_term_names_its_source_or_says_that_there_is_none(client, glossary):
    factories.make_term(code="known", name_en="Known", source=None)

    assert f'/en/sources#{glossary["faas"].source.code}"' in client.get("/en/glossary/faas").text
    assert "Common knowledge, in our own words" in client.get("/en/glossary/known").text


def test_related_terms_are_named_in_the_definition_or_name_this_one(client, glossary):
    assert [place.text for place in client.get("/en/glossary/cold-start").context["related"]] == ["Serverless"]
    assert [place.text for place in client.get("/zh-hans/glossary/serverless").context["related"]] == ["冷启动"]
    assert client.get("/en/glossary/faas").context["related"] == []


def test_a_term_is_not_explained_in_its_own_definition(client, glossary):
    factories.make_term(code="self", name_en="Self", definition_en="A self runs FaaS.")

    page = client.get("/en/glossary/self").text

    assert re.findall('<a class="term" href="([^"]+)"', page) == ["/en/glossary/faas"]


def test_a_page_says_where_the_term_is_used(client, glossary):
    factories.make_chapter(slug="one", title_en="One", body_en="A [start](term:cold-start).")
    factories.make_chapter(slug="two", title_en="Two", body_en="A [term](term:faas).")
    factories.make_chapter(slug="three", body_en="A [start](term:cold-start).", published=False)
    factories.make_attribute(code="cold_start_feature", name_en="Cold start mitigation")

    uses = client.get("/en/glossary/cold-start").context["uses"]

    assert [(use.label, [(place.text, place.href) for place in use.places]) for use in uses] == [
        ("Chapters of the report", [("One", "/en/report/one")]),
        ("Attributes", [("Cold start mitigation", "/en/attributes/cold_start_feature")]),
    ]


def test_pages_lead_to_the_terms_before_and_after(client, glossary):
    first, second = (client.get(f"/en/glossary/{code}").context for code in ("base", "cold-start"))

    assert (first["previous"], first["following"]["href"]) == (None, "/en/glossary/cold-start")
    assert (second["previous"]["text"], second["following"]["href"]) == ("Base (of a share)", "/en/glossary/faas")


def test_a_page_describes_the_term_as_data(client, glossary):
    page = client.get("/en/glossary/faas").text

    [data] = [
        json.loads(text)
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        if "DefinedTermSet" in text
    ]
    assert (data["@type"], data["termCode"], data["name"]) == ("DefinedTerm", "faas", "Functions as a Service")
    assert data["alternateName"] == ["函数即服务", "FaaS", "云函数"]
    assert data["url"] == "http://testserver/en/glossary/faas"
    assert data["inDefinedTermSet"]["@id"] == "http://testserver/en/glossary"
    assert '<link rel="alternate" hreflang="zh-Hans" href="http://testserver/zh-hans/glossary/faas">' in page


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_is_no_term_is_missing(client, glossary, language):
    answer = client.get(f"/{language}/glossary/nothing")

    assert answer.status_code == 404
    assert "nothing" in answer.text


def test_unknown_parameters_are_refused(client, glossary):
    assert client.get("/en/glossary/faas?x=1").status_code == 400
