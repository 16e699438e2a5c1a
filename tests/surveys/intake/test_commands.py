"""load_answers, publish_answers and draft_codebook at the command line."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils.translation import override

from portal.loading.problems import Report
from portal.models import ImportRun
from surveys.management.commands import load_answers as command
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.store.folders import remove_answers
from surveys.models import Dataset
from tests.surveys.intake.loading import ANSWERS, CODEBOOK, make_place, write_files
from tests.surveys.microdata.answers.layouts.test_recognising import FILES

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path):
    make_place()
    return write_files(tmp_path)


def load(files, *options: str) -> Dataset:
    call_command("load_answers", *files, *options)
    return Dataset.objects.latest("pk")


def test_load_tells_warnings_and_what_is_stored(files, capsys):
    dataset = load(files)

    printed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("Note: answers.csv: use was answered by fewer than 30") for line in printed)
    assert printed[-2:] == [f"{dataset}: 4 respondents, not published", "Loaded"]


def test_load_and_publish_in_one_step(files, capsys):
    dataset = load(files, "--publish")

    assert dataset.is_published
    assert capsys.readouterr().out.splitlines()[-2] == f"{dataset}: 4 respondents, published"


def test_dry_run_stores_nothing(files, capsys):
    call_command("load_answers", *files, "--dry-run")

    assert capsys.readouterr().out.splitlines()[-1] == "Checked only"
    assert not Dataset.objects.exists()


def test_refusal_tells_every_problem(tmp_path, capsys):
    make_place()
    files = write_files(tmp_path, answers=ANSWERS + "Mars,maybe,x\n")

    with pytest.raises(CommandError, match="nothing was written"):
        call_command("load_answers", *files)

    told = capsys.readouterr().err.splitlines()
    assert [word for word in ("Mars", "maybe", "“x”") if not any(word in line for line in told)] == []
    assert ImportRun.objects.get().outcome == "refused"


@pytest.mark.parametrize("missing", [0, 1], ids=["answers", "codebook"])
def test_missing_file_is_told(files, missing, capsys):
    paths = [path if place != missing else f"{path}.gone.csv" for place, path in enumerate(files)]

    with pytest.raises(CommandError, match="nothing was written"):
        call_command("load_answers", *paths)

    assert "gone" in capsys.readouterr().err


def test_a_broken_codebook_is_told_with_its_line(tmp_path, capsys):
    make_place()
    files = write_files(tmp_path, book=CODEBOOK.replace("kind: single", "kind: sinlge", 1))

    with pytest.raises(CommandError, match="nothing was written"):
        call_command("load_answers", *files)

    assert "book.yaml, line 6" in capsys.readouterr().err


def test_a_place_that_contradicts_the_codebook_is_refused(files):
    with pytest.raises(CommandError, match="wave 2027: the codebook says 2026"):
        call_command("load_answers", *files, "--wave", "2027")


def test_progress_is_told_when_a_load_takes_long(files, capsys, monkeypatch):
    monkeypatch.setattr(command, "TELL_EVERY", 0)

    load(files)

    assert "4 rows read" in capsys.readouterr().err


def test_database_that_does_not_answer(files, monkeypatch):
    def refuse(*given, **options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(command, "load_answers", refuse)

    with pytest.raises(CommandError, match="database is locked"):
        call_command("load_answers", *files)


def test_publish_takes_the_newest_and_withdraws_the_one_before(tmp_path, capsys):
    make_place()
    first = load(write_files(tmp_path), "--publish")
    second = load(write_files(tmp_path, answers=ANSWERS + "Asia,yes,1\n"))
    capsys.readouterr()

    call_command("publish_answers", "clouds", "2026")
    call_command("publish_answers", "clouds", "2026")

    assert capsys.readouterr().out.splitlines() == [f"{second} is published.", f"{second} was published already."]
    assert list(Dataset.objects.published()) == [second]

    call_command("publish_answers", "clouds", "2026", "--revision", first.revision[:8])

    assert list(Dataset.objects.published()) == [first]


def test_withdraw_takes_it_from_readers(files, capsys):
    dataset = load(files, "--publish")

    call_command("publish_answers", "clouds", "2026", "--withdraw")

    assert capsys.readouterr().out.splitlines()[-1] == f"{dataset} is withdrawn."
    assert not Dataset.objects.published().exists()
    with pytest.raises(CommandError, match="No such revision"):
        call_command("publish_answers", "clouds", "2026", "--withdraw")


def test_publish_refuses_what_is_not_there(files):
    with pytest.raises(CommandError, match="No answers of clouds 2026"):
        call_command("publish_answers", "clouds", "2026")
    dataset = load(files)
    with pytest.raises(CommandError, match=f"Revision 0000: .* {dataset.short_revision}"):
        call_command("publish_answers", "clouds", "2026", "--revision", "0000")
    remove_answers(dataset.revision)
    with pytest.raises(CommandError, match="not in the store"):
        call_command("publish_answers", "clouds", "2026")
    assert not Dataset.objects.published().exists()


def test_draft_is_printed(capsys):
    call_command("draft_codebook", str(FILES / "surveymonkey.csv"))

    printed = capsys.readouterr()
    assert "surveymonkey.csv: layout surveymonkey (SurveyMonkey), utf-8, 2 rows of headings" in printed.err
    assert read_codebook("draft.yaml", printed.out.encode(), Report()).is_confirmed is False


@pytest.mark.parametrize("name", ["draft.yaml", "draft.xlsx"])
def test_draft_is_written_once(tmp_path, name, capsys):
    output = tmp_path / name

    call_command("draft_codebook", str(FILES / "plain.csv"), "--output", str(output))

    assert "region" in read_codebook(name, output.read_bytes(), Report()).by_code
    with pytest.raises(CommandError, match="there already"):
        call_command("draft_codebook", str(FILES / "plain.csv"), "--output", str(output))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--output", "draft.csv"], "ends in .yaml or .xlsx"),
        (["--output", "/nowhere/at/all/draft.yaml"], "No such file"),
    ],
)
def test_draft_refuses_outputs_that_cannot_be(options, words):
    with pytest.raises(CommandError, match=words):
        call_command("draft_codebook", str(FILES / "plain.csv"), *options)


def test_draft_of_what_cannot_be_read(tmp_path, capsys):
    (tmp_path / "ragged.csv").write_text("a,b\n1,2\n1,2,3\n", encoding="utf-8")

    for name in ("ragged.csv", "gone.csv"):
        with pytest.raises(CommandError, match="nothing was written"):
            call_command("draft_codebook", str(tmp_path / name))

    assert "expected 2 cells, found 3" in capsys.readouterr().err


def test_commands_speak_chinese(files, capsys):
    with override("zh-hans"):
        load(files)

    assert "4 名受访者，未发布" in capsys.readouterr().out
