"""Which words become links to terms, and that everything else of the HTML stays to the letter."""

import re

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from portal.glossary.linking import with_terms
from tests import factories

LINK = re.compile(r'<a class="term" href="(/[^"]+)"[^>]*>(.*?)</a>')


def links(html: str, language: str = "en", **options) -> list[tuple[str, str]]:
    """(code, words) of each link to a term."""
    return [(href.rpartition("/")[2], words) for href, words in LINK.findall(with_terms(html, language, **options))]


def test_a_term_becomes_a_link_with_its_definition(glossary):
    html = with_terms("<p>After a cold start it is fast.</p>", "en")

    assert html == (
        '<p>After a <a class="term" href="/en/glossary/cold-start" data-term="Cold start" '
        'data-definition="A serverless call that waits for its first &quot;copy&quot;.">cold start</a> it is fast.</p>'
    )


def test_only_the_first_mention_is_a_link_whatever_its_name(glossary):
    assert links("<p>FaaS here.</p><p>FaaS, functions as a service, cold starts, a cold start.</p>") == [
        ("faas", "FaaS"),
        ("cold-start", "cold starts"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("serverless computing pays", [("serverless", "serverless computing")]),
        ("Serverless pays", [("serverless", "Serverless")]),
        ("It pays. Serverless does", [("serverless", "Serverless")]),
        ("we use Serverless here", [("serverless", "Serverless")]),
        ("In Serverless it", [("serverless", "Serverless")]),
        ("the product ACK Serverless", []),
        ("Serverless Cloud Function of Tencent", []),
        ("a faas", []),
        ("cold starting, serverless-first, pre-serverless, myfaas", []),
        ("a base of 100", []),
        ("R&amp;D of FaaS", [("faas", "FaaS")]),
    ],
    ids=[
        "longest first",
        "start",
        "start of a sentence",
        "capital",
        "after the first word",
        "end of a name",
        "start of a name",
        "capitals",
        "whole words",
        "bracketed",
        "entity",
    ],
)
def test_words_in_english(glossary, text, found):
    assert links(f"<p>{text}</p>") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("采用无服务器计算的企业", [("serverless", "无服务器计算")]),
        ("使用FaaS平台", [("faas", "FaaS")]),
        ("云函数的冷启动", [("faas", "云函数"), ("cold-start", "冷启动")]),
        ("阿里云函数计算、腾讯云云函数", []),
    ],
    ids=["longest first", "Latin beside Chinese", "two", "products of clouds"],
)
def test_words_in_chinese(glossary, text, found):
    assert links(f"<p>{text}</p>", "zh-hans") == found


def test_the_length_of_a_run_does_not_name_the_runtime(glossary):
    factories.make_term(code="runtime", name_en="Runtime", name_zh="运行时")

    assert links("<p>运行时长、运行时间</p>", "zh-hans") == []
    assert links("<p>运行时长由运行时决定</p>", "zh-hans") == [("runtime", "运行时")]


def test_chinese_names_are_not_looked_for_in_english(glossary):
    assert links("<p>无服务器</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x">FaaS</a>',
        "<h2>FaaS <em>and FaaS</em></h2>",
        "<code>FaaS</code>",
        "<figure><figcaption>FaaS</figcaption></figure>",
        "<dl><dt>FaaS</dt></dl>",
        "<table><tr><th>FaaS</th></tr></table>",
        "<details><summary>FaaS</summary></details>",
        "<label>FaaS</label><select><option>FaaS</option></select>",
        "<button>FaaS</button><cite>FaaS</cite>",
        '<svg viewBox="0 0 1 1"><text>FaaS</text></svg>',
        '<img alt="FaaS" src="x.png"><br/>&lt;FaaS-x&#62;<!-- FaaS -->',
    ],
    ids=[
        "link",
        "heading",
        "code",
        "figure",
        "name",
        "table head",
        "summary",
        "field",
        "title",
        "drawing",
        "attributes",
    ],
)
def test_what_is_closed_stays_to_the_letter(glossary, html):
    assert with_terms(html, "en") == html


def test_text_after_what_is_closed_is_open_again(glossary):
    assert links("<h2>FaaS</h2><p>FaaS</p>") == [("faas", "FaaS")]


def test_a_link_to_a_term_gets_its_definition_and_is_the_first_mention(glossary):
    html = with_terms('<p><a href="/en/glossary/faas">Functions</a> or FaaS</p>', "en")

    assert html == (
        '<p><a class="term" href="/en/glossary/faas" data-term="Functions as a Service" '
        'data-definition="Runs a function for each event.">Functions</a> or FaaS</p>'
    )


def test_terms_can_be_left_out(glossary):
    assert links("<p>FaaS and a cold start</p>", leave_out={"faas"}) == [("cold-start", "cold start")]


@pytest.mark.django_db
def test_without_terms_nothing_changes():
    assert with_terms("<p>FaaS &amp; more</p>", "en") == "<p>FaaS &amp; more</p>"


def shown(template: str, language: str = "en", **texts) -> str:
    request = RequestFactory().get("/")
    with override(language):
        return Template("{% load terms %}" + template).render(RequestContext(request, texts))


def test_texts_of_a_block_are_escaped_and_speak_the_language_of_the_page(glossary):
    html = shown("{% explained 'faas' %}{{ text }}{% endexplained %}", "zh-hans", text="<b>云函数</b>的冷启动")

    assert html.startswith("&lt;b&gt;云函数&lt;/b&gt;的<a ")
    assert LINK.findall(html) == [("/zh-hans/glossary/cold-start", "冷启动")]


def test_a_page_explains_each_term_once_in_all_its_blocks(glossary):
    html = shown(
        "{% explained %}<p>FaaS</p>{% endexplained %}<p>A cold start</p>"
        "{% for text in texts %}{% explained %}<p>{{ text }}</p>{% endexplained %}{% endfor %}",
        texts=["FaaS again", "a cold start", "a cold start again"],
    )

    assert LINK.findall(html) == [("/en/glossary/faas", "FaaS"), ("/en/glossary/cold-start", "cold start")]


def test_another_page_explains_it_again(glossary):
    template = "{% explained %}FaaS{% endexplained %}"

    assert shown(template) == shown(template)
    assert LINK.findall(shown(template)) == [("/en/glossary/faas", "FaaS")]
