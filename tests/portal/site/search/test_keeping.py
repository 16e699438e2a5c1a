"""The index follows the data; while one thread makes it, the others answer from the old one."""

from threading import Event, Thread

import pytest

from portal import versions
from portal.site.search import keeping
from portal.site.search.index import Index
from portal.site.sections import Entry
from tests import factories


@pytest.mark.django_db
def test_the_index_is_made_anew_when_the_data_change():
    factories.make_term(code="faas", name_en="Function as a Service")
    first = keeping.current_index()
    factories.make_term(code="caas", name_en="Containers as a Service")

    assert keeping.current_index() is first

    versions.bump_version()
    versions.forget_version()

    assert keeping.current_index() is not first
    assert "glossary/caas" in {entry.address for entry in keeping.current_index().entries}


@pytest.fixture
def changed(monkeypatch):
    """An index of old data and a version that has moved on; making the new one waits until it may go on."""
    old, going, may_go = Index([], version="old"), Event(), Event()

    def entries():
        going.set()
        assert may_go.wait(10)
        return [Entry("term", "glossary/new", "New", "新")]

    monkeypatch.setattr(keeping, "_kept", old)
    monkeypatch.setattr(keeping, "current_version", lambda: "new")
    monkeypatch.setattr(keeping, "all_entries", entries)
    return old, going, may_go


def test_readers_do_not_wait_for_a_new_index(changed):
    old, going, may_go = changed
    made: list[Index] = []
    maker = Thread(target=lambda: made.append(keeping.current_index()))
    maker.start()
    assert going.wait(10)

    assert keeping.current_index() is old
    assert not keeping.is_current(old)

    may_go.set()
    maker.join(10)
    assert [entry.address for entry in made[0].entries] == ["glossary/new"]
    assert keeping.current_index() is made[0]
    assert keeping.is_current(made[0])


def test_an_index_that_cannot_be_made_is_tried_again(changed, monkeypatch):
    monkeypatch.setattr(keeping, "all_entries", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keeping.current_index()
    monkeypatch.setattr(keeping, "all_entries", list)

    assert keeping.current_index().version == "new"
