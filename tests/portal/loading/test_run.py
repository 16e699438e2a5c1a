"""A load as a whole: all or nothing, recorded in any case, the same twice."""

import hashlib
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from portal.loading.files import InputFile
from portal.loading.registry import all_datasets
from portal.loading.run import load, was_loaded
from portal.models import ImportRun, Term
from portal.versions import stored_version
from surveys.models import Figure
from tests.loading_files import BAD, GOOD, good_lines, load_good, make_file, places, stored_rows
from vendors.models import Product

pytestmark = pytest.mark.django_db

NEW_TERM = "paas,Platform,平台即服务,PaaS,A platform for whole programs.,,report"
CHANGED_TERM = "faas,Functions,函数即服务,FaaS; 函数计算,Code runs on an event.,代码由事件触发。,report"


def test_good_files_fill_every_table():
    run = load_good()

    assert run.outcome == ImportRun.Outcome.LOADED
    assert run.problems == []
    assert run.counts == {
        dataset.name: {"added": len(good_lines(dataset.name)) - 1, "changed": 0, "unchanged": 0}
        for dataset in all_datasets()
    }


def test_loading_twice_changes_nothing():
    load_good()
    rows, version = stored_rows(), stored_version()

    run = load_good()

    assert run.outcome == ImportRun.Outcome.UNCHANGED
    assert {name: (each["added"], each["changed"]) for name, each in run.counts.items()} == dict.fromkeys(rows, (0, 0))
    assert stored_rows() == rows
    assert stored_version() == version


def test_changed_row_keeps_its_number_and_moves_the_version():
    load_good()
    before, version = Term.objects.get(code="faas"), stored_version().number

    run = load([make_file("terms", CHANGED_TERM, NEW_TERM)])

    after = Term.objects.get(code="faas")
    assert run.counts["terms"] == {"added": 1, "changed": 1, "unchanged": 0}
    assert (after.pk, after.name_en, after.aliases) == (before.pk, "Functions", ["FaaS", "函数计算"])
    assert stored_version().number == version + 1


def test_rows_that_a_file_leaves_out_stay():
    load_good()

    load([make_file("terms", NEW_TERM)])

    assert set(Term.objects.values_list("code", flat=True)) == {"faas", "caas", "paas"}


def test_file_without_rows_is_nothing_to_change():
    load_good()

    run = load([make_file("terms")])

    assert run.outcome == ImportRun.Outcome.UNCHANGED


def test_dry_run_counts_and_writes_nothing():
    load_good()
    rows, version = stored_rows(), stored_version()

    run = load([make_file("terms", CHANGED_TERM, NEW_TERM)], dry_run=True)

    assert run.outcome == ImportRun.Outcome.CHECKED
    assert run.counts["terms"] == {"added": 1, "changed": 1, "unchanged": 0}
    assert stored_rows() == rows
    assert stored_version() == version


def test_several_problems_in_several_files_are_said_at_once_and_nothing_is_written():
    load_good()
    rows = stored_rows()
    terms = make_file("terms", NEW_TERM, "iaas,,,,Machines by the hour.,,reprot", "paas,Again,,,Text.,,report")
    figures = make_file(
        "figures",
        "cloud-users,2020,concerns,costs,region=asia,NaN,0,,,,,,quotd,report",
        "cloud-users,2020,concerns,cost,region=europe,30,,,,,,,quoted,reports",
    )

    run = load([terms, figures])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert set(places(run)) == {
        ("terms.csv", 3, "name_en"),
        ("terms.csv", 3, "source"),
        ("terms.csv", 4, "code"),
        ("figures.csv", 2, "option"),
        ("figures.csv", 2, "percent"),
        ("figures.csv", 2, "base_n"),
        ("figures.csv", 2, "basis"),
        ("figures.csv", 3, "source"),
    }
    assert len(run.problems) == 8
    assert stored_rows() == rows


def test_what_refers_to_a_wrong_row_is_not_called_unknown():
    files = [
        make_file("sources", "report,Survey report,Alliance,,reprot,first_party,,,"),
        make_file("terms", NEW_TERM),
    ]

    run = load(files)

    assert places(run) == [("sources.csv", 2, "kind")]


@pytest.mark.parametrize(
    "content",
    [
        b"code,title\nreport,Report\n",
        "code\nreport".encode("utf-16"),
        b"code,title,publisher,url,kind,standing,published,accessed,licence\nreport,Report\n",
    ],
    ids=["columns missing", "encoding", "ragged"],
)
def test_what_refers_to_a_file_that_cannot_be_read_is_not_called_unknown(content):
    run = load([InputFile("sources.csv", content), make_file("terms", NEW_TERM)])

    assert {problem["file"] for problem in run.problems} == {"sources.csv"}


def test_rows_are_checked_as_far_as_columns_are_there():
    header = "survey,slug,name_en,fieldwork_start,sample_size,source"
    load_good()

    run = load([InputFile("waves.csv", f"{header}\ncloud-users,2021,2021,2021-02-30,many,reports\n".encode())])

    rows = [place for place in places(run) if place[1] == 2]
    assert set(rows) == {("waves.csv", 2, column) for column in ("fieldwork_start", "sample_size", "source")}


def test_same_row_in_two_files_is_said():
    load_good()

    run = load([make_file("terms", NEW_TERM), InputFile("terms (1).csv", make_file("terms", NEW_TERM).content)])

    assert places(run) == [("terms (1).csv", 2, "code")]
    assert "terms.csv, line 2" in run.problems[0]["expected"]


def test_very_many_problems_are_counted_and_the_first_kept():
    rows = [f"term-{number},,,,,," for number in range(1500)]

    run = load([make_file("terms", *rows)])

    assert len(run.problems) == 1001
    assert run.problems[-1]["expected"] == "2000 more problems are not listed."


def test_nothing_to_load_is_refused(tmp_path):
    run = load([tmp_path])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert "at least one CSV file" in run.problems[0]["expected"]


def test_path_that_is_not_there_is_refused(tmp_path):
    run = load([tmp_path / "figures.csv"])

    assert places(run) == [("figures.csv", None, "")]
    assert run.outcome == ImportRun.Outcome.REFUSED


def test_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("portal.loading.files.MAX_FILE_BYTES", 100)

    run = load([GOOD / "sources.csv"])

    assert places(run) == [("sources.csv", None, "")]


def test_upload_that_is_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr("portal.loading.files.MAX_FILE_BYTES", 100)

    run = load([SimpleUploadedFile("terms.csv", b"x" * 101)])

    assert places(run) == [("terms.csv", None, "")]
    assert "split the file" in run.problems[0]["expected"]


def test_file_that_may_not_be_read_is_refused(monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)

    run = load([GOOD / "sources.csv"])

    assert run.problems[0]["expected"] == "cannot be read: Permission denied"


def test_cell_with_two_problems_is_named_once():
    run = load([make_file("waves", "cloud-users,2021,2021,,=2021,,,,,,,,,report")])

    assert [place for place in places(run) if place[2] == "fieldwork_start"] == [("waves.csv", 2, "fieldwork_start")]


def test_very_many_unknown_names_are_told_without_a_search_for_each():
    load_good()
    rows = [f"term-{number},Term,,,Text.,,reprt" for number in range(150)]

    run = load([make_file("terms", *rows)])

    assert [problem["expected"].endswith("nearest: report") for problem in run.problems] == [True] * 100 + [False] * 50


def test_upload_is_loaded_and_recorded_with_its_user_and_hash():
    load([GOOD / "sources.csv"])
    user = User.objects.create_user("editor")
    content = make_file("terms", NEW_TERM).content

    run = load([SimpleUploadedFile("terms.csv", content)], who=user)

    assert run.outcome == ImportRun.Outcome.LOADED
    assert (run.who, run.file, run.dataset) == (user, "terms.csv", "terms")
    assert run.sha256 == hashlib.sha256(content).hexdigest()
    assert run.started <= run.finished


def test_refused_run_is_recorded():
    load([make_file("terms", "paas,,,,,,")])

    run = ImportRun.objects.get()

    assert (run.outcome, run.counts) == (ImportRun.Outcome.REFUSED, {})
    assert set(run.problems[0]) == {"file", "line", "column", "value", "expected"}


def test_problems_speak_the_active_language():
    with translation.override("zh-hans"):
        run = load([BAD / "sources-address-script.csv"])

    assert [problem["expected"] for problem in run.problems] == ["输入一个有效的 URL。"]


def test_was_loaded_knows_the_bytes_of_the_last_success(tmp_path):
    source = tmp_path / "sources.csv"
    source.write_bytes((GOOD / "sources.csv").read_bytes())

    assert not was_loaded([tmp_path])
    load([tmp_path])
    assert was_loaded([tmp_path])
    source.write_bytes(source.read_bytes().replace(b"Alliance", b"League"))
    assert not was_loaded([tmp_path])


def test_was_loaded_does_not_count_refused_and_dry_runs(tmp_path):
    (tmp_path / "terms.csv").write_bytes(make_file("terms", "paas,,,,,,").content)
    load([tmp_path])
    assert not was_loaded([tmp_path])

    (tmp_path / "terms.csv").write_bytes(make_file("terms", "paas,Platform,,,Text.,,").content)
    load([tmp_path], dry_run=True)
    assert not was_loaded([tmp_path])


def test_order_of_files_does_not_matter():
    names = [dataset.name for dataset in all_datasets()]

    run = load([GOOD / f"{name}.csv" for name in reversed(names)])

    assert run.outcome == ImportRun.Outcome.LOADED
    assert Figure.objects.get(option__code="acme").option.product == Product.objects.get(slug="acme-functions")


def test_numbers_arrive_exactly():
    load_good()

    shares = Figure.objects.filter(option__code="core", segment=None).values_list("percent", "low", "high", "base_n")

    assert list(shares) == [(Decimal("18.11"), Decimal("15"), Decimal("22.5"), 500)]


def test_rows_that_only_the_database_can_refuse_are_a_problem_and_no_crash():
    load_good()
    elm = "elm,Elm,,public_cloud,,,,,,,,elm,"
    load([make_file("vendors", elm)])
    acme = good_lines("vendors")[1]
    before = stored_rows()

    # Each takes the other's name: allowed in the end, but not on the way there.
    run = load([make_file("vendors", acme.replace(",acme,docs", ",elm,docs"), elm.replace(",elm,", ",acme,"))])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert "load them in two steps" in run.problems[0]["expected"]
    assert stored_rows() == before
