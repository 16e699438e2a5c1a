"""manage.py export_answers: who gets a file, and every way in which nobody does."""

import duckdb
import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from tests.factories import make_survey, make_wave
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset

pytestmark = pytest.mark.django_db


def said(*codes: str):
    return make_answers([make_question("Q1", options="a b")], {"Q1": list(codes)})


@pytest.fixture(autouse=True)
def wave(settings, tmp_path):
    settings.ANSWERS_DIR = tmp_path / "answers"
    return make_wave(survey=make_survey(slug="demo"), slug="2026")


def export(path, *more: str) -> list:
    call_command("export_answers", "demo", "2026", str(path), *more, verbosity=0)
    return duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall()


def test_published_revision_is_exported(wave, tmp_path, capsys):
    make_dataset(said("a", "b"), wave=wave)
    make_dataset(said("b"), wave=wave, is_published=False)

    assert export(tmp_path / "out.parquet") == [(0,), (1,)]
    assert "2 respondents, 1 columns." in capsys.readouterr().out
    assert (tmp_path / "out.parquet").stat().st_mode & 0o077 == 0


def test_named_revision_is_exported(wave, tmp_path):
    make_dataset(said("a", "b"), wave=wave)
    other = make_dataset(said("b"), wave=wave, is_published=False)

    assert export(tmp_path / "out.parquet", "--revision", other.revision[:8]) == [(1,)]


def test_newest_is_exported_where_none_is_published(wave, tmp_path):
    make_dataset(said("a"), wave=wave, is_published=False)
    make_dataset(said("b"), wave=wave, is_published=False)

    assert export(tmp_path / "out.parquet") == [(1,)]


def test_wave_without_answers_is_refused(tmp_path):
    with pytest.raises(CommandError, match="No answers of demo 2026 are loaded"):
        export(tmp_path / "out.parquet")


def test_revision_that_is_not_there_is_refused(wave, tmp_path):
    make_dataset(said("a"), wave=wave)

    with pytest.raises(CommandError, match="expected the beginning of one of"):
        export(tmp_path / "out.parquet", "--revision", "xyz")


def test_store_without_the_revision_is_refused(wave, tmp_path, settings):
    make_dataset(said(*"abbabaabab"), wave=wave)
    settings.ANSWERS_DIR = tmp_path / "elsewhere"

    with pytest.raises(CommandError, match="lacks revision"):
        # Opened answers are kept by revision: one that no other test opens.
        export(tmp_path / "out.parquet")


def test_other_ending_is_refused(wave, tmp_path):
    with pytest.raises(CommandError, match="ends in .parquet"):
        export(tmp_path / "out.csv")


def test_folder_that_is_not_there_is_refused_in_both_languages(wave, tmp_path):
    make_dataset(said("b", "a"), wave=wave)

    with pytest.raises(CommandError, match="cannot be written: No such file"):
        export(tmp_path / "nowhere" / "out.parquet")
    with override("zh-hans"), pytest.raises(CommandError, match="无法写入"):
        export(tmp_path / "nowhere" / "out.parquet")
