"""The page that takes a file: its form, its reports, its refusals, and what it does not do."""

import base64
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.models import DataVersion
from portal.refreshing import uploads, views
from tests.portal.refreshing.examples import bars, correct, exported, frames, next_version, opened, withdraw

ADDRESS = "/en/refresh"


def send(client, document: bytes, *, address: str = ADDRESS, name: str = "my deck.pptx", data=None, **headers):
    values = {"file": SimpleUploadedFile(name, document), **(data or {})}
    return client.post(address, values, headers=headers)


@pytest.mark.parametrize(("language", "words"), [("en", "Refresh a file"), ("zh-hans", "更新文件")])
def test_the_form(client, db, language, words):
    response = client.get(f"/{language}/refresh")

    assert response.status_code == 200
    assert f"<h1>{words}</h1>" in response.content.decode()
    assert not response.cookies


@pytest.mark.parametrize(("language", "words"), [("en", "Yes: 62 → 64"), ("zh-hans", "Yes 中：62 → 64")])
def test_the_report_names_what_changed_and_holds_the_file(client, asked, language, words):
    document = exported(".pptx", language=language)
    correct("yes", 64)

    response = send(client, document, address=f"/{language}/refresh")

    page = response.content.decode()
    href = re.search(r'href="data:[^;]*;base64,([^"]*)" download="([^"]*)"', page)
    assert response.status_code == 200
    assert words in page
    assert href[2] == "my deck-refreshed.pptx"
    assert bars(frames(opened(base64.b64decode(href[1])))[0])["Yes" if language == "en" else "Yes 中"] == 64
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_the_file_alone(client, asked):
    document = exported(".pptx")
    correct("yes", 64)

    response = send(client, document, data={"answer": "file"})

    assert response["Content-Disposition"] == 'attachment; filename="my deck-refreshed.pptx"'
    assert bars(frames(opened(response.content))[0])["Yes"] == 64


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx"])
def test_nothing_to_do_gives_the_same_bytes(client, asked, suffix):
    document = exported(suffix)
    next_version()

    page = send(client, document, name=f"a{suffix}").content.decode()
    response = send(client, document, name=f"a{suffix}", data={"answer": "file"})

    assert "your file is as it should be" in page
    assert "base64" not in page
    assert response.content == document


def test_the_report_as_json(client, asked):
    document = exported(".pptx")
    correct("yes", 64)

    body = send(client, document, accept="application/json").json()

    (chart,) = body["charts"]
    assert (body["is_changed"], body["counts"]) == (True, {"corrected": 1})
    assert chart["changes"] == [{"row": "Yes", "column": "", "before": "62", "after": "64"}]
    assert chart["version_now"] == chart["version_before"] + 1


def test_what_is_withdrawn_is_no_link(client, asked):
    document = exported(".pptx")
    withdraw()

    page = send(client, document).content.decode()

    assert "Withdrawn" in page
    assert 'href="/en/surveys/users/2020/use"' not in page


@pytest.mark.parametrize(("language", "words"), [("en", "neither a .pptx nor an .xlsx"), ("zh-hans", "这不是 .pptx")])
def test_a_refusal_is_said_on_the_page(client, db, language, words):
    response = send(client, b"nonsense", address=f"/{language}/refresh")

    assert response.status_code == 400
    assert words in response.content.decode()
    assert "<form" in response.content.decode()


def test_a_refusal_as_json(client, db):
    response = send(client, b"nonsense", accept="application/json")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["type"].endswith("/api/v1/problems/refused-file")
    assert client.get("/api/v1/problems/refused-file").status_code == 200


def test_no_file_is_refused(client, db):
    assert client.post(ADDRESS).status_code == 400
    assert client.post(ADDRESS, {"file": "text"}).status_code == 400
    assert client.post(ADDRESS, b"PK", content_type="application/zip").status_code == 400


def test_several_files_are_refused(client, db):
    files = [SimpleUploadedFile(name, b"x") for name in ("a.pptx", "b.pptx")]

    assert client.post(ADDRESS, {"file": files}).status_code == 400


@pytest.mark.parametrize("address", [f"{ADDRESS}?x=1", ADDRESS], ids=["query", "form"])
def test_unknown_parameters_are_refused(client, db, address):
    data = {} if "?" in address else {"x": "1"}

    assert send(client, b"PK", address=address, data=data).status_code == 400


def test_an_unknown_answer_is_refused(client, db):
    assert send(client, b"PK", data={"answer": "fil"}).status_code == 400


def test_what_is_too_large_is_refused_before_it_is_read(client, db, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    monkeypatch.setattr(uploads, "ROUND_THE_FILE", 0)
    monkeypatch.setattr(views, "refresh", None)

    assert send(client, b"x" * 1001).status_code == 413


def test_what_is_too_large_without_saying_so_is_refused_on_the_way(client, db, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)

    assert send(client, b"x" * 1001).status_code == 413


def test_more_at_once_than_there_is_room_for_are_told_to_come_again(client, db):
    with uploads.a_place(), uploads.a_place():
        response = send(client, b"PK")
        as_json = send(client, b"PK", accept="application/json")

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert (as_json.status_code, as_json["Retry-After"]) == (503, "10")
    assert send(client, b"PK").status_code == 400


def test_pages_elsewhere_cannot_make_their_readers_send_files(client, db):
    assert send(client, b"PK", **{"sec-fetch-site": "cross-site"}).status_code == 403


def test_other_pages_take_no_files_and_no_token_is_asked_for(db):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)

    assert send(client, b"PK").status_code == 400
    assert send(client, b"PK", address="/en/sources").status_code == 405
    assert send(client, b"PK", address="/en/refresh/more").status_code == 405
    assert client.put(ADDRESS).status_code == 405


def test_nothing_is_written(client, asked, tmp_path, settings, monkeypatch):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    document = exported(".pptx")
    correct("yes", 64)
    version = DataVersion.objects.get().number

    send(client, document + b"\0" * 0, name="../../evil.pptx", data={"answer": "file"})
    send(client, b"PK" + b"\0" * 3_000_000)

    assert DataVersion.objects.get().number == version
    assert list(tmp_path.iterdir()) == []


def test_names_of_files_lead_nowhere(client, asked):
    response = send(client, exported(".pptx"), name='../..\\e"v\r\nil.pptx', data={"answer": "file"})

    assert "\n" not in response["Content-Disposition"]
    assert ".." not in response["Content-Disposition"]
    assert io.BytesIO(response.content).read(2) == b"PK"
