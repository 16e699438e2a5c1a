"""manage.py load: what it prints, and how it ends."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from portal.loading import lines
from portal.management.commands import load as command
from portal.models import ImportRun, Source
from tests.loading_files import BAD, GOOD

pytestmark = pytest.mark.django_db


def test_command_prints_what_became_of_each_table(capsys):
    call_command("load", str(GOOD))

    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["added", "changed", "unchanged"]
    assert ["sources", "2", "0", "0"] in [line.split() for line in printed]
    assert printed[-1] == "Loaded"


def test_command_prints_every_problem_and_fails(capsys):
    with pytest.raises(CommandError, match="nothing was written"):
        call_command("load", str(BAD / "terms-formula-plus.csv"), str(BAD / "sources-kind-unknown.csv"))

    printed = capsys.readouterr().err
    assert "terms-formula-plus.csv, line 2, column name_en: “+SUM(A1)” – expected" in printed
    assert "sources-kind-unknown.csv, line 2, column kind: “reprot” – expected one of: documentation" in printed


def test_command_caps_what_it_prints(capsys, monkeypatch):
    monkeypatch.setattr(lines, "MAX_PRINTED", 1)

    with pytest.raises(CommandError):
        call_command("load", str(BAD / "terms-formula-plus.csv"), str(BAD / "sources-kind-unknown.csv"))

    assert capsys.readouterr().err.splitlines()[-1] == "… and 2 more problems; the import run in the admin lists them."


def test_dry_run_writes_nothing(capsys):
    call_command("load", str(GOOD), "--dry-run")

    assert capsys.readouterr().out.splitlines()[-1] == "Checked only"
    assert not Source.objects.exists()


def test_if_changed_skips_what_was_loaded(capsys):
    call_command("load", str(GOOD), "--if-changed")
    call_command("load", str(GOOD), "--if-changed")

    assert "loaded before, not changed since" in capsys.readouterr().out
    assert ImportRun.objects.count() == 1


def test_progress_is_told_when_a_load_takes_long(capsys, monkeypatch):
    monkeypatch.setattr(command, "TELL_EVERY", 0)

    call_command("load", str(GOOD))

    assert "Checking figures.csv: 5 rows" in capsys.readouterr().err


def test_short_loads_tell_no_progress(capsys):
    call_command("load", str(GOOD))

    assert capsys.readouterr().err == ""


def test_busy_database_is_said_without_a_traceback(monkeypatch):
    def refuse(*arguments, **options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(command, "load", refuse)

    with pytest.raises(CommandError, match="database is locked"):
        call_command("load", str(GOOD))
