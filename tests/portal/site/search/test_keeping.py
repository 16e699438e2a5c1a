"""The index follows the data; while it is made, all answer from the old one; later processes read it from a file."""

from datetime import UTC, datetime
from threading import Event
from threading import enumerate as threads

import pytest

from portal import versions
from portal.site.search import keeping, storing
from portal.site.search.index import Index
from portal.site.sections import Entry
from portal.versions import Version
from tests import factories

OLD, NEW = (Version(number, datetime(2026, 11, number, tzinfo=UTC)) for number in (1, 2))
ENTRY = Entry("term", "glossary/new", "New", "新")


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


@pytest.mark.django_db
def test_data_that_may_never_be_are_not_written_to_a_file(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    versions.bump_version()
    versions.forget_version()

    assert keeping.current_index().version == versions.current_version()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def process(monkeypatch, settings, tmp_path):
    """A process that has just started, outside of transactions: its data version, what it is made of, how often."""

    class Process:
        version, made, may_go = NEW, 0, Event()

        def entries(self):
            self.made += 1
            assert self.may_go.wait(10)
            return [ENTRY]

        def restart(self):
            keeping._kept = None

    process = Process()
    process.may_go = Event()
    process.may_go.set()
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(keeping, "_kept", None)
    monkeypatch.setattr(keeping, "current_version", lambda: process.version)
    monkeypatch.setattr(keeping, "all_entries", process.entries)
    yield process
    process.may_go.set()
    wait_for_makers()


def wait_for_makers() -> None:
    for thread in threads():
        if thread.name == "index of search":
            thread.join(10)


def test_nobody_waits_for_the_index_of_new_data(process):
    process.may_go.clear()
    old = keeping._kept = Index([], OLD)

    assert [keeping.current_index(), keeping.current_index()] == [old, old]
    assert not keeping.is_current(old)

    process.may_go.set()
    wait_for_makers()

    assert [entry.address for entry in keeping.current_index().entries] == ["glossary/new"]
    assert keeping.is_current(keeping.current_index())
    assert process.made == 1


def test_a_later_process_reads_what_was_made(process):
    made = keeping.current_index()
    process.restart()

    read = keeping.current_index()

    assert process.made == 1
    assert (read.entries, read.version) == (made.entries, NEW)
    assert read.positions(["new"]) == {0}
    assert read is not made


def test_a_start_after_a_change_answers_from_the_file_of_earlier_data(process):
    process.version = OLD
    keeping.current_index()
    process.restart()
    process.version = NEW

    assert keeping.current_index().version == OLD

    wait_for_makers()
    assert keeping.current_index().version == NEW
    assert [storing.is_written(version) for version in (OLD, NEW)] == [False, True]


def test_what_another_process_made_is_read_not_made(process):
    keeping._kept = Index([], OLD)
    storing.write_index(Index([ENTRY], NEW), NEW)

    keeping.current_index()
    wait_for_makers()

    assert keeping.current_index().entries == [ENTRY]
    assert process.made == 0


def test_the_index_is_written_before_anybody_searches(process):
    keeping.prepare()
    keeping.prepare()

    assert (process.made, storing.is_written(NEW)) == (1, True)


def test_a_broken_file_is_made_anew(process):
    keeping.current_index()
    storing.path_of(NEW).write_bytes(b"half of")
    process.restart()

    assert keeping.current_index().entries == [ENTRY]
    assert process.made == 2


def test_a_file_of_other_code_is_not_read(process, monkeypatch):
    keeping.current_index()
    process.restart()
    monkeypatch.setattr(storing, "release", lambda: "another")

    keeping.current_index()

    assert process.made == 2


def test_search_answers_where_nothing_can_be_written(process, settings, tmp_path, caplog):
    settings.DATA_DIR = tmp_path / "file"
    settings.DATA_DIR.write_text("no folder")

    assert keeping.current_index().entries == [ENTRY]
    assert "is not kept for other processes" in caplog.text


def test_an_index_that_cannot_be_made_is_tried_again(process, monkeypatch):
    monkeypatch.setattr(keeping, "all_entries", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keeping.current_index()
    monkeypatch.setattr(keeping, "all_entries", list)

    assert keeping.current_index().version == NEW
