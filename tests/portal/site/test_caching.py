"""Answers are validated by data version, kept, and compressed."""

import gzip

import brotli
import pytest

from portal import versions
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
