"""The address of a deck: one form for one deck, and the reason for what is no deck."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from portal.decks.deck import LONGEST_TITLE, MOST_ITEMS, Deck, Item
from portal.decks.parameters import read_deck
from portal.parameters import WrongParameters


def read(query: str) -> Deck:
    return read_deck(QueryDict(query), hosts=("portal.example",))


def test_items_keep_their_view_their_order_and_their_titles():
    deck = read("title=My+deck&exhibit=b?by=x%26sort=-value&exhibit=a/b&title.2=Own+%E6%A0%87%E9%A2%98")

    assert deck.items == (Item("b", "by=x&sort=-value"), Item("a/b", title="Own 标题"))
    assert deck.title == "My deck"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "exhibit=a",
        "exhibit=a?only=x~y%26sort=-value&exhibit=b/c",
        "title=%E4%BA%91&languages=both&exhibit=a&title.1=T&exhibit=b&title.2=U",
    ],
)
def test_a_deck_written_is_a_deck_read(query):
    deck = read(query)

    assert deck.query == query
    assert read(deck.query) == deck


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("exhibit=a&exhibit=b&exhibit=c&up=3", "exhibit=a&exhibit=c&exhibit=b", id="up"),
        pytest.param("exhibit=a&exhibit=b&title.1=T&down=1", "exhibit=b&exhibit=a&title.2=T", id="down"),
        pytest.param("exhibit=a&exhibit=b&up=1", "exhibit=a&exhibit=b", id="up at the top"),
        pytest.param("exhibit=a&exhibit=b&down=2", "exhibit=a&exhibit=b", id="down at the end"),
        pytest.param("exhibit=a&exhibit=b&title.2=T&remove=1", "exhibit=b&title.1=T", id="remove"),
        pytest.param("exhibit=a&exhibit=b&exhibit=a&title.1=T", "exhibit=a&title.1=T&exhibit=b", id="twice"),
        pytest.param("exhibit=a&title.1=+&title=&add=", "exhibit=a", id="empty"),
        pytest.param("exhibit=a&title.1=+A++title%0A", "exhibit=a&title.1=A%20title", id="blanks"),
        pytest.param("exhibit=a&add=/en/b/c.csv?sort=x", "exhibit=a&exhibit=b/c?sort=x", id="add a file"),
        pytest.param("add=https://portal.example/zh-hans/b%23part", "exhibit=b", id="add a full address"),
        pytest.param("add=b.jsonstat.json", "exhibit=b", id="add a file of two suffixes"),
    ],
)
def test_what_forms_ask_for_is_done(query, expected):
    assert read(query).query == expected


def test_the_language_of_the_page_is_left_out():
    with override("zh-hans"):
        assert read("exhibit=a&languages=zh-hans").query == "exhibit=a"
        assert read("exhibit=a&languages=en").query == "languages=en&exhibit=a"


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("exhibits=a", "exhibits"),
        ("exhibit=/a", "exhibit"),
        ("exhibit=A", "exhibit"),
        ("exhibit=a/../b", "exhibit"),
        ("exhibit=%3Cscript%3E", "exhibit"),
        ("exhibit=a?x=%00", "exhibit"),
        ("exhibit=a%0A", "exhibit"),
        ("exhibit=https://portal.example/en/a", "exhibit"),
        ("exhibit=a&title.2=T", "title.2"),
        ("exhibit=a&title.0=T", "title.0"),
        ("exhibit=a&title.1=T&title.1=U", "title.1"),
        ("exhibit=a&title.1=" + "x" * (LONGEST_TITLE + 1), "title.1"),
        ("title=" + "x" * (LONGEST_TITLE + 1), "title"),
        ("languages=de", "languages"),
        ("exhibit=a&up=0", "up"),
        ("exhibit=a&up=2", "up"),
        ("exhibit=a&remove=x", "remove"),
        ("add=https://other.example/en/a", "add"),
        ("add=https://[half/en/a", "add"),
        ("add=a?x=%01y", "add"),
        ("&".join(f"exhibit=a{number}" for number in range(MOST_ITEMS + 1)), "exhibit"),
        ("&".join(f"exhibit=a{number}?q={'x' * 400}" for number in range(20)), "exhibit"),
    ],
)
def test_what_is_no_deck_is_refused(query, parameter):
    with pytest.raises(WrongParameters) as caught:
        read(query)

    assert [problem.parameter for problem in caught.value.problems] == [parameter]
    assert caught.value.problems[0].detail


def test_a_deck_checks_itself():
    with pytest.raises(ValueError, match="twice"):
        Deck((Item("a"), Item("a", title="T")))
    with pytest.raises(ValueError, match="languages 'de'"):
        Deck(languages="de")
    with pytest.raises(ValueError, match="41 exhibits"):
        Deck(tuple(Item(f"a{number}") for number in range(41)))
