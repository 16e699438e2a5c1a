"""The upload page: check, report, write exactly what was checked."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.administration import uploads
from portal.administration.uploads import Ticket, keep, remove_old
from portal.models import ImportRun, Source, Term
from portal.versions import bump_version, stored_version
from tests.admin_pages import client_of
from tests.factories import make_scheme, make_source, make_term
from tests.loading_files import FILES
from vendors.models import Listing

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/portal/importrun/upload/"
TICKET = re.compile(r'name="ticket" value="([^"]+)"')
SOURCES = (
    "code,title,publisher,url,kind,standing,published,accessed,licence\n"
    "report,A report,Publisher,https://example.org/,report,first_party,2020-05,2026-05-28,\n"
)
TERMS = (
    "code,name_en,name_zh,aliases,definition_en,definition_zh,source\n"
    "faas,FaaS,函数即服务,functions; 函数,Runs code.,运行代码。,report\n"
)


@pytest.fixture
def editor():
    return client_of()


def csv(name: str, text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text, content_type="text/csv")


def check(client, *files):
    return client.post(UPLOAD, {"files": list(files)})


def ticket_of(response) -> str:
    found = TICKET.search(response.content.decode())
    assert found, "the page offers nothing to write"
    return found[1]


def write(client, ticket: str):
    return client.post(UPLOAD, {"ticket": ticket}, follow=True)


def test_page_names_the_files_and_their_columns(editor):
    page = editor.get(UPLOAD).content.decode()

    assert "figures.csv" in page
    assert "survey, wave, question, option, segment, percent" in page


def test_a_check_reports_and_writes_nothing(editor):
    version = stored_version()

    response = check(editor, csv("sources.csv", SOURCES), csv("terms.csv", TERMS))

    assert response.context["run"].counts["terms"] == {"added": 1, "changed": 0, "unchanged": 0}
    assert ticket_of(response)
    assert not Source.objects.exists()
    assert stored_version() == version
    assert ImportRun.objects.get().outcome == ImportRun.Outcome.CHECKED


def test_what_was_checked_is_written(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES), csv("terms.csv", TERMS)))
    version = stored_version().number

    response = write(editor, ticket)

    run = ImportRun.objects.first()
    assert (run.outcome, run.who.username, run.file) == (ImportRun.Outcome.LOADED, "editor", "sources.csv, terms.csv")
    assert Term.objects.get().aliases == ["functions", "函数"]
    assert stored_version().number == version + 1
    assert response.redirect_chain[-1][0] == f"/admin/portal/importrun/{run.pk}/change/"
    assert "The files are loaded." in response.content.decode()


def test_writing_twice_changes_nothing_more(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))
    write(editor, ticket)
    version = stored_version()

    response = write(editor, ticket)

    assert "already" in response.content.decode()
    assert stored_version() == version
    assert Source.objects.count() == 1


def test_all_problems_of_all_files_are_shown(editor):
    wrong_sources = SOURCES.replace("2020-05", "2020-02-30")
    wrong_terms = TERMS.replace(",report\n", ",nowhere\n")

    response = check(editor, csv("sources.csv", wrong_sources), csv("terms.csv", wrong_terms))

    page = response.content.decode()
    assert {(problem["file"], problem["line"], problem["column"]) for problem in response.context["run"].problems} == {
        ("sources.csv", 2, "published"),
        ("terms.csv", 2, "source"),
    }
    assert "2020-02-30" in page
    assert "nowhere" in page
    assert not TICKET.search(page)
    assert ImportRun.objects.get().outcome == ImportRun.Outcome.REFUSED


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sources.csv", b""),
        ("sources.csv", SOURCES.replace("A report", "报告").encode("gb18030")),
        ("sources.csv", SOURCES.encode("utf-16")),
        ("sources.csv", b"PK\x03\x04" + bytes(200)),
        ("sources.csv", SOURCES.replace("A report", "A\x00report").encode()),
        ("sources.csv", SOURCES.replace("A report", "=1+1").encode()),
        ("nothing.csv", SOURCES.encode()),
        ("sources.xlsx", b"PK\x03\x04"),
        ("<b>.csv", b"a,b\n1,2\n"),
    ],
    ids=["empty", "gb18030", "utf-16", "renamed", "nul", "formula", "unknown", "workbook", "markup"],
)
def test_a_bad_file_is_refused_with_its_problem(editor, name, content):
    response = check(editor, csv(name, content))

    assert response.status_code == 200
    assert response.context["run"].outcome == ImportRun.Outcome.REFUSED
    assert not TICKET.search(response.content.decode())
    assert "<b>" not in response.content.decode()


def test_a_file_that_holds_nothing_new_offers_nothing_to_write(editor):
    write(editor, ticket_of(check(editor, csv("sources.csv", SOURCES))))

    response = check(editor, csv("sources.csv", SOURCES))

    assert "there is nothing to write" in response.content.decode()
    assert not TICKET.search(response.content.decode())


def test_no_file_is_refused(editor):
    response = editor.post(UPLOAD, {})

    assert "This field is required" in response.content.decode()
    assert not ImportRun.objects.exists()


def test_a_file_too_large_is_refused_unread(editor, monkeypatch):
    monkeypatch.setattr("portal.loading.files.MAX_FILE_BYTES", 10)

    response = check(editor, csv("sources.csv", SOURCES))

    assert "at most" in response.content.decode()
    assert not ImportRun.objects.exists()


# Tickets


@pytest.mark.parametrize("ticket", ["", "x", "a:b:c", "\x00", "é" * 500])
def test_a_ticket_not_made_here_is_refused(editor, ticket):
    response = write(editor, ticket)

    assert "not a check made here" in response.content.decode()
    assert not ImportRun.objects.exists()


def test_a_ticket_that_was_changed_is_refused(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))

    response = write(editor, ticket[:-1] + ("A" if ticket[-1] != "A" else "B"))

    assert "not a check made here" in response.content.decode()
    assert not Source.objects.exists()


def test_a_ticket_signed_for_something_else_is_refused(editor):
    response = write(editor, signing.dumps({"files": []}, salt="something else"))

    assert "not a check made here" in response.content.decode()


def test_a_ticket_of_someone_else_is_refused(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))

    response = write(client_of(name="another"), ticket)

    assert "Someone else" in response.content.decode()
    assert not Source.objects.exists()


def test_an_old_ticket_is_refused(editor, monkeypatch):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))
    monkeypatch.setattr(uploads, "KEPT_FOR", timedelta(seconds=-1))

    response = write(editor, ticket)

    assert "more than a day old" in response.content.decode()
    assert not Source.objects.exists()


# The kept bytes


def kept_names() -> list[str]:
    return default_storage.listdir(uploads.FOLDER)[1]


def test_a_kept_file_that_was_changed_is_refused(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))
    (name,) = kept_names()
    with default_storage.open(f"{uploads.FOLDER}/{name}", "wb") as file:
        file.write(SOURCES.replace("A report", "Forged").encode())

    response = write(editor, ticket)

    assert "has changed since it was checked" in response.content.decode()
    assert not Source.objects.exists()


def test_a_kept_file_that_is_gone_is_refused(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))
    (name,) = kept_names()
    default_storage.delete(f"{uploads.FOLDER}/{name}")

    response = write(editor, ticket)

    assert "no longer kept here" in response.content.decode()
    assert not Source.objects.exists()


def test_the_same_bytes_are_kept_once_and_half_a_file_is_mended():
    sha256 = keep(b"whole")
    with default_storage.open(uploads.place(sha256), "wb") as file:
        file.write(b"who")

    keep(b"whole")

    assert kept_names() == [sha256]
    with default_storage.open(uploads.place(sha256)) as file:
        assert file.read() == b"whole"


def test_what_is_older_than_a_day_is_removed(monkeypatch):
    keep(b"old")
    moment = timezone.now() + timedelta(days=1, seconds=1)
    monkeypatch.setattr(uploads.timezone, "now", lambda: moment)

    remove_old()

    assert kept_names() == []


# The data move on between check and write


def test_a_change_elsewhere_that_leaves_the_result_alone_does_not_matter(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))
    make_term()
    bump_version()

    response = write(editor, ticket)

    assert "The files are loaded." in response.content.decode()


def test_a_change_that_makes_another_result_brings_a_new_check(editor):
    ticket = ticket_of(check(editor, csv("sources.csv", SOURCES)))
    make_source(code="report", title="Added by someone else")
    bump_version()

    response = write(editor, ticket)

    assert "the data changed since the check" in response.content.decode()
    assert response.context["run"].counts["sources"]["changed"] == 1
    assert Source.objects.get().title == "Added by someone else"
    assert ticket_of(response) != ticket


def test_a_change_that_makes_the_files_wrong_shows_the_problems(editor):
    source = make_source(code="report")
    ticket = ticket_of(check(editor, csv("terms.csv", TERMS)))
    source.delete()
    bump_version()

    response = write(editor, ticket)

    assert [problem["column"] for problem in response.context["run"].problems] == ["source"]
    assert not Term.objects.exists()


def test_a_load_that_is_refused_after_all_says_so(editor, monkeypatch):
    source = make_source(code="report")
    ticket = ticket_of(check(editor, csv("terms.csv", TERMS)))
    source.delete()
    monkeypatch.setattr("portal.administration.upload_page.data_has_moved", lambda ticket: False)

    response = write(editor, ticket)

    assert "Nothing was written" in response.content.decode()
    assert not Term.objects.exists()


def test_a_ticket_fits_only_a_check_that_found_the_same():
    ticket = Ticket((("sources.csv", "0"),), 1, 1, {"sources": {"added": 1, "changed": 0, "unchanged": 0}})

    assert ticket.fits(ImportRun(outcome=ImportRun.Outcome.CHECKED, counts=ticket.counts))
    assert not ticket.fits(ImportRun(outcome=ImportRun.Outcome.REFUSED, counts=ticket.counts))
    assert not ticket.fits(ImportRun(outcome=ImportRun.Outcome.CHECKED, counts={}))


# Who may


def test_readers_may_not_upload(client):
    assert client.post(UPLOAD, {"files": [csv("sources.csv", SOURCES)]}).status_code == 302
    assert not ImportRun.objects.exists()


def test_staff_without_the_permission_may_not_upload():
    staff = client_of(name="reader", group="")

    assert staff.get(UPLOAD).status_code == 403
    assert check(staff, csv("sources.csv", SOURCES)).status_code == 403
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_allowed(editor, method):
    assert getattr(editor, method)(UPLOAD).status_code == 405


def test_landscape_file_is_checked_with_its_notes_and_written(editor):
    make_scheme(code="field", kind="landscape")
    file = SimpleUploadedFile("field-2020.yml", (FILES / "landscape" / "unknown-keys.yml").read_bytes())

    response = check(editor, file)
    page = response.content.decode()
    write(editor, ticket_of(response))

    assert "is no key of landscape2 here" in page
    assert "To know about the files" in page
    assert Listing.objects.count() == 2


def test_upload_page_names_landscape_files(editor):
    page = editor.get(UPLOAD).content.decode()

    assert "cncf-landscape-2026.yml" in page
    assert 'accept=".csv,text/csv,.yml,.yaml,.md"' in page
