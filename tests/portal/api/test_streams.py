"""As many files as may be are sent at once; the next reader is asked to come back."""

from threading import BoundedSemaphore

import pytest

from portal.api import streams

pytestmark = pytest.mark.usefixtures("world")

FILE = "/api/v1/figures.csv"


@pytest.fixture(autouse=True)
def _one_place(monkeypatch):
    monkeypatch.setattr(streams, "free", BoundedSemaphore(1))


def test_the_second_reader_is_asked_to_come_back(client):
    reading = client.get(FILE)
    refused = client.get(FILE)

    assert reading.status_code == 200
    assert (refused.status_code, refused["Retry-After"]) == (503, "10")
    assert refused.json()["type"].endswith("/api/v1/problems/busy")
    assert "ETag" not in refused
    assert refused["Access-Control-Allow-Origin"] == "*"


def test_a_place_is_free_again_once_a_file_is_read(client):
    first = client.get(FILE).getvalue()

    assert client.get(FILE).getvalue() == first


def test_a_place_is_free_again_when_a_reader_leaves(client):
    client.get(FILE).close()

    assert client.get(FILE).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"if-modified-since": "Tue, 01 Jan 2999 00:00:00 GMT"}, {"if-none-match": "*"}], ids=["date", "star"]
)
def test_a_reader_who_has_the_file_takes_no_place(client, headers):
    assert client.get(FILE, headers=headers).status_code == 304
    assert client.get(FILE).status_code == 200


def test_head_and_refusals_take_no_place(client):
    assert client.head(FILE).status_code == 200
    assert client.get(f"{FILE}?x=1").status_code == 400
    assert client.get(FILE).status_code == 200
