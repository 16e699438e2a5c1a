"""The version of the data: looked up rarely, bumped with each change, safe for threads that read it together."""

import time

import pytest

from portal import versions
from portal.versions import bump_version, current_version, forget_version, one_version, stored_version

pytestmark = pytest.mark.django_db


class ForgottenMeanwhile(tuple):
    """What was seen, forgotten by another thread while it is looked at."""

    def __getitem__(self, place):
        forget_version()
        return super().__getitem__(place)


def test_a_version_that_another_thread_forgets_is_still_answered(monkeypatch):
    seen = stored_version()
    monkeypatch.setattr(versions, "_seen", ForgottenMeanwhile((time.monotonic(), seen)))

    assert current_version() == seen


def test_a_change_bumps_the_version_when_it_is_written(django_capture_on_commit_callbacks):
    before = current_version()

    with django_capture_on_commit_callbacks(execute=True):
        bump_version()

    assert current_version().number == before.number + 1


def test_the_database_is_asked_at_most_once_a_second(django_assert_num_queries, monkeypatch):
    forget_version()
    current_version()

    with django_assert_num_queries(0):
        current_version()
    monkeypatch.setattr(versions, "LOOK_UP_EVERY", -1.0)
    with django_assert_num_queries(1):
        current_version()


def test_what_takes_long_is_of_one_version_and_asks_once(django_assert_num_queries, monkeypatch):
    current_version()
    monkeypatch.setattr(versions, "LOOK_UP_EVERY", -1.0)

    with django_assert_num_queries(1), one_version() as version:
        assert current_version() == version
        assert current_version() == version
    with django_assert_num_queries(1):
        current_version()


def test_a_change_of_its_own_is_seen_within_one_version(django_capture_on_commit_callbacks):
    with one_version() as before:
        with django_capture_on_commit_callbacks(execute=True):
            bump_version()

        assert current_version().number == before.number + 1
