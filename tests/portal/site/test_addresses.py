"""Every page has one address; the others lead to it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "one"),
    [
        ("/en/sources/", "/en/sources"),
        ("/en/sources.html", "/en/sources"),
        ("/EN/Sources", "/en/sources"),
        ("/en//sources", "/en/sources"),
        ("/zh-hans/search/?q=Lambda", "/zh-hans/search?q=Lambda"),
        ("/en", "/en/"),
        ("/ZH-HANS/", "/zh-hans/"),
        ("/EN/what%3F", "/en/what%3F"),
        ("/EN/100%25", "/en/100%25"),
        ("/EN/a%0D%0AX-Set:%20b", "/en/a%0D%0Ax-set:%20b"),
    ],
)
def test_other_forms_redirect_for_good(client, asked, one):
    answer = client.get(asked)

    assert (answer.status_code, answer["Location"]) == (301, one)


@pytest.mark.parametrize(
    ("accepted", "home"),
    [("zh-CN,zh;q=0.9,en;q=0.5", "/zh-hans/"), ("en-GB", "/en/"), ("fr", "/en/"), ("", "/en/")],
)
def test_the_root_leads_to_the_language_of_the_browser(client, accepted, home):
    answer = client.get("/", headers={"accept-language": accepted})

    assert (answer.status_code, answer["Location"]) == (302, home)
    assert "Accept-Language" in answer["Vary"]


def test_an_address_without_language_leads_to_one_with(client):
    answer = client.get("/sources?kind=report", headers={"accept-language": "zh"})

    assert (answer.status_code, answer["Location"]) == (302, "/zh-hans/sources?kind=report")


def test_robots_may_read_all_but_the_admin(client):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /admin/" in answer.text


def test_the_icon_is_our_own(client):
    assert client.get("/favicon.ico")["Location"] == "/static/portal/icons/favicon.ico"


@pytest.mark.parametrize("address", ["/en/%ff", "/en/%FF%fe", "/zh-hans/%c3"])
def test_bytes_that_are_no_utf_8_are_not_redirected_for_ever(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace", "options"])
@pytest.mark.parametrize("address", ["/", "/en/", "/en/sources.csv", "/sitemap.xml", "/nothing"])
def test_readers_addresses_are_read_only(client, method, address):
    answer = getattr(client, method)(address)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert not answer.cookies


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/"),
        ("get", "/EN/"),
        ("get", "/en/sources"),
        ("get", "/en/sources?x=1"),
        ("get", "/en/nothing"),
        ("post", "/en/"),
        ("get", "/api/v1/figures"),
        ("get", "/api/nothing"),
        ("get", "/static/nothing.css"),
    ],
)
def test_every_answer_has_the_headers_of_safety(client, method, address):
    answer = getattr(client, method)(address)

    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert not answer.cookies


def test_static_files_have_the_headers_of_safety_too(settings):
    """WhiteNoise answers by itself: what stands before it adds to its answers."""
    order = [name.rpartition(".")[2] for name in settings.MIDDLEWARE]

    before = order[: order.index("WhiteNoiseMiddleware")]

    assert set(before) == {"SecurityMiddleware", "XFrameOptionsMiddleware", "CSPMiddleware"}
