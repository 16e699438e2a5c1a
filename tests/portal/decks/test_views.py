"""The page of a deck, the answers of its files and of their progress."""

import json

import pytest

from portal.charts.drawing import DrawingError
from portal.decks import making, pages
from tests.portal.decks.conftest import PRODUCTS, USE


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Your deck"), ("zh-hans", "您的演示集")], ids=["English", "Chinese"]
)
def test_the_page_lists_the_exhibits_with_their_files(client, shelf, language, heading):
    page = client.get(f"/{language}/deck?exhibit={USE}&exhibit={PRODUCTS}&title.2=Own")
    text = page.content.decode()

    assert page.status_code == 200
    assert heading in text
    assert [shown["text"] for shown in page.context["members"]] == [USE, PRODUCTS]
    assert f'href="/{language}/deck.pptx?exhibit={USE}&amp;exhibit={PRODUCTS}&amp;title.2=Own"' in text
    assert 'value="Own"' in text
    assert f"/{language}/{USE}.png?width=480&amp;height=270" in text
    assert "noindex" in text


def test_the_empty_deck_has_no_files(client, shelf):
    page = client.get("/en/deck")

    assert page.status_code == 200
    assert page.context["files"] == []


def test_an_exhibit_leads_to_a_deck_of_its_own(client, shelf):
    page = client.get("/en/products?sort=-vendor")

    assert 'href="/en/deck?exhibit=products?sort=-vendor"' in page.content.decode()
    assert client.get("/en/deck?exhibit=products?sort=-vendor").status_code == 200


@pytest.mark.parametrize("address", ["deck", "deck.pptx", "deck/progress.pdf"])
def test_a_deck_has_one_address(client, shelf, address):
    answer = client.get(f"/en/{address}?exhibit={USE}&title=T&up=1")

    assert answer.status_code == 302
    assert answer["Location"] == f"/en/{address}?title=T&exhibit={USE}"


def test_a_broken_deck_is_400_and_leads_to_the_deck_without(client, shelf):
    page = client.get(f"/en/deck?exhibit=nowhere&exhibit={PRODUCTS}")

    assert page.status_code == 400
    assert f'href="/en/deck?exhibit={PRODUCTS}"' in page.content.decode()
    assert "Exhibit 1: there is no exhibit at “nowhere”" in page.content.decode()


@pytest.mark.parametrize("address", ["deck.pptx", "deck.pdf", "deck.zip", "deck/progress.pptx"])
@pytest.mark.parametrize("query", ["", "?exhibit=nowhere", "?exhibit=products?srot=x", "?nonsense=1"])
def test_files_of_no_deck_are_400_with_the_reason(client, shelf, address, query):
    answer = client.get(f"/en/{address}{query}")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("suffix", "start"), [(".pptx", b"PK"), (".zip", b"PK"), (".pdf", b"%PDF")], ids=["pptx", "zip", "pdf"]
)
def test_files_are_saved_under_the_decks_title(client, shelf, suffix, start):
    answer = client.get(f"/en/deck{suffix}?title=A+deck&exhibit={PRODUCTS}".replace("A+deck", "A%20deck"))

    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert f"filename*=UTF-8''A%20deck{suffix}" in answer["Content-Disposition"]
    assert answer["ETag"]


def test_progress_tells_each_exhibit_then_that_the_file_is_there(client, shelf):
    address = f"/en/deck/progress.zip?exhibit={PRODUCTS}&exhibit={USE}"

    lines = [json.loads(line) for line in b"".join(client.get(address)).splitlines()]
    again = [json.loads(line) for line in b"".join(client.get(address)).splitlines()]

    assert lines == [{"done": 1, "count": 2}, {"done": 2, "count": 2}, {"ready": True}]
    assert again == [{"ready": True}]
    assert client.get(address)["Cache-Control"] == "no-store"
    assert client.head(address).status_code == 200


def test_a_drawing_that_fails_is_told_in_progress_and_is_503_as_a_file(client, shelf, monkeypatch):
    def fail(member):
        raise DrawingError("no drawing today")

    monkeypatch.setattr(pages, "member_pages", fail)

    lines = b"".join(client.get(f"/en/deck/progress.pdf?exhibit={USE}")).splitlines()
    answer = client.get(f"/en/deck.pdf?exhibit={USE}")

    assert json.loads(lines[-1]) == {"error": "no drawing today"}
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"


def test_decks_beyond_those_made_at_once_are_asked_to_come_again(client, shelf, monkeypatch):
    monkeypatch.setattr(making, "WAIT", 0)
    turns = [making.turn() for turn in range(making.AT_ONCE)]
    for turn in turns:
        turn.__enter__()
    try:
        answer = client.get(f"/en/deck.zip?exhibit={PRODUCTS}")
    finally:
        for turn in turns:
            turn.__exit__(None, None, None)

    assert answer.status_code == 503


def test_nothing_is_written_to_a_deck(client, shelf):
    assert client.post("/en/deck", {"exhibit": USE}).status_code == 405
