"""What stands in folders: files that can be read, and what is only called so."""

import os

import pytest

from portal.loading.files import gather
from portal.loading.problems import Report
from portal.loading.run import load
from tests.loading_files import GOOD

TERMS = (GOOD / "terms.csv").read_bytes()


def found_in(path):
    report = Report()
    return [file.name for file in gather([path], report)], [problem.expected for problem in report.problems]


def test_a_folder_gives_its_csv_files_whatever_their_case(tmp_path):
    for name in ("sources.CSV", "terms.csv", "README.md", "survey.xlsx"):
        (tmp_path / name).write_bytes(b"x")

    assert found_in(tmp_path) == (["sources.CSV", "terms.csv"], [])


def test_links_to_files_are_followed(tmp_path):
    (tmp_path / "terms.csv").symlink_to(GOOD / "terms.csv")

    assert found_in(tmp_path) == (["terms.csv"], [])


def test_links_that_lead_nowhere_are_named(tmp_path):
    (tmp_path / "sources.csv").symlink_to("nowhere.csv")
    (tmp_path / "terms.csv").symlink_to("terms.csv")

    names, problems = found_in(tmp_path)

    assert names == []
    assert problems == [
        "cannot be read: No such file or directory",
        "cannot be read: Too many levels of symbolic links",
    ]


def test_folders_and_pipes_called_csv_are_named_and_not_opened(tmp_path):
    (tmp_path / "sources.csv").mkdir()
    os.mkfifo(tmp_path / "terms.csv")

    assert found_in(tmp_path) == ([], ["cannot be read: it is not a file"] * 2)


def test_a_name_too_long_for_the_system_is_a_problem(tmp_path):
    assert found_in(tmp_path / ("n" * 300)) == ([], ["cannot be read: File name too long"])


@pytest.mark.django_db
def test_a_file_name_that_is_no_utf_8_is_kept_as_can_be_read(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"terms-\xff.csv")
    with open(path, "wb") as file:
        file.write(TERMS)

    run = load([os.fsdecode(path), GOOD / "sources.csv"])
    run.refresh_from_db()

    assert run.problems == []
    assert "terms-\N{REPLACEMENT CHARACTER}.csv" in run.file


@pytest.mark.django_db
def test_a_link_to_itself_is_refused_and_recorded(tmp_path):
    path = tmp_path / "terms.csv"
    path.symlink_to("terms.csv")

    run = load([path])

    assert run.outcome == "refused"
    assert run.file == str(path)
