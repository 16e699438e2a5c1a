"""Answers are validated by data version, kept, and compressed."""

import gzip

import brotli
import pytest
from django.core.signals import request_finished
from django.utils.http import http_date, parse_http_date

from portal import versions
from portal.site import validators
from portal.site.caching import Answer, AnswerStore
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_public_answer_has_its_validators(client):
    answer = client.get("/en/search")

    assert answer["ETag"].startswith('"')
    assert answer["Last-Modified"].endswith("GMT")
    assert answer["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
    assert {"Accept", "Accept-Encoding"} <= {part.strip() for part in answer["Vary"].split(",")}
    assert answer["Content-Language"] == "en"


@pytest.mark.parametrize("weak", ["", "W/"])
def test_a_client_that_has_the_answer_gets_304_without_a_query(client, weak, django_assert_num_queries):
    etag = client.get("/en/sources")["ETag"]

    with django_assert_num_queries(0):
        answer = client.get("/en/sources", headers={"if-none-match": f'"other", {weak}{etag}'})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == etag


def test_a_change_of_the_data_makes_new_answers(client):
    before = client.get("/en/sources")
    factories.make_source(title="A new source")
    versions.bump_version()
    versions.forget_version()

    after = client.get("/en/sources", headers={"if-none-match": before["ETag"]})

    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert "A new source" in after.text


def test_a_kept_answer_is_the_same_and_reads_no_row(client, django_assert_num_queries):
    first = client.get("/en/sources")

    with django_assert_num_queries(0):
        second = client.get("/en/sources")

    assert second.content == first.content
    assert dict(second.items()) == dict(first.items())


def test_language_and_query_are_different_answers(client):
    etags = [client.get(address)["ETag"] for address in ("/en/sources", "/zh-hans/sources", "/en/sources?kind=report")]

    assert len(set(etags)) == 3


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("deflate", None, bytes),
        ("", None, bytes),
    ],
)
def test_bodies_are_compressed_as_the_client_takes_them(client, accepted, encoding, unpack):
    plain = client.get("/en/glossary-of-nothing").status_code
    body = client.get("/en/search").content

    answer = client.get("/en/search", headers={"accept-encoding": accepted})

    assert plain == 404
    assert answer.headers.get("Content-Encoding") == encoding
    assert unpack(answer.content) == body
    assert answer["Content-Length"] == str(len(answer.content))


def test_head_is_get_without_body_and_does_not_spoil_what_is_kept(client):
    head = client.head("/en/sources")
    get = client.get("/en/sources")

    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(get.content))
    assert "<h1>" in get.text


@pytest.mark.parametrize(("address", "status"), [("/en/nothing", 404), ("/en/sources?x=1", 400)])
def test_errors_are_not_kept(client, address, status):
    answer = client.get(address)

    assert answer.status_code == status
    assert "ETag" not in answer


def test_other_methods_are_refused(client):
    answer = client.post("/en/sources")

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


def test_a_page_sets_no_cookie_and_holds_to_the_policy(client):
    answer = client.get("/en/")

    assert not answer.cookies
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_store_drops_what_was_not_used_for_longest():
    store = AnswerStore(room=10)
    store.put("a", Answer(200, (), b"12345"))
    store.put("b", Answer(200, (), b"12345"))
    store.get("a")

    store.put("c", Answer(200, (), b"1"))

    assert store.get("b") is None
    assert store.get("a").body == b"12345"
    assert store.size == 6


def test_the_store_keeps_the_first_of_two_equal_answers():
    store = AnswerStore()
    store.put("a", Answer(200, (), b"1"))
    store.put("a", Answer(200, (), b"23"))

    assert store.get("a").body == b"1"
    assert store.size == 1


def test_the_map_of_the_site_is_validated_and_compressed(client):
    answer = client.get("/sitemap.xml", headers={"accept-encoding": "br"})
    again = client.get("/sitemap.xml", headers={"accept-encoding": "br", "if-none-match": answer["ETag"]})

    assert answer["Content-Encoding"] == "br"
    assert b"<urlset" in brotli.decompress(answer.content)
    assert again.status_code == 304


def stamp(moved: int, answer) -> str:
    """The date of an answer, moved by seconds."""
    return http_date(parse_http_date(answer["Last-Modified"]) + moved)


@pytest.mark.parametrize("address", ["/en/sources", "/en/sources.csv", "/api/v1/sources", "/api/v1/sources.csv"])
@pytest.mark.parametrize(("moved", "status"), [(-1, 200), (0, 304), (3600, 304)])
def test_a_client_that_names_a_date_gets_what_is_newer(client, address, moved, status):
    first = client.get(address)
    first.close()

    answer = client.get(address, headers={"if-modified-since": stamp(moved, first)})

    assert answer.status_code == status
    assert answer["ETag"] == first["ETag"]
    assert answer.headers.get("Access-Control-Allow-Origin") == first.headers.get("Access-Control-Allow-Origin")


def test_a_tag_counts_more_than_a_date(client):
    first = client.get("/en/sources")

    answer = client.get(
        "/en/sources", headers={"if-none-match": '"another"', "if-modified-since": first["Last-Modified"]}
    )

    assert answer.status_code == 200


def test_a_star_stands_for_any_answer_that_is_there(client):
    assert client.get("/en/sources", headers={"if-none-match": "*"}).status_code == 304
    assert client.get("/en/nothing", headers={"if-none-match": "*"}).status_code == 404


def test_an_answer_that_is_not_sent_ends_the_request_once(client):
    """Twice would give up the database connection in the middle of a request."""
    ended = []

    def receiver(**signal):
        ended.append(signal)

    request_finished.connect(receiver)

    try:
        client.get("/en/sources", headers={"if-none-match": "*"})
    finally:
        request_finished.disconnect(receiver)

    assert len(ended) == 1


def test_a_date_that_is_none_is_passed_over(client):
    assert client.get("/en/sources", headers={"if-modified-since": "yesterday"}).status_code == 200


def test_new_code_is_newer_than_the_data(client, monkeypatch):
    monkeypatch.setattr(validators, "released", lambda: 4102444800.0)

    assert client.get("/en/sources")["Last-Modified"] == "Fri, 01 Jan 2100 00:00:00 GMT"


def test_an_answer_is_given_whole_where_a_part_is_asked_for(client):
    answer = client.get("/en/sources.csv", headers={"range": "bytes=0-9"})

    assert (answer.status_code, answer["Accept-Ranges"]) == (200, "none")


@pytest.mark.parametrize(
    "address",
    ["/en/sources", "/en/sources.csv", "/en/sources.xlsx", "/api/v1/sources", "/api/v1/sources.csv", "/en/no"],
)
def test_head_has_the_headers_of_get(client, address):
    head, get = dict(client.head(address).items()), client.get(address)
    get.close()

    assert head == dict(get.items())


@pytest.mark.parametrize("address", ["/en/nothing", "/en/sources?x=1", "/en/sources.exe"])
def test_refusals_vary_as_they_are_worded_for_machines_or_people(client, address):
    answer = client.get(address)

    assert answer.status_code in (400, 404)
    assert "Accept" in answer["Vary"].replace(" ", "").split(",")
