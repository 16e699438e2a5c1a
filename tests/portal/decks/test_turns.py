"""Decks are made a few at a time; turns come back however a deck ends, and few requests wait for one."""

from contextlib import ExitStack

import pytest

from portal.decks import making
from tests.portal.decks.conftest import USE


def free_turns() -> int:
    """How many decks could begin now."""
    with ExitStack() as held:
        count = 0
        while making._turns.acquire(blocking=False):
            held.callback(making._turns.release)
            count += 1
        return count


@pytest.fixture
def taken():
    """All turns are others'."""
    with ExitStack() as held:
        for _turn in range(making.AT_ONCE):
            held.enter_context(making.turn())
        yield


def test_who_finds_others_waiting_is_told_at_once(client, shelf, taken, monkeypatch):
    monkeypatch.setattr(making, "WAIT", 0)
    waits = client.get(f"/en/deck/progress.pptx?exhibit={USE}").getvalue()
    assert b"other decks took more than" in waits
    with making._waiting:
        answer = client.get(f"/en/deck.pptx?exhibit={USE}")
        assert (answer.status_code, answer["Retry-After"]) == (503, "5")
        lines = client.get(f"/en/deck/progress.pptx?exhibit={USE}").getvalue()
        assert b"waited for" in lines
    assert making._waiting.acquire(blocking=False)  # whoever waited has left
    making._waiting.release()


@pytest.mark.parametrize("lines_read", [0, 1])
def test_a_reader_who_leaves_gives_the_turn_back(client, shelf, lines_read):
    response = client.get(f"/en/deck/progress.pptx?languages=both&exhibit={USE}")
    lines = iter(response)
    for _line in range(lines_read):
        next(lines)
    assert free_turns() == making.AT_ONCE - 1
    response.close()
    assert free_turns() == making.AT_ONCE


def test_a_mistake_of_ours_gives_the_turn_back(client, shelf, monkeypatch):
    def fail(deck, parts):
        yield 1
        raise AssertionError("ours")

    monkeypatch.setitem(making.MAKERS, ".pptx", fail)
    with pytest.raises(AssertionError):
        client.get(f"/en/deck.pptx?exhibit={USE}")
    assert free_turns() == making.AT_ONCE
