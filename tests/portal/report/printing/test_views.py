"""Addresses of the report's files: what they answer, and what they refuse."""

import pytest

from portal.charts.pictures import DrawingError
from portal.models import Chapter
from portal.report.printing import files
from portal.versions import bump_version, forget_version

FORMS = {".pdf": ("application/pdf", b"%PDF"), ".pptx": ("presentationml", b"PK")}


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize(("path", "name"), [("report", "report"), ("report/use", "report-use")])
def test_files_have_their_type_name_and_validator(client, chapters, language, path, name, suffix):
    response = client.get(f"/{language}/{path}{suffix}")

    kind, start = FORMS[suffix]
    assert response.status_code == 200
    assert kind in response["Content-Type"]
    assert response.content.startswith(start)
    assert f'filename="{name}{suffix}"' in response["Content-Disposition"]
    assert response["Link"] == f'</{language}/{path}>; rel="canonical"'
    again = client.get(f"/{language}/{path}{suffix}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["report/draft.pdf", "report/nothing.pptx", "report.docx", "report/use.zip"])
def test_what_is_not_published_or_has_no_such_form_is_404(client, chapters, path):
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize("suffix", FORMS)
def test_an_empty_report_is_404(client, db, suffix):
    assert client.get(f"/en/report{suffix}").status_code == 404


@pytest.mark.parametrize("path", ["report.pdf", "report/use.pptx"])
def test_parameters_are_400_with_the_reason(client, chapters, path):
    response = client.get(f"/en/{path}?theme=dark", headers={"Accept": "application/json"})

    assert response.status_code == 400
    assert "theme" in response.content.decode()


def test_a_file_is_kept_until_the_data_change(client, chapters, monkeypatch):
    made = []
    monkeypatch.setitem(files.MAKERS, ".pdf", lambda report: made.append(report.version) or b"%PDF")

    first, second = files.report_file("", ".pdf"), files.report_file("", ".pdf")
    bump_version()
    forget_version()
    files.report_file("", ".pdf")

    assert first == second == b"%PDF"
    assert len(made) == 2


def test_a_text_that_has_changed_is_printed_anew(client, chapters):
    before = client.get("/en/report/outlook.pdf").content
    chapter = Chapter.objects.get(slug="outlook")
    chapter.body_en = "Something else."
    chapter.save()
    bump_version()
    forget_version()

    assert client.get("/en/report/outlook.pdf").content != before


def test_a_file_that_cannot_be_drawn_is_503_and_may_be_tried_again(client, chapters, monkeypatch):
    def fail(report):
        raise DrawingError("no drawing process")

    monkeypatch.setitem(files.MAKERS, ".pdf", fail)

    response = client.get("/en/report.pdf")

    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response.content.decode() == "The report cannot be made at the moment."
