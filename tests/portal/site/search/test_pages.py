"""The page of search: what narrows matches, what helps where nothing is found, in both languages."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def searched(small_world):
    """The small world with a second vendor that has a product of its own."""
    vendor = factories.make_vendor(slug="acme", name_en="Acme Lambda", name_zh="艾克美")
    factories.make_product(slug="acme-run", name_en="Acme Run", name_zh="", vendor=vendor)
    return small_world


def labels_of(answer) -> dict[str, list[tuple[str, int]]]:
    return {
        narrowing.label: [(choice.label, choice.count) for choice in narrowing.choices]
        for narrowing in answer.context["narrowings"]
    }


def test_matches_can_be_narrowed_by_vendor(client, searched):
    answer = client.get("/zh-hans/search?q=lambda")

    assert labels_of(answer)["厂商"] == [("亚马逊云科技", 2), ("艾克美", 2)]
    assert 'href="?q=lambda&amp;vendor=aws"' in answer.text


def test_what_is_kept_can_be_let_go(client, searched):
    answer = client.get("/en/search?q=lambda&kind=product&vendor=acme")

    assert [match.address for match in answer.context["matches"]] == ["products/acme-run"]
    assert labels_of(answer)["Vendor"][0] == ("Acme Lambda", 1)
    assert 'href="?q=lambda&amp;kind=product"' in answer.text
    assert answer.context["unnarrowed"] == "?q=lambda"


def test_filters_that_leave_nothing_can_be_left_out(client, searched):
    answer = client.get("/en/search?q=stage&vendor=acme")

    assert answer.context["found"].total == 0
    assert 'href="?q=stage"' in answer.text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Did you mean:"), ("zh-hans", "您要找的是不是：")], ids=["English", "Chinese"]
)
def test_what_finds_nothing_offers_what_does(client, searched, language, words):
    page = client.get(f"/{language}/search?q=acme+azure").text

    assert words in page
    assert 'href="?q=acme"' in page


def test_matched_words_are_marked(client, searched):
    assert "AWS <mark>Lambda</mark>" in client.get("/en/search?q=LAMBDA").text


def test_a_search_begins_with_examples(client, searched):
    assert 'href="?q=%E5%86%B7%E5%90%AF%E5%8A%A8"' in client.get("/en/search").text


@pytest.mark.parametrize("query", ["q=a&vendor=nope", "q=a&year=99", "q=a&survey=%00", "q=a&topic=x"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_wrong_values_are_refused(client, searched, language, query):
    assert client.get(f"/{language}/search?{query}").status_code == 400


def test_the_best_kinds_show_five_matches_and_the_others_three(client, searched):
    for number in range(6):
        factories.make_term(code=f"zeta-{number}", name_en=f"Zeta {number}")
        factories.make_vendor(slug=f"zeta-{number}", name_en=f"Zeta {number}")
        vendor = factories.make_vendor(slug=f"beta-{number}", name_en=f"Beta {number}")
        factories.make_product(slug=f"zeta-run-{number}", name_en=f"Zeta Run {number}", vendor=vendor)
        factories.make_source(code=f"zeta-{number}", title=f"Zeta {number}")

    groups = client.get("/en/search?q=zeta").context["groups"]

    assert [(group.label, group.count, len(group.matches)) for group in groups] == [
        ("Products", 6, 5),
        ("Terms", 6, 5),
        ("Vendors", 6, 5),
        ("Sources", 6, 3),
    ]
    assert {group.href for group in groups} == {
        "?q=zeta&kind=product",
        "?q=zeta&kind=term",
        "?q=zeta&kind=vendor",
        "?q=zeta&kind=source",
    }


def test_links_keep_everything_else_that_was_asked_for(client, searched):
    context = client.get("/en/search?q=lambda+%26&vendor=aws&theme=dark&kind=product&page=1").context

    assert context["whole"] == "?q=lambda%20%26&theme=dark&vendor=aws"
    assert context["tabs"][0]["href"] == "?q=lambda%20%26&theme=dark&kind=product&vendor=aws"
    assert context["narrowings"][0].choices[0].href == "?q=lambda%20%26&theme=dark&kind=product"


def test_numbers_of_matches_stand_with_their_thousands_told_apart(client, searched, monkeypatch):
    monkeypatch.setattr("portal.site.search.facets.Counter", lambda places: {0: 1234})

    assert '<span class="tabs__count">1,234</span>' in client.get("/en/search?q=lambda").text


@pytest.mark.parametrize(
    ("query", "current"),
    [("q=lambda", ">All</a>"), ("q=lambda&kind=product", '>Products <span class="tabs__count">2</span></a>')],
    ids=["all kinds", "one kind"],
)
def test_the_kinds_that_are_shown_are_marked(client, searched, query, current):
    page = client.get(f"/en/search?{query}").text

    assert page.partition('class="tabs__list"')[2].partition('aria-current="true"')[2].startswith(current)
    assert page.partition('class="tabs"')[2].partition("</nav>")[0].count("aria-current") == 1
