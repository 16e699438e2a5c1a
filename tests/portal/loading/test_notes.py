"""Notes of a load: what was taken in but should be known is told, kept, and refuses nothing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from portal.loading import lines
from portal.loading.problems import MAX_KEPT, Report
from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_scheme
from tests.vendors.landscapes.conftest import FILES
from vendors.models import Listing

pytestmark = pytest.mark.django_db
UNKNOWN = FILES / "unknown-keys.yml"


@pytest.fixture(autouse=True)
def scheme():
    return make_scheme(code="field", kind="landscape")


def test_file_is_taken_for_one_of_another_name(capsys):
    call_command("load", str(UNKNOWN), name="field-2020.yml")

    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "Note: field-2020.yml, line 22, column settings: is no key of landscape2 here"
    assert printed[-1] == "Loaded"
    assert ImportRun.objects.get().file == "field-2020.yml"
    assert Listing.objects.count() == 2


def test_unchanged_file_of_another_name_is_passed_over(capsys):
    for _ in range(2):
        call_command("load", str(UNKNOWN), name="field-2020.yml", if_changed=True)

    assert "loaded before, not changed since" in capsys.readouterr().out
    assert ImportRun.objects.count() == 1


@pytest.mark.parametrize("paths", [[UNKNOWN, UNKNOWN], [FILES]], ids=["two files", "a folder"])
def test_another_name_goes_with_one_file(paths):
    with pytest.raises(CommandError, match="--as goes with one file"):
        call_command("load", *map(str, paths), name="field-2020.yml")


def test_file_that_is_not_there_is_a_problem_under_its_own_name(capsys):
    with pytest.raises(CommandError):
        call_command("load", "/nowhere/landscape.yml", name="field-2020.yml")

    assert "landscape.yml: “/nowhere/landscape.yml” – there is no such file or folder" in capsys.readouterr().err


def test_command_caps_the_notes_that_it_prints(capsys, monkeypatch):
    monkeypatch.setattr(lines, "MAX_PRINTED", 2)

    call_command("load", str(UNKNOWN), name="field-2020.yml")

    assert "… and 4 more notes; the import run in the admin lists them." in capsys.readouterr().out


def test_refused_run_keeps_problems_and_notes_apart(tmp_path: Path):
    bad = UNKNOWN.read_text(encoding="utf-8").replace("name: Ash", "name: [Ash]")
    (tmp_path / "field-2020.yml").write_text(bad, encoding="utf-8")

    run = load([tmp_path / "field-2020.yml"])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert [problem["column"] for problem in run.refusals] == ["name"]
    assert "settings" in [note["column"] for note in run.notes]


def test_notes_beyond_the_cap_are_counted():
    report = Report()

    for line in range(MAX_KEPT + 3):
        report.note("a.yml", line, "", "", "odd")

    assert len(report.all_notes) == MAX_KEPT + 1
    assert report.all_notes[-1].expected == "3 more notes are not listed."
    assert (report.total, report.problems) == (0, [])


def test_admin_shows_the_notes_of_a_run(admin_client: Client):
    run = load([UNKNOWN.parent / "markers.yml"])
    assert run.outcome == ImportRun.Outcome.REFUSED  # its name says no scheme
    call_command("load", str(UNKNOWN), name="field-2020.yml")

    page = admin_client.get(f"/admin/portal/importrun/{ImportRun.objects.first().pk}/change/").content.decode()
    runs = admin_client.get("/admin/portal/importrun/").content.decode()

    assert "is no key of landscape2 here" in page
    assert page.count("hardness") == 1
    assert '<td class="field-shown_problems">1</td>' in runs  # of the refused run; notes are no problems
